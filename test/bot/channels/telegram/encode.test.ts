import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callbackData } from "#bot/channels/telegram/callback-data.ts";
import { CAPTION_LIMIT, encode, TEXT_LIMIT } from "#bot/channels/telegram/encode.ts";
import type { Reply } from "#services/reply/reply.ts";
import { bold, code, italic, text } from "#services/reply/text.ts";
import { words } from "#test/bot/channels/telegram/harness.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const button = [[{ label: "Tháng 7", command: "/xephang t7" }]];
const long = Array.from({ length: 60 }, (_, i) => `${i + 1}. Xã Thiện Phiến 85,22 điểm`).join("\n");
const file = {
  name: "t8.xlsx",
  mediaType: "application/vnd.ms-excel",
  bytes: async () => new Uint8Array([1]),
};

describe("encode", () => {
  it("writes styles as entities in UTF-16 units", () => {
    const [message] = encode({
      text: text`🏆 ${bold("Thủ Sỹ")} ${italic("+6,96")} ${code("7KQ2")}`,
      actions: [],
    });
    expect(message?.entities).toEqual([
      { type: "bold", offset: 3, length: 6 },
      { type: "italic", offset: 10, length: 5 },
      { type: "code", offset: 16, length: 4 },
    ]);
  });

  it("makes one message of a picture and a caption of 1,024 units", () => {
    const messages = encode({ ...words("x".repeat(CAPTION_LIMIT), button), picture: tinyPicture() });
    expect(messages.map((message) => message.kind)).toEqual(["photo"]);
  });

  it("cuts a longer caption at a line and sends the rest below, with the buttons last", () => {
    const messages = encode({ ...words(long, button), picture: tinyPicture() });
    expect(messages.map((message) => message.kind)).toEqual(["photo", "text"]);
    expect(messages.map((message) => message.text).join("\n")).toBe(long);
    expect(messages.map((message) => message.keyboard !== undefined)).toEqual([false, true]);
  });

  it("sends a file under its short text, and after a picture or a long text", () => {
    const kinds = (reply: Reply) => encode(reply).map((message) => message.kind);
    expect(kinds({ ...words("Tháng 8"), file })).toEqual(["file"]);
    expect(kinds({ ...words(""), file })).toEqual(["file"]);
    expect(kinds({ ...words("Tháng 8"), picture: tinyPicture(), file })).toEqual(["photo", "file"]);
    expect(kinds({ ...words(long), file })).toEqual(["text", "file"]);
  });

  it("sends nothing for nothing, and a picture without words as a picture", () => {
    expect(encode(words(" \n "))).toEqual([]);
    expect(encode({ ...words(""), picture: tinyPicture() })).toMatchObject([{ kind: "photo", text: "" }]);
  });

  it("keeps the rows of actions and leaves out empty ones", () => {
    const a = { label: "a", command: "/a" };
    const [message] = encode(words("x", [[a, a], [], [a]]));
    expect(message?.keyboard?.inline_keyboard.map((row) => row.length)).toEqual([2, 1]);
  });

  it("stays within Telegram's lengths whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 9000 }), fc.boolean(), (said, withPicture) => {
        const reply = withPicture ? { ...words(said), picture: tinyPicture() } : words(said);
        for (const message of encode(reply)) {
          expect(message.text.length).toBeLessThanOrEqual(
            message.kind === "photo" ? CAPTION_LIMIT : TEXT_LIMIT,
          );
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("callback data", () => {
  it("is the command itself up to 64 bytes", () => {
    expect(callbackData("/xa Cương Chính t8/2024")).toBe("/xa Cương Chính t8/2024");
    expect(callbackData(`/${"x".repeat(63)}`)).toHaveLength(64);
    expect(callbackData(`/${"x".repeat(64)}`)).toHaveLength(23);
  });

  it("is a short id beyond, always the same for the same command", () => {
    const command = `/sosanh ${"xã Cương Chính, ".repeat(5)}`;
    expect(callbackData(command)).toMatch(/^~[\w-]{22}$/);
    expect(callbackData(command)).toBe(callbackData(command));
    expect(callbackData(command)).not.toBe(callbackData(`${command}x`));
  });

  it("never takes a typed command for an id", () => {
    expect(callbackData("~abc")).toMatch(/^~[\w-]{22}$/);
  });
});
