import type { CommandContext } from "#commands/define-command.ts";
import type { Correction } from "#commands/take-in/corrections/read.ts";
import { rowUnitsAt, unitsOf } from "#commands/take-in/corrections/row-unit.ts";
import { unclear } from "#commands/take-in/corrections/unclear.ts";
import type { ExtractedRow, Extraction } from "#services/documents/extraction.ts";
import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { largest } from "#services/intake/words/apply-words.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { Period } from "#services/periods/period.ts";
import type { Said } from "#services/sheets/persons-word.ts";
import { fold } from "#services/text/fold.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

const RANK = /(?:^|\s)(?:xep )?(?:hang|thu)\s*$/u;
const CHANGE = /(?:^|\s)(?<way>tang|giam)\s*$/u;
const WAYS = /(?:^|(?<=\s))(?:(?:xep )?(?:hang|thu)|tang|giam)\s*$/u;
/** At the end of the line: "82,71", "82,71%", "5/15", "30.204 bản". */
const NUMBER =
  /(?<!\d|\d[.,])(?<written>[+\-−–]?\d+(?:[.,]\d+)*)(?:\s?\/\s?\d+)?\s?(?:%|phan tram|diem(?: phan tram)?|ban|ho so|don vi)?[.;,]*$/u;

/** "Cương Chính tiến độ 82,71". Throws the Refusal "correction-unclear". */
export function cellSaid(correction: Correction, extraction: Extraction, context: Context): Said {
  const { unit, rest } = rowUnit(correction, extraction);
  const folded = fold(rest);
  const match = NUMBER.exec(folded);
  if (!match) throw unclear(correction, "value", []);
  const kind = kindOf(folded.slice(0, match.index));
  const before = rest.slice(0, folded.slice(0, match.index).replace(WAYS, "").length);
  const rows = rowsOf(extraction, unit, before, context);
  const indicator = indicatorOf(correction, before, rows, context);
  const period = rows.find((row) => row.row.indicator === indicator.id)?.period ?? mainPeriod(extraction);
  const row = rows.find((one) => one.row.indicator === indicator.id)?.row;
  const number = numberOf(match.groups?.written ?? "", indicator, kind);
  if (number === null) throw unclear(correction, "value", []);
  const isLess = kind === "change" && CHANGE.exec(folded.slice(0, match.index))?.groups?.way === "giam";
  const after = isLess ? -Math.abs(number) : number;
  return { kind, unit, indicator: indicator.id, period, before: row?.[kind] ?? null, after };
}

/** "Cương Chính tiến độ": the cell is right as it was read; without an indicator, all of its row that is doubtful. */
export function cellNamed(
  correction: Correction,
  extraction: Extraction,
  context: Context,
): { readonly unit: string; readonly indicator: Indicator | null } {
  const { unit, rest } = rowUnit(correction, extraction);
  if (rest === "") return { unit, indicator: null };
  return { unit, indicator: indicatorOf(correction, rest, rowsOf(extraction, unit, rest, context), context) };
}

/** The unit that a correction begins with. Throws the Refusal "correction-unclear". */
export function rowUnit(correction: Correction, extraction: Extraction): { unit: string; rest: string } {
  const found = rowUnitsAt(correction.words, extraction);
  const [one] = found;
  if (one && found.length === 1) return one;
  if (unitsOf(extraction).length === 0) throw unclear(correction, "early", []);
  throw unclear(correction, "unit", found.length > 0 ? found.map(({ unit }) => unit) : near(extraction));
}

/** A few of the paper's own units, to choose from. */
const near = (extraction: Extraction): readonly string[] => unitsOf(extraction).slice(0, 3);

function kindOf(words: string): "value" | "rank" | "change" {
  if (RANK.test(words)) return "rank";
  return CHANGE.test(words) ? "change" : "value";
}

interface RowOf {
  readonly row: Pick<ExtractedRow, "indicator" | "value" | "rank" | "change">;
  readonly period: Period;
}

const EMPTY = { value: null, rank: null, change: null } as const;

/** The rows of a unit: of the period that is named, else of the paper's own first. */
function rowsOf(
  extraction: Extraction,
  unit: string,
  words: string,
  { services }: Context,
): readonly RowOf[] {
  const rows = extraction.sheets.flatMap(({ period, rows }) =>
    rows.filter((row) => row.unit === unit).map((row): RowOf => ({ row, period })),
  );
  const doubtful = (extraction.doubtful ?? [])
    .filter((one) => one.unit === unit)
    .map(({ indicator, period }): RowOf => ({ row: { ...EMPTY, indicator }, period }));
  const said = findPeriods(words, { today: services.today(), asked: true })[0]?.wish;
  const meant = said?.kind === "exact" ? said.period : mainPeriod(extraction);
  return [...rows, ...doubtful].toSorted((a, b) => Number(b.period === meant) - Number(a.period === meant));
}

const mainPeriod = ({ sheets }: Extraction): Period | null => largest(sheets, ({ period }) => period) ?? null;

/** The indicator that is named: of what the words may mean, the one the row has; unnamed, its only one or the total. */
function indicatorOf(
  correction: Correction,
  words: string,
  rows: readonly RowOf[],
  { services, t }: Context,
): Indicator {
  const meant = services.indicators.find(words);
  const held = new Set(rows.map(({ row }) => row.indicator));
  const [first] = meant;
  if (first) return meant.find(({ id }) => held.has(id)) ?? first;
  const only = held.size === 1 ? [...held][0] : undefined;
  const isBare = words.replace(/[\s,:=–-]|là|thành/giu, "") === "";
  const unnamed = isBare ? services.indicators.get(only ?? (held.has(TOTAL) ? TOTAL : "")) : undefined;
  if (unnamed) return unnamed;
  const names = [...held].flatMap((id) => services.indicators.get(id) ?? []);
  throw unclear(
    correction,
    "indicator",
    names.map((one) => t.figures.indicatorShort(one)),
  );
}

function numberOf(written: string, indicator: Indicator, kind: Said["kind"]): number | null {
  const plain = written.replace(/[–−]/u, "-");
  if (kind === "rank" || indicator.measure === "count") return countOf(plain.replace(/^\+/u, ""));
  return decimalOf(plain);
}
