import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SendError } from "#services/send-error.ts";
import { type Harness, openZaloOa } from "#test/bot/channels/zalo-oa/harness.ts";
import { plainReply } from "#test/bot/channels/zalo-oa/plain-reply.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const GROUP_MESSAGE = "/v3.0/oa/group/message";
const UPLOAD = "/v2.0/oa/upload/image";
const DAY_MS = 24 * 3_600_000;

let harness: Harness;
beforeEach(async () => {
  harness = await openZaloOa();
  await harness.start();
});
afterEach(() => harness.close());

const group = () => harness.fake.group();
const sendTo = (id: string, words: string, more = {}) =>
  harness.channel.send(`zalo-oa:g:${id}`, plainReply(words, more));
const failed = (sending: Promise<unknown>): Promise<SendError> =>
  sending.then(
    () => {
      throw new Error("it was sent");
    },
    (error: SendError) => error,
  );

describe("a picture", () => {
  it("and its text are one message, uploaded once for all groups", async () => {
    const [a, b] = [group(), group()];
    for (const { id } of [a, b]) await sendTo(id, "Xếp hạng tháng 8", { picture: tinyPicture() });
    expect(a.messages).toMatchObject([{ text: "Xếp hạng tháng 8" }]);
    expect(b.messages[0]?.picture?.length).toBeGreaterThan(100);
    expect(harness.fake.callsOf(UPLOAD)).toBe(1);
  });

  it("that Zalo has thrown away after seven days is uploaded again", async () => {
    const { fake } = harness;
    const { id, messages } = group();
    await sendTo(id, "một", { picture: tinyPicture() });
    fake.world.now = () => Date.now() + 8 * DAY_MS;
    await sendTo(id, "hai", { picture: tinyPicture() });
    expect(messages.map(({ text, picture }) => [text, picture !== null])).toEqual([
      ["một", true],
      ["hai", true],
    ]);
    expect(fake.callsOf(UPLOAD)).toBe(2);
  });

  it("that Zalo does not take leaves the text alone", async () => {
    const { id, messages } = group();
    harness.fake.fail(UPLOAD, { code: -100 });
    await sendTo(id, "Xếp hạng", { picture: tinyPicture() });
    expect(messages).toMatchObject([{ text: "Xếp hạng", picture: null }]);
  });
});

describe("a file", () => {
  const bytes = async () => new TextEncoder().encode("%PDF-1.7 …");
  it("goes as itself when it is a pdf", async () => {
    const { id, messages } = group();
    await sendTo(id, "Công văn", { file: { name: "cong-van.pdf", mediaType: "application/pdf", bytes } });
    expect(messages.map(({ text, file }) => [text, file !== null])).toEqual([
      ["Công văn", false],
      ["", true],
    ]);
  });

  it("goes by its address when it is a workbook", async () => {
    const { id, messages } = group();
    await sendTo(id, "Kết quả", { file: { name: "ket-qua.xlsx", mediaType: "application/x", bytes } });
    expect(messages).toHaveLength(1);
    expect(messages[0]?.text).toContain("https://bot.example/f/1");
  });
});

it("rings nobody, whatever a document says", async () => {
  const { id, messages } = group();
  await sendTo(id, `Đơn vị [@${id}] và [@123]`);
  expect(messages[0]?.text).not.toContain("[@");
});

describe("what Zalo answers", () => {
  it.each([
    [-32, "retry", "too-many-requests"],
    [-237, "give-up", "no-rights"],
    [-403, "give-up", "no-rights"],
    [-201, "give-up", "bad-request"],
    [-211, "retry", "quota"],
    [-224, "retry", "unauthorized"],
    [-200, "unknown", "server-error"],
  ])("%d means: %s, %s", async (code, remedy, reason) => {
    harness.fake.fail(GROUP_MESSAGE, { code });
    expect(await failed(sendTo(group().id, "a"))).toMatchObject({ remedy: { kind: remedy }, reason });
  });

  it.each(["drop", "page"] as const)("%s: nobody knows whether it went out", async (fault) => {
    harness.fake.fail(GROUP_MESSAGE, fault);
    expect(await failed(sendTo(group().id, "a"))).toMatchObject({ remedy: { kind: "unknown" } });
  });

  it.each(["drop", "page"] as const)(
    "%s of an upload: nothing was sent, it is tried again",
    async (fault) => {
      harness.fake.fail(UPLOAD, fault);
      const { id, messages } = group();
      const error = await failed(sendTo(id, "a", { picture: tinyPicture() }));
      expect(error).toMatchObject({ remedy: { kind: "retry" }, reason: "unreachable" });
      expect(messages).toEqual([]);
    },
  );

  it.each(["drop", "page"] as const)("%s while the tokens are renewed: nothing was sent", async (fault) => {
    harness.fake.world.access = "withdrawn by Zalo";
    harness.fake.fail("/v4/oa/access_token", fault);
    expect(await failed(sendTo(group().id, "a"))).toMatchObject({ remedy: { kind: "retry" } });
  });

  it("a person who was silent for seven days is given up", async () => {
    const sending = harness.channel.send("zalo-oa:nobody", plainReply("a"));
    expect(await failed(sending)).toMatchObject({ remedy: { kind: "give-up" }, reason: "blocked" });
  });
});
