import type { CommandContext } from "#commands/define-command.ts";
import { expectAllUsed, periodNamed } from "#commands/take-in/corrections/cell-words.ts";
import type { Correction } from "#commands/take-in/corrections/read.ts";
import { rowUnitsAt, shortName, unitsOf } from "#commands/take-in/corrections/row-unit.ts";
import { unclear } from "#commands/take-in/corrections/unclear.ts";
import type { ExtractedRow, Extraction } from "#services/documents/extraction.ts";
import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { IndicatorMention } from "#services/indicators/indicators.ts";
import { largest } from "#services/intake/words/apply-words.ts";
import type { Period } from "#services/periods/period.ts";
import type { Said } from "#services/sheets/persons-word.ts";
import { fold, foldWords } from "#services/text/fold.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

const RANK = /(?:^|\s)(?:xep )?(?:hang|thu)\s*$/u;
const CHANGE = /(?:^|\s)(?<way>tang|giam)\s*$/u;
const WAYS = /(?:^|(?<=\s))(?:(?:xep )?(?:hang|thu)|tang|giam)\s*$/u;
/** At the end of the line: "82,71", "85 phẩy 5", "82,71%", "5/15", "30.204 bản". */
const NUMBER =
  /(?<!\d|\d[.,])(?<written>[+\-−–]?\d+(?:\sphay\s\d+|(?:[.,]\d+)*))(?:\s?\/\s?\d+)?\s?(?:%|phan tram|diem(?: phan tram)?|ban|ho so|don vi)?[.;,]*$/u;

/** "Cương Chính tiến độ 82,71". Throws the Refusal "correction-unclear". */
export function cellSaid(correction: Correction, extraction: Extraction, context: Context): Said {
  const { unit, rest } = rowUnit(correction, extraction);
  const folded = fold(rest);
  const match = NUMBER.exec(folded);
  if (!match) throw unclear(correction, "value", []);
  const kind = kindOf(folded.slice(0, match.index));
  const between = rest.slice(0, folded.slice(0, match.index).replace(WAYS, "").length);
  const named = periodNamed(correction, between, extraction, context);
  const rows = rowsOf(extraction, unit, named.period);
  const indicator = indicatorOf(correction, named.words, rows, context);
  const own = rows.find(({ row }) => row.indicator === indicator.id);
  const before = own?.row[kind] ?? null;
  expectAllUsed(correction, named.words, before, context);
  const period = own?.period ?? named.period ?? mainPeriod(extraction);
  const number = numberOf(match.groups?.written ?? "", indicator, kind);
  if (number === null) throw unclear(correction, "value", []);
  const isLess = kind === "change" && CHANGE.exec(folded.slice(0, match.index))?.groups?.way === "giam";
  const after = isLess ? -Math.abs(number) : number;
  return { kind, unit, indicator: indicator.id, period, before, after };
}

/** A cell as it is named without a figure. */
export interface NamedCell {
  readonly unit: string;
  /** null = all of its row. */
  readonly indicator: Indicator | null;
  /** null = it is not said. */
  readonly period: Period | null;
}

/** "Cương Chính tiến độ": the cell is right as it was read; without an indicator, all of its row that is doubtful. */
export function cellNamed(correction: Correction, extraction: Extraction, context: Context): NamedCell {
  const { unit, rest } = rowUnit(correction, extraction);
  const { period, words } = periodNamed(correction, rest, extraction, context);
  if (words.trim() === "") return { unit, indicator: null, period };
  const rows = rowsOf(extraction, unit, period);
  return { unit, indicator: indicatorOf(correction, words, rows, context), period };
}

/** The unit that a correction begins with. Throws the Refusal "correction-unclear". */
export function rowUnit(correction: Correction, extraction: Extraction): { unit: string; rest: string } {
  const found = rowUnitsAt(correction.words, extraction);
  const [one] = found;
  if (one && found.length === 1) return one;
  if (unitsOf(extraction).length === 0) throw unclear(correction, "early", []);
  throw unclear(
    correction,
    "unit",
    found.length > 0 ? found.map(({ unit }) => unit) : near(correction, extraction),
  );
}

/** The paper's own units that a line names somewhere, else a few of them, to choose from. */
function near({ line }: Correction, extraction: Extraction): readonly string[] {
  const units = unitsOf(extraction);
  const words = ` ${foldWords(line)} `;
  const named = units.filter((unit) => words.includes(` ${shortName(unit)} `));
  return (named.length > 0 ? named : units).slice(0, 3);
}

function kindOf(words: string): "value" | "rank" | "change" {
  if (RANK.test(words)) return "rank";
  return CHANGE.test(words) ? "change" : "value";
}

interface RowOf {
  readonly row: Pick<ExtractedRow, "indicator" | "value" | "rank" | "change">;
  readonly period: Period;
}

const EMPTY = { value: null, rank: null, change: null } as const;

/** The rows of a unit: those of the period that is named, else all, of the paper's own period first. */
function rowsOf(extraction: Extraction, unit: string, named: Period | null): readonly RowOf[] {
  const rows = extraction.sheets.flatMap(({ period, rows }) =>
    rows.filter((row) => row.unit === unit).map((row): RowOf => ({ row, period })),
  );
  const doubtful = (extraction.doubtful ?? [])
    .filter((one) => one.unit === unit)
    .map(({ indicator, period }): RowOf => ({ row: { ...EMPTY, indicator }, period }));
  const all = [...rows, ...doubtful];
  if (named !== null) return all.filter(({ period }) => period === named);
  const main = mainPeriod(extraction);
  return all.toSorted((a, b) => Number(b.period === main) - Number(a.period === main));
}

const mainPeriod = ({ sheets }: Extraction): Period | null => largest(sheets, ({ period }) => period) ?? null;

/** The indicator that is named: of what the words may mean, the one the row has; unnamed, its only one or the total. */
function indicatorOf(
  correction: Correction,
  words: string,
  rows: readonly RowOf[],
  { services, t }: Context,
): Indicator {
  const [one, ...others] = services.indicators.mentions(words);
  const isSame = (other: IndicatorMention) => other.indicators.some((each) => one?.indicators.includes(each));
  if (!others.every(isSame)) throw unclear(correction, "more", []);
  const meant = services.indicators.find(words);
  const held = new Set(rows.map(({ row }) => row.indicator));
  const [first] = meant;
  if (first) return meant.find(({ id }) => held.has(id)) ?? first;
  const only = held.size === 1 ? [...held][0] : undefined;
  const isBare = words.replace(/[\s,:=–-]|là|thành/giu, "") === "";
  const unnamed = isBare ? services.indicators.get(only ?? (held.has(TOTAL) ? TOTAL : "")) : undefined;
  if (unnamed) return unnamed;
  const names = [...held].flatMap((id) => services.indicators.get(id) ?? []);
  throw unclear(correction, "indicator", names.map(t.figures.indicatorShort));
}

function numberOf(written: string, indicator: Indicator, kind: Said["kind"]): number | null {
  const plain = written.replace(/[–−]/u, "-").replace(" phay ", ",");
  if (kind === "rank" || indicator.measure === "count") return countOf(plain.replace(/^\+/u, ""));
  return decimalOf(plain);
}
