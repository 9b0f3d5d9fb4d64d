import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { clean } from "#services/text/clean.ts";

describe("what comes in", () => {
  test.each([
    ["is composed", "tháng Đắk Lắk".normalize("NFD"), "tháng Đắk Lắk"],
    ["is composed over what stood between a letter and its mark", "e\u200b\u0302\u0301", "ế"],
    ["loses a byte order mark", "\ufeffACCESS", "ACCESS"],
    ["loses what nobody sees", "M\u00adẬ\u200b\u2060\u200e\u202e\u061c\u180e\u{e0041}T", "MẬT"],
    ["loses control characters", "a\u0000\u0007\u001b\u007f\u0080b", "ab"],
    ["loses what stands for an object", "a\ufffcb", "ab"],
    ["knows one kind of space", "a\u00a0b\u2009c\u202fd\u3000e\u205ff\u1680g\u2800h", "a b c d e f g h"],
    ["keeps tabs and lines", "a\tb\nc", "a\tb\nc"],
    ["knows one kind of line end", "a\r\nb\rc\u2028d\u2029e\u0085f\vg\r\u200b\nh", "a\nb\nc\nd\ne\nf\ng\nh"],
    ["has an empty line where a page ends", "a\fb", "a\n\nb"],
    ["has plain digits and letters", "／ｘａ　ｔ８，５０％ 𝟖𝟖 𝐁𝐨𝐭 8\ufe0f\u20e3", "/xa t8,50% 88 Bot 8"],
    ["has one hyphen", "Kon\u2011Tum 68\u2010TB", "Kon-Tum 68-TB"],
    ["has one Đ", "Ðông Anh", "Đông Anh"],
    ["keeps figures apart from the marks of notes", "88,03² ½ ① x₂ ﬁ", "88,03² ½ ① x₂ ﬁ"],
    ["keeps minus, dashes and quotes", "−2,60 – “Hải’” — …", "−2,60 – “Hải’” — …"],
    ["keeps emoji, without what joins them", "👨‍👩‍👧 ❤️ 🇻🇳", "👨👩👧 ❤ 🇻🇳"],
    [
      "keeps what TCVN3 writes with the same characters",
      "th¸ng t­ c\u00f1a tØnh B¾c ®\u00ad\u00acng ®\u00b5 Ð",
      "th¸ng t­ c\u00f1a tØnh B¾c ®\u00ad\u00acng ®\u00b5 Ð",
    ],
  ])("%s", (_, typed, read) => {
    expect(clean(typed)).toBe(read);
  });

  const odd = fc.string({ unit: "binary" });

  it("stays as it is once it is clean", () => {
    fc.assert(
      fc.property(odd, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
    );
  });

  it("holds nothing unseen, and no space but one kind", () => {
    fc.assert(
      fc.property(odd, (text) => {
        const read = clean(text);
        expect(read).toBe(read.normalize("NFC"));
        expect(read).not.toMatch(/[^\t\n\P{Cc}]|[^ \P{Z}]|\p{DI}/u);
      }),
    );
  });

  it("is clean in a time that grows with its length", () => {
    const millisecondsOf = (text: string) => {
      const from = performance.now();
      clean(text);
      return performance.now() - from;
    };
    for (const piece of ["a\u00ad", "\u00a0", "\u0301", "a\u00b5", "\r", "\ud800"])
      expect(millisecondsOf(piece.repeat(200_000 / piece.length))).toBeLessThan(1_000);
  });
});
