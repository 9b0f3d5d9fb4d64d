import { bandOf, movement, NAMED, nameValues, publishedRank, rowName } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { lines, type Table, type TableColumn, type TextPart, tabled, text } from "#services/reply/text.ts";
import type { RankingView } from "#services/results/views.ts";
import type { Comparison } from "#services/sheets/earlier-list.ts";
import { FEW_DOSSIERS, weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets } from "#services/targets/target.ts";
import { capital } from "#services/text/capital.ts";
import type { Unit } from "#services/units/unit.ts";

export type Line = TextPart | null;

export interface Facts {
  readonly view: RankingView;
  readonly unitOf: (id: string) => Unit;
  readonly t: Catalog;
}

/** The rows of a short list; of a longer one those that may stand at its ends. */
export function rowsToName({ ranking: { rows } }: RankingView): readonly RankedUnit[] {
  return rows.length <= NAMED * 2 ? rows : weighty(rows);
}

/** Who leads and who is last; a list too short for both is given whole. */
export function endsLines(facts: Facts): readonly Line[] {
  const { view, t } = facts;
  const named = rowsToName(view);
  if (named.length <= NAMED * 2) return rowLines(named, facts);
  return [
    t.rank.leaders(endWords(named.slice(0, NAMED), facts)),
    t.rank.laggards(endWords(named.slice(-NAMED).reverse(), facts)),
  ];
}

/** Three names with their values, and how many more share the last one's rank; where all share one, how many do. */
function endWords(named: readonly RankedUnit[], facts: Facts): string {
  const { view, unitOf, t } = facts;
  const [first] = named;
  const peers = weighty(view.ranking.rows).filter(({ rank }) => rank === first?.rank);
  if (!first || peers.length <= NAMED) {
    const names = nameValues(named, view, unitOf, t);
    return [names, tiedBeyond(named.at(-1), named, facts)].filter((part) => part !== null).join(" ");
  }
  return t.rank.tied({
    count: peers.length,
    rank: first.rank,
    value: t.figures.value(first.value, view.indicator),
  });
}

/** Others that share the rank at which the list was cut. */
export function tiedBeyond(
  edge: RankedUnit | undefined,
  taken: readonly RankedUnit[],
  { view, t }: Facts,
): string | null {
  const left = weighty(view.ranking.rows).filter((row) => row.rank === edge?.rank && !taken.includes(row));
  if (!edge || left.length === 0) return null;
  return t.rank.tiedToo({ count: left.length, rank: edge.rank });
}

/** A line each, or a table; above them what the changes in brackets are set against. */
export function rowLines(rows: readonly RankedUnit[], { view, unitOf, t }: Facts): readonly Line[] {
  const { comparison } = view.ranking;
  const movements = rows.map((row) => (isShown(row, comparison) ? movement(row, view.indicator, t) : null));
  const hasChanges = movements.some(isSaid);
  const said = rows.map((row, i) => ({
    rank: row.rank,
    name: rowName(row, unitOf, t),
    value: t.figures.value(row.value, view.indicator),
    note: [row.tied ? t.rank.tiedRow : null, movements[i] ?? null].filter(isSaid).join(" · ") || null,
  }));
  const table = rankTable(said, { indicator: view.indicator, hasChanges }, t);
  return [
    hasChanges ? t.rank.inBrackets(t.evidence.against(view.before, comparison)) : null,
    rows.length === 0 ? null : tabled(table, lines(...said.map(t.rank.row))),
  ];
}

function rankTable(
  rows: readonly Parameters<Catalog["rank"]["row"]>[0][],
  { indicator, hasChanges }: { readonly indicator: Indicator; readonly hasChanges: boolean },
  { rank: { table } }: Catalog,
): Table {
  const hasNotes = rows.some(({ note }) => note !== null);
  const columns: TableColumn[] = [
    { head: table.place, isFigure: true },
    { head: table.unit },
    { head: table.value(indicator), isFigure: true },
    ...(hasNotes ? [{ head: hasChanges ? table.change : table.note }] : []),
  ];
  return {
    columns,
    rows: rows.map(({ rank, name, value, note }) => [
      String(rank),
      name,
      value,
      ...(hasNotes ? [note ?? ""] : []),
    ]),
  };
}

/** Of lists that do not compare only what a document itself says of a change. */
function isShown({ observation }: RankedUnit, { kind }: Comparison): boolean {
  return kind !== "none" || observation.change !== null;
}

const isSaid = (part: string | null): part is string => part !== null;

