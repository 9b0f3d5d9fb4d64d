import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { split } from "#bot/channels/split.ts";
import { concat, type Span, type StyledText, styled, type TextStyle } from "#services/reply/text.ts";

const segmenter = new Intl.Segmenter("vi", { granularity: "grapheme" });
const graphemesOf = (text: string) => [...segmenter.segment(text)].map((one) => one.segment);

const styledText = fc
  .tuple(
    fc.array(
      fc.constantFrom(
        "xã ",
        "Cương Chính",
        "Ễ",
        "ộ",
        "👨‍👩‍👧‍👦",
        "👍🏽",
        "🇻🇳",
        "\n",
        "\r\n",
        " ",
        "a",
        "e\u0302\u0301",
        "𝒳",
        "82,71%",
      ),
      { maxLength: 80 },
    ),
    fc.array(fc.tuple(fc.nat(400), fc.nat(200), fc.constantFrom<TextStyle>("bold", "italic", "code")), {
      maxLength: 5,
    }),
  )
  .map(([pieces, marks]): StyledText => {
    const text = pieces.join("");
    const spans = marks
      .map(
        ([start, length, style]): Span => ({ start, length: Math.min(length, text.length - start), style }),
      )
      .filter((span) => span.length > 0);
    return { text, spans };
  });

/** The styles on each UTF-16 unit. */
function stylesOf({ text, spans }: StyledText): readonly string[] {
  return Array.from({ length: text.length }, (_, at) =>
    spans
      .filter((span) => span.start <= at && at < span.start + span.length)
      .map((span) => span.style)
      .sort()
      .join("+"),
  );
}

describe("split", () => {
  it("loses nothing: the parts joined are the text", () => {
    fc.assert(
      fc.property(
        styledText,
        fc.integer({ min: 12, max: 120 }),
        fc.integer({ min: 12, max: 120 }),
        (whole, first, rest) => {
          const parts = split(whole, first, rest);
          expect(parts.map((part) => part.text).join("")).toBe(whole.text);
        },
      ),
    );
  });

  it("keeps every part within its limit, and none empty", () => {
    fc.assert(
      fc.property(
        styledText,
        fc.integer({ min: 12, max: 120 }),
        fc.integer({ min: 12, max: 120 }),
        (whole, first, rest) => {
          for (const [i, part] of split(whole, first, rest).entries()) {
            expect(part.text.length).toBeLessThanOrEqual(i === 0 ? first : rest);
            expect(part.text.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });

  it("keeps the style of every letter", () => {
    fc.assert(
      fc.property(styledText, fc.integer({ min: 12, max: 120 }), (whole, limit) => {
        expect(split(whole, limit).flatMap(stylesOf)).toEqual(stylesOf(whole));
      }),
    );
  });

  it("breaks no letter, emoji or flag", () => {
    fc.assert(
      fc.property(styledText, fc.integer({ min: 12, max: 120 }), (whole, limit) => {
        expect(split(whole, limit).flatMap((part) => graphemesOf(part.text))).toEqual(
          graphemesOf(whole.text),
        );
      }),
    );
  });

  it("cuts after a line when there is one in the second half", () => {
    const parts = split({ text: "một hai ba\nbốn năm sáu bảy", spans: [] }, 18);
    expect(parts.map((part) => part.text)).toEqual(["một hai ba\n", "bốn năm sáu bảy"]);
  });

  it("cuts at a blank line rather than at a later line", () => {
    const parts = split({ text: "một hai ba\n\nbốn\nnăm sáu bảy", spans: [] }, 18);
    expect(parts.map((part) => part.text)).toEqual(["một hai ba\n\n", "bốn\nnăm sáu bảy"]);
  });

  it("cuts no style that fits into half a part", () => {
    const name = fc.constantFrom("Cương Chính ", "TT Vương\n", "Ễ", "👨‍👩‍👧‍👦", "Nhật Tân\n\nlà ");
    const piece = fc.record({
      words: name,
      style: fc.constantFrom<TextStyle | null>("bold", "italic", null),
    });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 50, max: 120 }), (pieces, limit) => {
        const whole = concat(...pieces.map(({ words, style }) => (style ? styled(style, words) : words)));
        const spans = split(whole, limit).flatMap((part) => part.spans);
        expect(spans.map(({ length }) => length)).toEqual(whole.spans.map(({ length }) => length));
      }),
    );
  });

  it("cuts after a word when the line is too long", () => {
    const parts = split({ text: "Cương Chính Thiện Phiến", spans: [] }, 16);
    expect(parts.map((part) => part.text)).toEqual(["Cương Chính ", "Thiện Phiến"]);
  });

  it("breaks no surrogate pair even inside a letter longer than a part", () => {
    const parts = split({ text: `x${"\u{e0100}".repeat(20)}`, spans: [] }, 10);
    for (const { text } of parts) expect(() => encodeURIComponent(text)).not.toThrow();
    expect(parts.map((part) => part.text.length)).toEqual([9, 10, 10, 10, 2]);
  });
});
