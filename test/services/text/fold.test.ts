import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fold, foldWords } from "#services/text/fold.ts";

/** Every Vietnamese letter, as one character each. */
const LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
const vietnamese = fc.string({
  unit: fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase(), " ", "-", "/", "8"),
});

describe("folding", () => {
  test.each([
    ["Cương Chính", "cuong chinh"],
    ["XẾP HẠNG THÁNG 8/2024", "xep hang thang 8/2024"],
    ["Đường Đ đ", "duong d d"],
    ["Ễ Ữ Ặ Ỗ Ợ Ỹ", "e u a o o y"],
    ["a\u00a0b\tc\nd", "a b c\nd"],
    ["hoà hòa", "hoa hoa"],
    ["İ ß 😀", "i ß 😀"],
    ["", ""],
  ])("%j is %j", (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  it("takes every Vietnamese letter to a plain one", () => {
    expect(fold(LETTERS)).toMatch(/^[a-z]+$/);
  });

  it("does not mind accents, case or Unicode form", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.toUpperCase())).toBe(fold(text));
        expect(fold(text.normalize("NFD"))).toBe(fold(text));
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("keeps every position of the composed text, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(fold(text)).toHaveLength(text.normalize("NFC").length);
      }),
      { numRuns: 2_000 },
    );
  });

  it("of words leaves single spaces only, and none at the ends", () => {
    expect(foldWords("  Tiên \n\u00a0 Lữ\t")).toBe("tien lu");
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("à", "Đ", " ", "\n", "\u00a0", "\u3000") }), (text) => {
        expect(foldWords(text)).toMatch(/^(\S+( \S+)*)?$/);
        expect(foldWords(text).replaceAll(" ", "")).toBe(fold(text).replace(/\s/gu, ""));
      }),
    );
  });
});
