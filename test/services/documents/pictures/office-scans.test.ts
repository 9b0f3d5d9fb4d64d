import { describe, expect, it } from "vitest";
import { doubtIn, isDoubtful } from "#services/documents/doubts.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createUnits } from "#services/units/create-units.ts";
import { bytesIn, EXPECTED, fileOf, tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { read } from "#test/services/documents/reading.ts";

/** Engines have what time the machine has left. */
const LONG_MS = 300_000;

describe("a scan of a letter", () => {
  for (const scan of ["tienlu.p3.s110.jpg", "tienlu.p3.bin200.png"])
    it(
      `${scan}: each figure of its table is the one printed there, or told as doubtful`,
      async () => {
        const { body = [] } = EXPECTED.tienlu?.tables[0] ?? {};
        const document = await fileOf(`scans/${scan}`);
        const rows = (tablesOf(document)[0] ?? []).slice(-body.length);
        expect(document.scanned).toBe(true);
        const isNumber = (text: string): boolean => /^-?\d/u.test(text);
        const cells = body.flatMap((row, r) => row.map((text, c) => ({ text, read: rows[r]?.[c] ?? "" })));
        const figures = cells.filter(({ text }) => isNumber(text));
        expect(figures.filter(({ text, read }) => text !== read && !isDoubtful(read))).toEqual([]);
        expect(figures.filter(({ text, read }) => text === read).length).toBeGreaterThan(
          figures.length * 0.92,
        );
        for (const { read } of figures.filter(({ read }) => isDoubtful(read)))
          expect(document.doubts?.find(({ number }) => number === doubtIn(read).number)?.picture).toMatch(
            /^iVBOR/u,
          );
      },
      LONG_MS,
    );

  it(
    "becomes results like any other paper, and pages of one paper are read in order",
    async () => {
      const [first, second] = ["scans/tienlu.p3.bin200.png", "scans/tienlu.p3.s110.jpg"].map(bytesIn);
      if (!first || !second) throw new Error("no scans");
      const pages: string[] = [];
      const document = await readDocument(
        [
          { name: "", bytes: first },
          { name: "", bytes: second },
        ],
        ({ page, of }) => pages.push(`${page}/${of}`),
      );
      expect([...new Set(pages)]).toEqual(["1/2", "2/2"]);
      expect(textsOf(document)[0]).toContain("8/2024");
    },
    LONG_MS,
  );

  it(
    "gives each unit of its list its figures",
    async () => {
      const tienLu = createUnits().find("huyện Tiên Lữ");
      const scope = tienLu.found === "one" ? tienLu.unit.id : undefined;
      const { sheets, doubtful } = await read(bytesIn("scans/tienlu.p3.bin200.png"), "", {
        scope,
        period: toPeriod("2024-08"),
      });
      expect(doubtful).toBeUndefined();
      const rows = sheets.flatMap((sheet) => sheet.rows);
      expect(rows).toHaveLength(30);
      expect(rows.find((row) => row.unit === "xã Cương Chính" && row.indicator === "TOTAL")).toMatchObject({
        value: 83.28,
        change: -2.6,
      });
    },
    LONG_MS,
  );
});
