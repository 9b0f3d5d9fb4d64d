import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encode, type Outgoing, PART_LIMIT, type Saying, SHORT_CAPTION } from "#bot/channels/zalo/encode.ts";
import { bold, code, concat, italic, type StyledText, styled, text } from "#services/reply/text.ts";

const PHOTO = "https://bot.example.vn/media/0f.png";
const plain = (words: string): StyledText => ({ text: words, spans: [] });
const said = (saying: Partial<Saying>): readonly Outgoing[] =>
  encode({ text: plain(""), below: [], photo: null, ...saying });
const wordsOf = (message: Outgoing): string => (message.kind === "text" ? message.text : message.caption);
const rows = (count: number): string =>
  Array.from({ length: count }, (_, i) => `${i + 1}. Xã Cương Chính 83,28`).join("\n");

describe("a reply as Zalo's messages", () => {
  it("is one picture with its text as the caption, and what stands below in it", () => {
    const messages = said({ text: text`${bold("Xếp hạng")}`, below: [plain("1. Nguồn")], photo: PHOTO });
    expect(messages).toEqual([{ kind: "photo", photo: PHOTO, caption: "Xếp hạng\n\n1. Nguồn" }]);
  });

  it("has bold and italics as Zalo writes them, and commands plain", () => {
    const [message] = said({ text: text`🏆 ${bold("Thủ Sỹ")} ${italic("+6,96")} ${code("7KQ2")}` });
    expect(message).toMatchObject({
      styles: [
        { start: 3, len: 6, st: ["b"] },
        { start: 10, len: 5, st: ["i"] },
      ],
    });
  });

  it("puts the first lines under the picture where a caption would be too long, and all else below", () => {
    const long = `Bảng đầy đủ tháng 8/2024\n\n${rows(100)}`;
    const [photo, ...texts] = said({ text: plain(long), photo: PHOTO });
    expect(photo).toMatchObject({ kind: "photo", photo: PHOTO });
    expect(photo && wordsOf(photo).length).toBeLessThanOrEqual(SHORT_CAPTION);
    expect([photo, ...texts].map((one) => one && wordsOf(one)).join("\n")).toBe(long);
  });

  it("keeps a caption of the most units in one message", () => {
    expect(said({ text: plain("x".repeat(PART_LIMIT)), photo: PHOTO })).toHaveLength(1);
    expect(said({ text: plain("x".repeat(PART_LIMIT + 1)), photo: PHOTO }).length).toBeGreaterThan(1);
  });

  it("is a picture without words, words without a picture, or nothing", () => {
    expect(said({ photo: PHOTO })).toEqual([{ kind: "photo", photo: PHOTO, caption: "" }]);
    expect(said({ below: [plain("Tệp")] })).toEqual([{ kind: "text", text: "Tệp", styles: [] }]);
    expect(said({ text: plain(" \n") })).toEqual([]);
  });

  it("says everything once, in parts that fit, with every style on its letters", () => {
    const piece = fc.record({
      words: fc.constantFrom(
        "Cương Chính ",
        "82,71%\n",
        "Ễ",
        "👨‍👩‍👧‍👦",
        "\n\n",
        "Dẫn đầu: Thủ Sỹ · Nhật Tân ",
        "𝒳",
      ),
      style: fc.constantFrom<"bold" | "italic" | null>("bold", "italic", null),
      times: fc.integer({ min: 1, max: 40 }),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.constantFrom(null, PHOTO), (pieces, photo) => {
        const whole = concat(
          ...pieces.map(({ words, style, times }) => {
            const repeated = words.repeat(times);
            return style ? styled(style, repeated) : repeated;
          }),
        );
        const messages = said({ text: whole, photo });
        const letters = (written: string): string => written.replace(/\s+/gu, "");
        expect(letters(messages.map(wordsOf).join(""))).toBe(letters(whole.text));
        for (const message of messages) {
          expect(wordsOf(message).length).toBeLessThanOrEqual(PART_LIMIT);
          for (const { start, len } of message.kind === "text" ? message.styles : []) {
            expect(len).toBeGreaterThan(0);
            expect(start + len).toBeLessThanOrEqual(wordsOf(message).length);
          }
        }
        const bolds = whole.spans.map(({ start, length, style }) =>
          style === "bold" ? letters(whole.text.slice(start, start + length)) : "",
        );
        const sentBolds = messages.flatMap((message) =>
          message.kind === "photo"
            ? []
            : message.styles.map(({ start, len, st }) =>
                st[0] === "b" ? letters(message.text.slice(start, start + len)) : "",
              ),
        );
        if (photo === null) expect(sentBolds.join("")).toBe(bolds.join(""));
      }),
    );
  });
});
