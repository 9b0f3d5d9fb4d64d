import { describe, expect, it } from "vitest";
import type { Extraction } from "#services/documents/extraction.ts";
import { bytesOf, expectedOf, facts, LETTERS, read, textOf } from "#test/services/documents/reading.ts";

describe("the five letters", () => {
  for (const letter of Object.values(LETTERS)) {
    it(`${letter} gives every figure, target and task it holds, and no other`, async () => {
      expect(summary(await read(bytesOf(letter)))).toEqual(expectedOf(letter));
    });
  }

  it("read the same as UTF-16 and with a byte order mark", async () => {
    const text = textOf(LETTERS.tienLu);
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
    const marked = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(text)]);
    expect(facts(await read(utf16))).toEqual(facts(await read(text)));
    expect(facts(await read(marked))).toEqual(facts(await read(text)));
  });

  it("read the same in decomposed Unicode and with Windows line ends", async () => {
    const text = textOf(LETTERS.tienLu);
    expect(facts(await read(text.normalize("NFD").replaceAll("\n", "\r\n")))).toEqual(
      facts(await read(text)),
    );
  });

  it("read the same with the table set in pipes", async () => {
    const text = textOf(LETTERS.tienLu);
    const piped = text.replace(/^(?=[^\n]*\t).*$/gmu, (line) => `| ${line.replaceAll("\t", " | ")} |`);
    expect(piped).toContain("| 89,63 |");
    expect(facts(await read(piped))).toEqual(facts(await read(text)));
  });

  it("name no signer and no receiver anywhere", async () => {
    for (const letter of Object.values(LETTERS)) {
      const said = JSON.stringify(await read(bytesOf(letter)));
      for (const name of ["Tố Uyên", "Đỗ Văn Hạ", "Van Soai", "Thanh Nam"]) expect(said).not.toContain(name);
    }
  });

  it("are less sure of figures from a scan than of clean ones", async () => {
    const scanned = await read(bytesOf(LETTERS.tuKy));
    const clean = await read(bytesOf(LETTERS.tienThang));
    expect(scanned.sheets.flatMap(({ rows }) => rows).every(({ confidence }) => confidence < 1)).toBe(true);
    expect(clean.sheets.flatMap(({ rows }) => rows).every(({ confidence }) => confidence === 1)).toBe(true);
  });
});

function summary({ document, sheets, targets, tasks, warnings, unread }: Extraction): unknown {
  return {
    document,
    sheets: sheets.map(({ rows, ...sheet }) => ({
      ...sheet,
      rows: rows.map(({ unit, indicator, value, change, rank, of }) => [
        unit,
        indicator,
        value,
        change,
        rank,
        of,
      ]),
    })),
    targets: targets.map(({ scope, indicator, comparison, value, period }) => [
      scope,
      indicator,
      comparison,
      value,
      period,
    ]),
    tasks: tasks.map(({ owners, due }) => ({ owners, due })),
    warnings: warnings.map(({ code }) => code),
    unread,
  };
}
