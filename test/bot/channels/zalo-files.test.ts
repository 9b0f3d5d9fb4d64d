import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createZaloFiles } from "#bot/channels/zalo-files.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import { MAX_BYTES } from "#services/documents/read-document.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { createLog } from "#test/support/log.ts";

let fake: FakeZalo;
const log = createLog();
beforeEach(async () => {
  fake = await startFakeZalo();
});
afterEach(() => fake.close());

/** Its bytes, or the code of the refusal. */
const fetched = (address: string, fetch?: OutgoingFetch): Promise<Uint8Array | string> =>
  createZaloFiles({ apiRoot: fake.apiRoot, logger: log, ...(fetch && { fetch }) })(address).catch((error) =>
    error instanceof DocumentRefused ? error.code : String(error),
  );

describe("a picture that somebody sent", () => {
  it("is fetched as it is", async () => {
    const bytes = Uint8Array.from({ length: 70_000 }, (_, i) => i % 251);
    expect(await fetched(fake.photograph(bytes))).toEqual(bytes);
  });

  it.each([
    ["gone", () => `${fake.apiRoot}/gone.jpg`, "not-fetched"],
    ["larger than any paper", () => fake.photograph(new Uint8Array(MAX_BYTES + 1)), "too-large"],
  ])("is refused when it is %s", async (_, address, code) => {
    expect(await fetched(address())).toBe(code);
  });

  it.each(["https://photo-stal-16.zdn.vn/y.jpg", "https://zalo.me/y.jpg"])(
    "is asked for at an address of Zalo's: %s",
    async (address) => {
      const asked: string[] = [];
      const fetch: OutgoingFetch = async (to) => {
        asked.push(to);
        throw new Error("no network here");
      };
      expect(await fetched(address, fetch)).toBe("not-fetched");
      expect(asked).toEqual([address]);
    },
  );

  it.each([
    "http://photo-stal-16.zdn.vn/y.jpg",
    "https://photo-stal-16.zdn.vn:8443/y.jpg",
    "https://evilzdn.vn/y.jpg",
    "https://zdn.vn.evil.example/y.jpg",
    "https://user@evil.example/?zdn.vn",
    "http://127.0.0.1:6379/",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    "y.jpg",
  ])("is not asked for anywhere else: %s", async (address) => {
    const fetch: OutgoingFetch = () => expect.fail("asked");
    expect(await fetched(address, fetch)).toBe("not-fetched");
  });
});
