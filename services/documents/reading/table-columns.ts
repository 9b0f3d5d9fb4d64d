import type { ReadingContext } from "#services/documents/reading/context.ts";
import { anyAt, hasAny, type Passage, passageOf } from "#services/documents/reading/passage.ts";
import { periodMarks } from "#services/documents/reading/period-marks.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";

export type Column =
  | { readonly role: "unit" | "other" }
  | {
      readonly role: "value" | "change" | "rank";
      readonly indicator: Indicator;
      readonly period: Period | null;
    };

const ORDINALS = /^(stt|tt|so tt|s\.?tt|#|no)\b/u;
const UNITS = [
  "ten co quan",
  "ten don vi",
  "co quan, don vi",
  "don vi",
  "dia phuong",
  "ten dia phuong",
  "xa, phuong",
  "xa, thi tran",
  "co quan",
  "so, ban",
  "tinh, thanh pho",
  "tinh/thanh pho",
  "huyen",
  "ten xa",
  "ubnd",
];
const RANKS = ["xep hang", "thu hang", "xep thu", "vi tri", "hang"];
const CHANGES = [
  "tang hoac giam",
  "tang, giam",
  "tang/giam",
  "tang giam",
  "tang (+)",
  "so voi thang truoc",
  "so voi ky truoc",
  "so voi tuan truoc",
  "so voi quy truoc",
  "chenh lech",
  "bien dong",
  "so sanh voi",
];
const IGNORED = ["xep loai", "phan loai", "ghi chu", "danh gia", "nguyen nhan"];

/** What each column of a table holds, told by its head and, between points and rates, by its figures. */
export function columnsOf(
  heads: readonly string[],
  cells: (column: number) => readonly string[],
  context: ReadingContext,
  scanned: boolean,
): readonly Column[] {
  const columns: Column[] = [];
  let last: Indicator | null = null;
  for (const [i, head] of heads.entries()) {
    const column = columnOf(
      passageOf(head, scanned),
      cells(i),
      context,
      last,
      columns.some(({ role }) => role === "unit"),
    );
    if (column.role === "value") last = column.indicator;
    columns.push(column);
  }
  return columns.some(({ role }) => role === "unit") ? columns : withUnitColumn(columns, cells);
}

function columnOf(
  head: Passage,
  cells: readonly string[],
  context: ReadingContext,
  last: Indicator | null,
  hasUnits: boolean,
): Column {
  const numeric = cells.filter((cell) => /\d/u.test(cell)).length > cells.length / 2;
  if (ORDINALS.test(head.folded)) return { role: "other" };
  if (!numeric) return !hasUnits && anyAt(head, 0, UNITS) ? { role: "unit" } : { role: "other" };

  const marks = periodMarks(head, context.calendar);
  const period = marks.find((mark) => !mark.compared)?.period ?? null;
  const named = namedIndicator(head, cells, context);
  if (hasAny(head, CHANGES)) return changeOf(named ?? last, period);
  if (hasAny(head, RANKS))
    return rankOf(named ?? last ?? context.topics.indicators.get(TOTAL) ?? null, period);
  if (hasAny(head, IGNORED) && !named) return { role: "other" };
  if (marks.some((mark) => mark.compared) || !named) return { role: "other" };
  return { role: "value", indicator: named, period };
}

function changeOf(indicator: Indicator | null, period: Period | null): Column {
  return indicator ? { role: "change", indicator, period } : { role: "other" };
}

function rankOf(indicator: Indicator | null, period: Period | null): Column {
  return indicator ? { role: "rank", indicator, period } : { role: "other" };
}

/** Points and rates often bear one name: a value above the maximum, a "%" or "tỷ lệ" makes it a rate. */
function namedIndicator(head: Passage, cells: readonly string[], context: ReadingContext): Indicator | null {
  const meant = context.topics.in(head).flatMap((mark) => mark.indicators);
  const highest = Math.max(
    ...cells.map((cell) => Number(cell.replace(",", ".").replace("%", ""))).filter(Number.isFinite),
  );
  const saysRate = /%|ty le|ti le/u.test(head.folded) || cells.some((cell) => cell.includes("%"));
  const saysPoints = /diem/u.test(head.folded) && !saysRate;
  const fits = (indicator: Indicator) => {
    if (indicator.measure === "points") return !saysRate && highest <= (indicator.max ?? 0);
    if (indicator.measure === "rate") return highest <= 100 && !saysPoints;
    return !saysRate && !saysPoints && cells.every((cell) => !/[.,]\d{1,2}$/u.test(cell));
  };
  const fitting = meant.find(fits);
  if (fitting) return fitting;
  // No figure of the index is so high: keep what the head names, for the checks to block it.
  const said = meant.filter(({ measure }) => measure === (saysRate ? "rate" : "points"));
  return said.length === 1 && (saysRate || saysPoints) ? (said[0] ?? null) : null;
}

/** No head names the units: the first column of words does. */
function withUnitColumn(
  columns: readonly Column[],
  cells: (column: number) => readonly string[],
): readonly Column[] {
  const words = columns.findIndex(
    (column, i) =>
      column.role === "other" &&
      cells(i).filter((cell) => /\p{L}{2,}/u.test(cell)).length > cells(i).length / 2,
  );
  return columns.map((column, i) => (i === words ? { role: "unit" } : column));
}
