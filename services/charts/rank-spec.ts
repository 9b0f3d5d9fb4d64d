import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import { MOST_ROWS, ROWS_A_PICTURE } from "#services/charts/layout/style.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { RankChart, RankChartRow } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { RankingView } from "#services/results/views.ts";
import type { Comparison } from "#services/sheets/earlier-list.ts";
import { FEW_DOSSIERS, weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit, Ranking } from "#services/sheets/ranking.ts";
import { meets, type Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** Missing units that are named; the rest is counted. */
const NAMED_MISSING = 8;

/** Units marked at either end, in bold. */
const MARKED = 3;

/** What the ranking picture says, in one language. */
export interface RankChartWords {
  title(facts: { period: Period; scope: Unit }): string;
  /** `indicator`: null = the total. */
  subtitle(facts: {
    indicator: Indicator | null;
    units: readonly Unit[];
    page: number;
    pages: number;
  }): string;
  columns(facts: { indicator: Indicator; period: Period; earlier: Period | null }): RankChart["columns"];
  whole(facts: { scope: Unit; value: number; indicator: Indicator }): string;
  target(facts: { target: Target; indicator: Indicator }): string;
  tick(value: number): string;
  /** `missed`: units of the page that miss the target; null = there is none. */
  key(facts: { period: Period; earlier: Period | null; missed: number | null }): RankChart["key"];
  missing(names: readonly string[], more: number): string;
  /** `indicator`: null = the total. */
  footer(evidence: Evidence, derived: Period | null, indicator: Indicator | null): readonly string[];
  /** `over`: how many units places are compared over, null = all; `otherwise`: published changes that do not fit; `few`: names are marked for resting on so many dossiers or fewer. */
  notes(facts: { over: number | null; otherwise: readonly string[]; few: number | null }): readonly string[];
  unit(unit: Unit): string;
  /** A name whose figure rests on a few dossiers only. */
  marked(name: string): string;
  value(value: number, decimals: number): string;
  change(value: number): string;
  /** In words, for those who cannot see the picture: what the changes in brackets are set against. */
  inBrackets(earlier: Period | null, comparison: Comparison): string;
  /** One row in words. */
  alt(facts: { rank: number; name: string; value: string; change: string }): string;
}

export interface RankPage {
  readonly rows: readonly RankedUnit[];
  readonly page: number;
  readonly pages: number;
}

/** The rows of one page, counted from 1. */
export function pageOf(rows: readonly RankedUnit[], page: number): RankPage {
  const most = rows.length <= MOST_ROWS ? MOST_ROWS : ROWS_A_PICTURE;
  const pages = Math.max(1, Math.ceil(rows.length / most));
  return { rows: rows.slice((page - 1) * most, page * most), page, pages };
}

/** The ranking picture of some rows of a view; the axis is the whole list's. */
export function rankChart(
  view: RankingView,
  shown: RankPage,
  unitOf: (id: string) => Unit,
  words: RankChartWords,
): RankChart {
  const { ranking, indicator, period, scope } = view;
  const earlier = isCompared(ranking) ? view.before : null;
  const line = lineOf(view, words);
  const axis = honestAxis([
    ...ranking.rows.flatMap(({ value, previousValue }) =>
      previousValue === null || !earlier ? [value] : [value, previousValue],
    ),
    ...(line === null ? [] : [line.value]),
  ]);
  const ends = endsOf(weighty(ranking.rows));
  const decimals = decimalsOf(ranking.rows);
  const units = ranking.rows.map(({ unit }) => unitOf(unit));
  const rows = shown.rows.map((row) =>
    chartRow(row, { words, unitOf, ends, decimals, target: view.target, isCompared: earlier !== null }),
  );
  const isMarked = shown.rows.some(({ few }) => few !== null);
  const title = words.title({ period, scope });
  const named = indicator.id === TOTAL ? null : indicator;
  return {
    type: "rank",
    title,
    subtitle: words.subtitle({ indicator: named, units, page: shown.page, pages: shown.pages }),
    columns: words.columns({ indicator, period, earlier }),
    rows,
    axis,
    ticks: ticksOf(axis).map((value) => ({ value, text: words.tick(value) })),
    line,
    key: words.key({
      period,
      earlier,
      missed: view.target === null ? null : rows.filter((row) => row.attention).length,
    }),
    missing: shown.page === shown.pages ? missingLine(view, unitOf, words) : null,
    footer: [
      ...words.footer(view.evidence, ranking.comparison.kind === "published" ? earlier : null, named),
      ...words.notes({
        over: overOf(ranking),
        otherwise: otherwiseOf(shown.rows, unitOf, words),
        few: isMarked ? FEW_DOSSIERS : null,
      }),
    ],
    alt: [
      title,
      ...(rows.some(({ changeText }) => changeText !== "")
        ? [words.inBrackets(earlier, ranking.comparison)]
        : []),
      ...rows.map((row, i) =>
        words.alt({
          rank: shown.rows[i]?.rank ?? 0,
          name: row.name,
          value: row.valueText,
          change: row.changeText,
        }),
      ),
    ].join("\n"),
  };
}

/**
 * What is to be reached, else the scope's own figure; not the country's, which is no average of the provinces' and may lie
 * below most of them.
 */
function lineOf({ target, indicator, scope, whole }: RankingView, words: RankChartWords): RankChart["line"] {
  if (target) return { value: target.value, label: words.target({ target, indicator }) };
  const value = whole?.value ?? null;
  if (value === null || scope.kind === "country") return null;
  return { value, label: words.whole({ scope, value, indicator }) };
}

/** Without a list to compare with nothing says what a change would be set against. */
function isCompared({ rows, comparison }: Ranking): boolean {
  return comparison.kind !== "none" && rows.some(({ previousValue }) => previousValue !== null);
}

function overOf({ comparison }: Ranking): number | null {
  return comparison.kind === "sheet" ? comparison.over : null;
}

/** Published changes that the stored figures contradict: "Cương Chính −3,20". */
function otherwiseOf(
  rows: readonly RankedUnit[],
  unitOf: (id: string) => Unit,
  words: RankChartWords,
): readonly string[] {
  return rows.flatMap(({ unit, publishedChange }) =>
    publishedChange === null ? [] : [`${words.unit(unitOf(unit))} ${words.change(publishedChange)}`],
  );
}

interface RowStyle {
  readonly words: RankChartWords;
  readonly unitOf: (id: string) => Unit;
  readonly ends: ReturnType<typeof endsOf>;
  readonly decimals: number;
  readonly target: Target | null;
  readonly isCompared: boolean;
}

function chartRow(row: RankedUnit, style: RowStyle): RankChartRow {
  const { words, unitOf, ends, decimals, target, isCompared } = style;
  const name = words.unit(unitOf(row.unit));
  return {
    rank: String(row.rank),
    name: row.few === null ? name : words.marked(name),
    value: row.value,
    valueText: words.value(row.value, decimals),
    previous: isCompared ? row.previousValue : null,
    changeText: row.change === null || !isCompared ? "" : words.change(row.change),
    changeTone: toneOf(row),
    moved: row.moved,
    strong: ends.first.has(row.unit) || ends.last.has(row.unit),
    attention: target !== null && !meets(row.value, target),
  };
}

function toneOf({ change, moved }: RankedUnit): RankChartRow["changeTone"] {
  const sign = Math.sign(change ?? moved ?? 0);
  if (sign === 0) return "same";
  return sign > 0 ? "good" : "bad";
}

/** The first and the last three of a list long enough to have both; ties that reach further leave nobody out alone. */
function endsOf(rows: readonly RankedUnit[]): {
  readonly first: ReadonlySet<string>;
  readonly last: ReadonlySet<string>;
} {
  if (rows.length <= MARKED * 2) return { first: new Set(), last: new Set() };
  const [beforeFirst, afterFirst] = [rows[MARKED - 1]?.rank, rows[MARKED]?.rank];
  const [beforeLast, afterLast] = [rows.at(-MARKED - 1)?.rank, rows.at(-MARKED)?.rank];
  return {
    first: new Set(beforeFirst === afterFirst ? [] : rows.slice(0, MARKED).map(({ unit }) => unit)),
    last: new Set(beforeLast === afterLast ? [] : rows.slice(-MARKED).map(({ unit }) => unit)),
  };
}

/** Decimals that every value of the column is written with: two at most. */
export function decimalsOf(rows: readonly { readonly value: number }[]): number {
  const needed = rows.map(({ value }) => (String(value).split(".")[1] ?? "").length);
  return Math.min(2, Math.max(0, ...needed));
}

function missingLine(view: RankingView, unitOf: (id: string) => Unit, words: RankChartWords): string | null {
  const { missing } = view.ranking;
  return missing.length === 0
    ? null
    : words.missing(
        missing.slice(0, NAMED_MISSING).map((id) => words.unit(unitOf(id))),
        Math.max(0, missing.length - NAMED_MISSING),
      );
}
