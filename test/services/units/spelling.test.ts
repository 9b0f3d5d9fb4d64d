import { describe, expect, test } from "vitest";
import { accentAgreement, officialSpelling, splitWords } from "#services/units/spelling.ts";

describe("official spelling", () => {
  test.each([
    ["Thanh Hoá", "Thanh Hóa"],
    ["Khánh Hoà", "Khánh Hòa"],
    ["Thuỷ Nguyên", "Thủy Nguyên"],
    ["Thuỵ Lôi", "Thụy Lôi"],
    ["Quý Lộc", "Quý Lộc"],
    ["Hoàng Hoa Thám", "Hoàng Hoa Thám"],
    ["Thoại Sơn", "Thoại Sơn"],
    ["Uỷ ban", "Ủy ban"],
    [" Hải  Triều", "Hải Triều"],
  ])("of %s is %s", (written, official) => {
    expect(officialSpelling(written)).toBe(official);
    expect(officialSpelling(official)).toBe(official);
  });
});

describe("accents", () => {
  const agreement = (written: string, name: string): number =>
    accentAgreement(splitWords(written), splitWords(name));

  test("agree wherever the tone mark stands", () => {
    expect(agreement("hoà bình", "Hòa Bình")).toBe(2);
    expect(agreement("Thuỷ", "Thủy")).toBe(2);
  });

  test("agree in part where some words carry none, and not where one differs", () => {
    expect(agreement("Van Lăng", "Văn Lăng")).toBe(1);
    expect(agreement("Văn Lằng", "Văn Lăng")).toBe(0);
    expect(agreement("Văn", "Văn Lăng")).toBe(0);
  });
});
