import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dossierCodes, isOddCode } from "#services/documents/dossiers/dossier-code.ts";

const ministries = (text: string) => dossierCodes(text).map(({ ministry }) => ministry);

describe("codes of dossiers", () => {
  it("say whose system they came from: four digits are a province's, six or seven a ministry's", () => {
    expect(ministries("H15.50.05.13-261008-0975")).toEqual([null]);
    expect(ministries("H15.50.05.13-261008-150123")).toEqual(["15"]);
    expect(ministries("H15.50.05.13-261008-1800123")).toEqual(["18"]);
    expect(ministries("G12.34-261008-0001")).toEqual(["12"]);
    expect(ministries("000.00.05.H15-261008-0001")).toEqual([null]);
  });

  it("are one and the same whatever their case, spaces and dashes", () => {
    const written = ["H15.50.05.13-261008-0975", "h15.50.05.13 - 261008 – 0975", "H15. 50.05.13-261008-0975"];
    const texts = written.flatMap((text) => dossierCodes(text).map((code) => code.text));
    expect(new Set(texts)).toEqual(new Set(["H15.50.05.13-261008-0975"]));
    expect(texts).toHaveLength(written.length);
  });

  it("are no days that the calendar does not have, no numbers of letters and no telephone numbers", () => {
    const others = [
      "H15.50-261308-0975",
      "12-261008-0975",
      "1532/UBND-VP",
      "0912-345-678",
      "2024-10-31",
      "H15.50.05-26100-0975",
    ];
    for (const text of others) expect(dossierCodes(text), text).toEqual([]);
    expect(isOddCode("H15.50-261308-0975")).toBe(true);
    for (const text of ["31-10-2024", "0912.345.678", "Nguyễn", "12/2024/QĐ-UBND"])
      expect(isOddCode(text), text).toBe(false);
  });

  it("are found among any words", () => {
    const words = fc.string({ unit: fc.constantFrom(..."aăB cđ,;:()\n") });
    fc.assert(
      fc.property(words, words, (before, behind) => {
        const text = `${before} H15.50.05.13-261008-0975 ${behind}`;
        expect(dossierCodes(text).map((code) => code.text)).toEqual(["H15.50.05.13-261008-0975"]);
      }),
    );
  });
});
