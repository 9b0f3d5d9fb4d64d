import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApi } from "#bot/channels/telegram/api.ts";
import { createFiles } from "#bot/channels/telegram/files.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { type Harness, openTelegram } from "#test/bot/channels/telegram/harness.ts";
import { serverError } from "#test/support/fake-telegram/faults.ts";
import type { FakeDocument } from "#test/support/fake-telegram/world.ts";

let channel: Harness;
beforeEach(async () => {
  channel = await openTelegram();
  await channel.start();
});
afterEach(() => channel.close());

const MB = 1024 * 1024;
const EXPIRED = { kind: "refuse", code: 404, description: "Not Found" } as const;

/** The bytes of a document somebody sends, or the code of the refusal. */
async function fetched(document: FakeDocument): Promise<Uint8Array | string> {
  const { fake, heard } = channel;
  const before = heard.length;
  fake.say(fake.privateChat(), "", { extra: { document } });
  const { files } = await fake.until(() => heard[before]);
  return (
    files?.[0]?.bytes().catch((error) => (error instanceof DocumentRefused ? error.code : String(error))) ??
    ""
  );
}

const upload = (bytes: Uint8Array) => channel.fake.upload("công văn.docx", bytes);

describe("a file that somebody sent", () => {
  it("is fetched when it is asked for, as it is", async () => {
    const { fake, heard } = channel;
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
    fake.say(fake.privateChat(), "", { extra: { document: upload(bytes) } });
    const { files } = await fake.until(() => heard[0]);
    expect(files).toMatchObject([{ name: "công văn.docx", size: 70_000 }]);
    expect(fake.callsOf("getFile")).toEqual([]);
    expect(await files?.[0]?.bytes()).toEqual(bytes);
  });

  it.each<readonly [string, () => FakeDocument, string]>([
    ["an id that Telegram does not know", () => ({ file_id: "BQACunknown" }), "not-fetched"],
    ["more than Telegram gives to bots", () => upload(new Uint8Array(20 * MB + 1)), "too-large"],
  ])("is refused with %s", async (_, document, code) => {
    expect(await fetched(document())).toBe(code);
    expect(channel.fake.callsOf("file")).toEqual([]);
  });

  it("is refused as soon as more comes than a paper may have, whatever its size was said to be", async () => {
    const { fake } = channel;
    const small = upload(Uint8Array.of(7));
    let given = 0;
    const server = createServer((request, response) => {
      if (request.url?.includes("/getFile")) {
        response.setHeader("content-type", "application/json");
        response.end(
          JSON.stringify({ ok: true, result: { file_id: small.file_id, file_path: "documents/1" } }),
        );
        return;
      }
      const part = new Uint8Array(MB);
      const more = (): void => {
        given += 1;
        if (given < 200 && !response.destroyed) response.write(part, () => setImmediate(more));
      };
      more();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const api = createApi({ token: fake.token, apiRoot });
    const fetchFile = createFiles({ api, token: fake.token, apiRoot, logger: channel.log });
    await expect(fetchFile(small.file_id)).rejects.toMatchObject({ code: "too-large" });
    expect(given).toBeLessThan(200);
    server.closeAllConnections();
    server.close();
  });

  it("is asked for anew when its path holds no more, once", async () => {
    const { fake } = channel;
    const bytes = Uint8Array.of(7, 6, 6);
    fake.fail("file", EXPIRED);
    expect(await fetched(upload(bytes))).toEqual(bytes);
    fake.fail("file", EXPIRED, 2);
    expect(await fetched(upload(bytes))).toBe("not-fetched");
    expect(fake.callsOf("file")).toHaveLength(4);
  });

  it("that cannot be fetched is said to be so, and the token is in no log", async () => {
    const { fake, log } = channel;
    const document = upload(Uint8Array.of(7));
    for (const fault of [
      { kind: "drop", when: "before" },
      { ...EXPIRED, code: 403 },
      serverError(),
    ] as const) {
      fake.fail("file", fault);
      expect(await fetched(document)).toBe("not-fetched");
    }
    fake.fail("getFile", serverError());
    expect(await fetched(document)).toBe("not-fetched");
    expect(log.messages("warn")).toEqual(Array(4).fill("A file was not fetched from Telegram"));
    expect(log.everything()).not.toContain(fake.token.split(":")[1]);
  });
});
