import { beforeAll, describe, expect, it } from "vitest";
import { doubtIn, isDoubtful } from "#services/documents/doubts.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createUnits } from "#services/units/create-units.ts";
import { bytesIn, EXPECTED, tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";
import { read } from "#test/services/documents/reading.ts";

/** Engines have what time the machine has left. */
const LONG_MS = 300_000;
const SCANS = ["tienlu.p3.bin200.png", "tienlu.p3.s110.jpg"];

describe("scans of a letter, read as pages of one paper", () => {
  let document: NeutralDocument;
  const told: string[] = [];
  beforeAll(async () => {
    const pages = SCANS.map((scan) => ({ name: "", bytes: bytesIn(`scans/${scan}`) }));
    document = await readDocument(pages, ({ page, of }) => told.push(`${page}/${of}`));
  }, LONG_MS);

  it("are read in order, one after the other", () => {
    expect(document.scanned).toBe(true);
    expect([...new Set(told)]).toEqual(["1/2", "2/2"]);
    expect(textsOf(document)[0]).toContain("8/2024");
  });

  it.each(SCANS)("%s: each figure is the one printed there, or told as doubtful", (scan) => {
    const { body = [] } = EXPECTED.tienlu?.tables[0] ?? {};
    const rows = (tablesOf(document)[SCANS.indexOf(scan)] ?? []).slice(-body.length);
    const cells = body.flatMap((row, r) => row.map((text, c) => ({ text, read: rows[r]?.[c] ?? "" })));
    const figures = cells.filter(({ text }) => /^-?\d/u.test(text));
    expect(figures.filter(({ text, read }) => text !== read && !isDoubtful(read))).toEqual([]);
    expect(figures.filter(({ text, read }) => text === read).length).toBeGreaterThan(figures.length * 0.92);
    for (const { read } of figures.filter(({ read }) => isDoubtful(read)))
      expect(document.doubts?.find(({ number }) => number === doubtIn(read).number)?.picture).toMatch(
        /^iVBOR/u,
      );
  });
});

it(
  "a scan becomes results like any other paper: each unit of its list has its figures",
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