/** Who rose and who fell the most, or why nothing is compared. */
export function moverLines({ view, unitOf, t }: Facts): readonly Line[] {
  const { rows, comparison, published } = view.ranking;
  if (published) return [];
  if (comparison.kind === "none") return [capital(t.evidence.incomparable(comparison.reason, view.before))];
  const changed = weighty(rows).filter(({ change }) => change !== null && change !== 0);
  const byChange = [...changed].sort((a, b) => (b.change ?? 0) - (a.change ?? 0));
  const say = (row: RankedUnit | undefined, phrase: (name: string, change: string) => string): string[] =>
    row ? [phrase(t.rank.chart.unit(unitOf(row.unit)), parenthesised(row, { view, unitOf, t }))] : [];
  const rose = byChange.find(({ change }) => (change ?? 0) > 0);
  const fell = byChange.findLast(({ change }) => (change ?? 0) < 0);
  const said = [...say(rose, t.rank.rose), ...say(fell, t.rank.fell)];
  return [
    said.length === 0 ? null : t.rank.movers(said, t.evidence.against(view.before, comparison)),
    otherwiseLine({ view, unitOf, t }),
  ];
}

/** Published changes that the stored figures contradict. */
function otherwiseLine({ view: { ranking, indicator, before }, unitOf, t }: Facts): Line {
  const names = otherwiseNames(ranking.rows, indicator, unitOf, t);
  if (names.length === 0) return null;
  return t.rank.otherwise({
    names: names.slice(0, NAMED).join(", "),
    more: Math.max(0, names.length - NAMED),
    against: t.evidence.against(before, { kind: "sheet", over: null }),
  });
}

/** "Cương Chính −3,20", in the order of the list. */
function otherwiseNames(
  rows: readonly RankedUnit[],
  indicator: Indicator,
  unitOf: (id: string) => Unit,
  t: Catalog,
): readonly string[] {
  return rows.flatMap(({ unit, publishedChange }) =>
    publishedChange === null
      ? []
      : [`${t.rank.chart.unit(unitOf(unit))} ${t.figures.change(publishedChange, indicator)}`],
  );
}

/** The scope's own figure, with its published place. */
export function wholeLine({ view, t }: Facts): Line {
  const { whole, indicator, scope } = view;
  if (!whole || whole.value === null) return null;
  return t.rank.whole({
    label: t.figures.whole(scope),
    value: t.figures.valueOfMax(whole.value, indicator),
    band: bandOf(whole.value, indicator, t),
    rank: publishedRank(whole, t),
  });
}

/** Units that miss the target, worst first. */
export function targetLine({ view, unitOf, t }: Facts): Line {
  const { target, indicator, ranking } = view;
  const missed = target ? ranking.rows.filter(({ value }) => !meets(value, target)).reverse() : [];
  if (!target || missed.length === 0) return null;
  return t.rank.belowTarget({
    indicator: t.figures.indicator(indicator).toLocaleLowerCase("vi"),
    target: `${target.comparison} ${t.figures.value(target.value, indicator)}`,
    names: nameValues(missed.slice(0, NAMED), view, unitOf, t),
    more: Math.max(0, missed.length - NAMED),
  });
}

/** Units that could not be ranked, and lists that are not whole. */
export function gapLines({ view, unitOf, t }: Facts): readonly Line[] {
  const { missing, idle, rows, published } = view.ranking;
  const lacksTotal = ![view.indicator, ...view.indicators].some(({ id }) => id === TOTAL);
  const named = (ids: readonly string[]): [string, number] => [
    ids
      .slice(0, NAMED * 2)
      .map((id) => t.rank.chart.unit(unitOf(id)))
      .join(", "),
    Math.max(0, ids.length - NAMED * 2),
  ];
  return [
    lacksTotal ? t.rank.withoutTotal(view.indicator) : null,
    published
      ? t.rank.published(rows.length, Math.max(...rows.map(({ observation }) => observation.of ?? 0)))
      : null,
    missing.length > rows.length / 2 ? t.rank.partial(rows.length, rows.length + missing.length) : null,
    missing.length > 0 ? t.rank.missing(...named(missing)) : null,
    idle.length > 0 ? t.rank.idle(...named(idle)) : null,
    fewLine(view.ranking.rows, unitOf, t),
  ];
}

/** Units marked †, with how many dossiers they received. */
export function fewLine(
  rows: readonly Pick<RankedUnit, "unit" | "few">[],
  unitOf: (id: string) => Unit,
  t: Catalog,
): string | null {
  const few = rows.flatMap((row) =>
    row.few === null ? [] : [{ name: t.rank.chart.unit(unitOf(row.unit)), dossiers: row.few }],
  );
  if (few.length === 0) return null;
  const more = Math.max(0, few.length - NAMED * 2);
  return t.rank.few({ units: few.slice(0, NAMED * 2), more, most: FEW_DOSSIERS });
}

function parenthesised(row: RankedUnit, { view, t }: Facts): string {
  const change = row.change === null ? "" : t.figures.change(row.change, view.indicator);
  return row.moved === null ? change : `${change} (${t.figures.moved(row.moved)})`;
}

/** The title line of a ranking; the total goes without saying. */
export function rankingTitle({ view, unitOf, t }: Facts): TextPart {
  return text`${t.rank.title({
    period: view.period,
    scope: view.scope,
    units: t.figures.unitCount(view.ranking.rows.map(({ unit }) => unitOf(unit))),
    indicator: view.indicator.id === TOTAL ? null : view.indicator,
  })}`;
}
