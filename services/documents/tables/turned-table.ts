import type { ReadingContext } from "#services/documents/letter/context.ts";
import { cellOf } from "#services/documents/marks/cells.ts";
import { hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import { periodMarks } from "#services/documents/marks/period-marks.ts";
import { besideOf } from "#services/documents/tables/beside-results.ts";
import { CHANGES, ORDINALS, RANKS, REMARKS } from "#services/documents/tables/column-words.ts";
import { joinLevels } from "#services/documents/tables/head-levels.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/** A cell of a table whose rows are indicators, as the table it would be in the usual way: units down, indicators across. */
export interface TurnedRow {
  /** Of the table as written. */
  readonly written: readonly string[];
  /** The unit its column names; null = the one the caption names. */
  readonly unit: string | null;
  /** "Đơn vị", then what the row's figures are. */
  readonly heads: readonly string[];
  /** A unit's place, then the figures. */
  readonly row: readonly string[];
  /** Cells with numbers under heads that hold no figures; each stands in one of the rows. */
  readonly left: readonly { readonly column: string; readonly text: string }[];
}

type Row = readonly string[];

/** What stands where the unit's name would. */
const UNIT_HEAD = "Đơn vị";
const SHARE_OF_INDICATORS = 0.5;
const FEWEST_INDICATORS = 2;

/** The rows of a table that has an indicator in each; null = it has not. `isUnit`: whether a head names a unit. */
export function turnedRows(
  heads: Row,
  rows: readonly Row[],
  context: ReadingContext,
  scanned: boolean,
  isUnit: (head: string) => boolean,
): readonly TurnedRow[] | null {
  const names = nameColumn(rows);
  if (names === -1 || heads.length < 2) return null;
  const meant = rows.map((row) => meaning(passageOf(row[names] ?? "", scanned), context));
  const known = meant.filter((indicators) => indicators.length > 0).length;
  if (known < FEWEST_INDICATORS || known < SHARE_OF_INDICATORS * rows.length) return null;

  const columns = heads.map((head, i) =>
    i === names ? "none" : kindOf(passageOf(head, scanned), isUnit, context),
  );
  if (!columns.some((kind) => kind === "unit" || kind === "value")) return null;
  const maxima = columns.indexOf("maximum");
  return rows.flatMap((row, i) => {
    const name = nameOf(row[names] ?? "", meant[i] ?? [], row[maxima]);
    return turned(row, name, heads, columns);
  });
}

type Kind = "none" | "unit" | "value" | "rank" | "change" | "maximum" | "target" | "left";

function kindOf(head: Passage, isUnit: (head: string) => boolean, context: ReadingContext): Kind {
  if (head.text === "" || ORDINALS.test(head.folded)) return "none";
  if (/toi da|thang diem|diem chuan/u.test(head.folded)) return "maximum";
  if (hasAny(head, CHANGES)) return "change";
  if (hasAny(head, RANKS)) return "rank";
  if (/don vi tinh|^dvt/u.test(head.folded)) return "none";
  if (besideOf([head], []) === "target") return "target";
  if (hasAny(head, REMARKS) || /muc tieu|chi tieu|ke hoach/u.test(head.folded)) return "left";
  if (VALUE.test(head.folded) || periodMarks(head, context.calendar).some(({ compared }) => !compared))
    return "value";
  return isUnit(head.text) ? "unit" : "left";
}

const VALUE =
  /^(?:gia tri|ket qua|diem|so diem|tong diem|muc dat|dat duoc|thuc hien|so lieu|ty le(?: dat)?)(?!\p{L})/u;

/** The first column of words, numbering left out. */
function nameColumn(rows: readonly Row[]): number {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  for (let i = 0; i < width; i += 1) {
    const words = rows.filter(
      (row) => cellOf(row[i] ?? "").kind !== "number" && /\p{L}{2,}/u.test(row[i] ?? ""),
    );
    if (words.length > rows.length / 2) return i;
  }
  return -1;
}

/** Words that name an indicator in passing, in a longer name of something else, name none. */
const LEAST_OF_NAME = 0.3;

function meaning(name: Passage, { topics }: ReadingContext): readonly Indicator[] {
  if (TOTALS.test(name.folded))
    return topics.in(passageOf("Tổng điểm", false)).flatMap(({ indicators }) => indicators);
  const letters = name.folded.replace(/\([^()]*\)|[^\p{L}]/gu, "").length;
  return topics.in(name).flatMap((mark) => (mark.letters >= LEAST_OF_NAME * letters ? mark.indicators : []));
}

const TOTALS = /^(?:tong|tong cong|tong so|cong)$/u;

/** The row's own name; that of the indicator with the maximum stated, where the name may mean several. */
function nameOf(written: string, meant: readonly Indicator[], maximum: string | undefined): string {
  const cell = cellOf(maximum ?? "");
  const stated = cell.kind === "number" ? Number(cell.written.replace(",", ".")) : null;
  const byMaximum = meant.find(({ max, measure }) => measure === "points" && max === stated);
  if (byMaximum) return byMaximum.name.vi;
  if (meant.length === 0 || (stated !== null && meant.every(({ measure }) => measure === "points")))
    return "";
  return TOTALS.test(passageOf(written, false).folded) ? "Tổng điểm" : written;
}

function turned(row: Row, name: string, heads: Row, columns: readonly Kind[]): readonly TurnedRow[] {
  const own = columns.flatMap((kind, i) =>
    kind === "value" || kind === "rank" || kind === "change" || kind === "target"
      ? [{ head: headOf(name, kind, heads[i] ?? ""), cell: row[i] ?? "" }]
      : [],
  );
  const units = columns.flatMap((kind, i) =>
    kind === "unit" ? [{ unit: heads[i] ?? "", cell: row[i] ?? "" }] : [],
  );
  const left = columns.flatMap((kind, i) =>
    kind === "left" && /\p{N}/u.test(row[i] ?? "") ? [{ column: heads[i] ?? "", text: row[i] ?? "" }] : [],
  );
  const ofUnits = units.map(({ unit, cell }) => ({
    written: row,
    unit,
    heads: [UNIT_HEAD, name],
    row: ["", cell],
    left: own.length === 0 && unit === units[0]?.unit ? left : [],
  }));
  if (own.length === 0) return ofUnits;
  const figures = {
    heads: [UNIT_HEAD, ...own.map(({ head }) => head)],
    row: ["", ...own.map(({ cell }) => cell)],
  };
  return [...ofUnits, { written: row, unit: null, ...figures, left }];
}

/** "Công khai, minh bạch" under "Tháng 8/2025", under "Xếp hạng". */
function headOf(name: string, kind: Kind, head: string): string {
  if (name === "") return "";
  if (kind === "target") return joinLevels([name, head]);
  return kind === "value" && VALUE.test(passageOf(head, false).folded) ? name : `${name} ${head}`;
}
