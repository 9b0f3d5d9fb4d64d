import { describe, expect, it } from "vitest";
import { doubtfulText, doubtIn, isDoubtful } from "#services/documents/doubts.ts";
import { extract } from "#services/documents/extract.ts";
import type { DoubtfulFigure } from "#services/documents/extraction.ts";
import { createImporter } from "#services/documents/importer.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { applyWords } from "#services/intake/words/apply-words.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";
import { openStore } from "#services/store/open-store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { indicators, TODAY } from "#test/services/documents/reading.ts";

const units = createUnits();

/** A letter whose table a reader of scans made, with two cells it could not make sure of. */
const PAPER: NeutralDocument = {
  scanned: true,
  blocks: [
    {
      type: "table",
      collapses: false,
      rows: [
        ["Stt", "Tên đơn vị", "Điểm tổng hợp", "Tiến độ giải quyết (%)"],
        ["1", "UBND xã Thủ Sỹ", "89,63", "100"],
        ["2", "UBND xã An Viên", doubtfulText(["66,82", "88,82"], 1), "99,64"],
        ["3", "UBND xã Lệ Xá", "87,31", doubtfulText([], 2)],
        ["4", "UBND xã Cương Chính", "83,28", "82,71"],
      ],
    },
  ],
  doubts: [
    { number: 1, picture: "iVBORw0KGgo=", page: 1 },
    { number: 2, picture: null, page: 3 },
  ],
};

const district = units.find("huyện Tiên Lữ");
const given = { period: toPeriod("2024-08"), scope: district.found === "one" ? district.unit.id : undefined };
const extraction = extract(PAPER, { units, indicators, today: TODAY, given });

async function planOf(said: typeof extraction) {
  const store = await openStore("file::memory:");
  const timeZone = "Asia/Ho_Chi_Minh";
  const importer = createImporter({
    units: createUnits(),
    indicators,
    sheets: createSheets({ store }),
    targets: createTargets({ store }),
    added: createAddedUnits({ store }),
    tasks: createTasks({ store, workdays: createWorkdays({ timeZone }), timeZone }),
    today: () => TODAY,
  });
  return importer.planOf({ extraction: said, hash: "0".repeat(64) });
}

const figureOf = (said: typeof extraction, unit: string, indicator: string) =>
  said.sheets[0]?.rows.find((row) => row.unit === unit && row.indicator === indicator)?.value;

const said = (
  { unit, indicator, period }: DoubtfulFigure,
  kind: PersonsWord["kind"],
  after: number | null,
): PersonsWord => ({
  kind,
  unit,
  indicator,
  period,
  before: null,
  after,
  by: "1",
  at: "2024-09-05T01:00:00Z",
});

describe("what a reader could not make sure of", () => {
  it("bears its number in its cell, with what was read", () => {
    expect(doubtIn(doubtfulText(["66,82", "88,82"], 12))).toEqual({ read: "66,82 ¦ 88,82", number: 12 });
    expect(doubtIn(doubtfulText([], 3))).toEqual({ read: "", number: 3 });
    expect(isDoubtful(doubtfulText([], 3))).toBe(true);
    expect(isDoubtful("88,82")).toBe(false);
  });

  it("stands in no row, is named with its unit, its indicator and its cut-out, and blocks", async () => {
    expect(figureOf(extraction, "xã An Viên", "TOTAL")).toBeUndefined();
    expect(extraction.doubtful).toMatchObject([
      {
        unit: "xã An Viên",
        indicator: "TOTAL",
        scope: "huyện Tiên Lữ",
        period: "2024-08",
        part: "value",
        read: "66,82 ¦ 88,82",
        suggestion: 66.82,
        picture: "iVBORw0KGgo=",
        page: 1,
      },
      { unit: "xã Lệ Xá", indicator: "on-time-rate", read: "", suggestion: null, picture: null, page: 3 },
    ]);
    expect(extraction.warnings.filter(({ code }) => code === "doubtful-figures")).toHaveLength(2);
    expect((await planOf(extraction)).blocked).toEqual(["doubtful-figures"]);
  });

  it("becomes a figure once a person says it, or its row is left out; then it may be stored", async () => {
    const [first, second] = extraction.doubtful ?? [];
    if (!first || !second) throw new Error("nothing is doubtful");
    const words = [said(first, "value", 88.82), said(second, "dropped", null)];
    const one = applyWords(extraction, words.slice(0, 1)).extraction;
    expect(figureOf(one, "xã An Viên", "TOTAL")).toBe(88.82);
    expect((await planOf(one)).blocked).toEqual(["doubtful-figures"]);
    const both = applyWords(extraction, words).extraction;
    expect(figureOf(both, "xã An Viên", "TOTAL")).toBe(88.82);
    expect(figureOf(both, "xã Lệ Xá", "on-time-rate")).toBeUndefined();
    expect((await planOf(both)).blocked).toEqual([]);
  });
});

describe("what is suggested for a doubtful figure", () => {
  const suggested = (readings: readonly string[], column: 2 | 3): number | null | undefined => {
    const cells = ["90,00", "99"];
    cells[column - 2] = doubtfulText(readings, 1);
    const rows = [
      ["Stt", "Tên đơn vị", "Điểm tổng hợp", "Tiến độ giải quyết (%)"],
      ["1", "UBND xã Thủ Sỹ", ...cells],
      ["2", "UBND xã An Viên", "88,82", "99,64"],
    ];
    const table = { type: "table" as const, collapses: false, rows };
    const { doubtful } = extract(
      { scanned: true, blocks: [table] },
      { units, indicators, today: TODAY, given },
    );
    return doubtful?.[0]?.suggestion;
  };

  it("is the first reading that may be one", () => {
    expect(suggested(["/82,71/"], 3)).toBe(82.71);
    expect(suggested(["827,1", "82,71"], 3)).toBe(82.71);
    expect(suggested(["182,71"], 2)).toBeNull();
    expect(suggested(["995/"], 3)).toBeNull();
    expect(suggested(["6%"], 2)).toBeNull();
  });
});
