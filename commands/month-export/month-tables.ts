import type { CommandContext } from "#commands/define-command.ts";
import { change, figure, whole } from "#commands/parts/figure-cells.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { MonthList } from "#commands/parts/read-month.ts";
import type { FileTable, TableCell } from "#commands/parts/table-file.ts";
import { groupBy } from "#services/group-by.ts";
import type { GroupId } from "#services/indicators/indicator.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { classify } from "#services/indicators/indicators.ts";
import { joinEvidence } from "#services/results/evidence.ts";
import type { RankingView } from "#services/results/views.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { meets, type Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;

/** A ranking, and the row of each unit in it. */
interface Ranked {
  readonly view: RankingView;
  readonly rows: ReadonlyMap<string, RankedUnit>;
  readonly target: Target | null;
}

/** A list as tables: all its figures side by side, then what belongs to each group with ranks and changes. */
export function listTables(list: MonthList, context: Context): readonly FileTable[] {
  const ranked = list.views.map((view): Ranked => {
    const target = view.targets.find(({ indicator }) => indicator === view.indicator.id) ?? null;
    return { view, rows: new Map(view.ranking.rows.map((row) => [row.unit, row])), target };
  });
  const units = unitsOf(list);
  const groups = groupBy(ranked.slice(1), ({ view }) => view.indicator.group);
  return [
    wholeTable(list, ranked, units, context),
    ...[...groups].map(([group, of]) => groupTable(list, { group, of }, units, context)),
  ];
}

/** In the order of the list, those without figures last. */
function unitsOf({ views: [first, ...others] }: MonthList): readonly string[] {
  const { rows, idle, missing } = first.ranking;
  const elsewhere = others.flatMap(({ ranking }) => ranking.rows.map(({ unit }) => unit));
  return [...new Set([...rows.map(({ unit }) => unit), ...elsewhere, ...idle, ...missing])];
}

const UNIT_WIDTH = 30;
const NARROW = 9;
const WIDE = 14;
const WORDS_WIDTH = 44;

function wholeTable(
  { kind, views: [first] }: MonthList,
  ranked: readonly Ranked[],
  units: readonly string[],
  context: Context,
): FileTable {
  const { t } = context;
  const { file } = t.monthExport;
  const [leading, ...others] = ranked;
  const changes = leading && hasChanges(leading) ? [leading] : [];
  const hasBands = first.indicator.id === TOTAL;
  const hasTargets = ranked.some(({ target }) => target !== null);
  const heads = [
    [file.columns.rank, NARROW],
    [file.columns.unit, UNIT_WIDTH],
    [file.values(first.indicator), WIDE],
    ...changes.map((one) => [changeHead(one, context), WIDE] as const),
    ...(hasBands ? [[file.columns.band, WIDE] as const] : []),
    ...others.map(({ view }) => [file.values(view.indicator), WIDE] as const),
    ...(hasTargets ? [[file.columns.missed, WORDS_WIDTH] as const] : []),
    [file.columns.note, 20],
  ] as const;
  const rows = units.map((unit): readonly TableCell[] => {
    const row = leading?.rows.get(unit);
    return [
      row ? whole(row.rank) : null,
      nameOf(unit, first, context),
      leading ? valueCell(leading, unit) : null,
      ...changes.map((one) => changeCell(one, unit)),
      ...(hasBands ? [row ? t.figures.band(classify(row.value)) : null] : []),
      ...others.map((one) => valueCell(one, unit)),
      ...(hasTargets ? [missedBy(unit, ranked, context)] : []),
      noteOn(unit, first, ranked, context),
    ];
  });
  return {
    sheet: file.sheet({ kind, part: "all", group: null }),
    ...titleOf(kind, ranked, context),
    columns: heads.map(([head, width]) => ({ head, width })),
    rows,
    frozen: 2,
  };
}

function groupTable(
  { kind, views: [first] }: MonthList,
  { group, of }: { readonly group: GroupId | null; readonly of: readonly Ranked[] },
  units: readonly string[],
  context: Context,
): FileTable {
  const { file } = context.t.monthExport;
  const columns = of.flatMap((one) => {
    const { indicator } = one.view;
    return [
      { head: file.values(indicator), width: WIDE, cell: (unit: string) => valueCell(one, unit) },
      { head: file.ranks(indicator), width: WIDE, cell: (unit: string) => rankCell(one, unit) },
      ...(hasChanges(one)
        ? [{ head: changeHead(one, context), width: WIDE, cell: (unit: string) => changeCell(one, unit) }]
        : []),
    ];
  });
  return {
    sheet: file.sheet({ kind, part: "group", group }),
    ...titleOf(kind, of, context),
    columns: [{ head: file.columns.unit, width: UNIT_WIDTH }, ...columns],
    rows: units.map((unit) => [nameOf(unit, first, context), ...columns.map(({ cell }) => cell(unit))]),
    frozen: 1,
  };
}

function titleOf(kind: MonthList["kind"], ranked: readonly Ranked[], { t }: Context) {
  const [leading] = ranked;
  const evidence = joinEvidence(ranked.map(({ view }) => view.evidence));
  const { scope, period } = leading?.view ?? {};
  return {
    title: scope && period ? t.monthExport.file.title({ scope, period, kind }) : "",
    about: t.evidence.line(evidence),
  };
}

const hasChanges = ({ view }: Ranked): boolean => view.ranking.rows.some(({ change }) => change !== null);

const changeHead = ({ view }: Ranked, { t }: Context): string =>
  t.monthExport.file.changes(view.indicator, t.evidence.against(view.before, view.ranking.comparison));

function valueCell({ rows, view, target }: Ranked, unit: string): TableCell {
  const row = rows.get(unit);
  if (!row) return null;
  return figure(row.value, view.indicator, target !== null && !meets(row.value, target));
}

function rankCell({ rows }: Ranked, unit: string): TableCell {
  const row = rows.get(unit);
  return row && row.few === null ? whole(row.rank) : null;
}

function changeCell({ rows, view }: Ranked, unit: string): TableCell {
  return change(rows.get(unit)?.change ?? null, view.indicator);
}

/** With the unit it lies in, where the list is of several. */
function nameOf(unit: string, { scope }: RankingView, { services, t }: Context): string {
  const unitOf = unitLookup(services.units);
  const one: Unit = unitOf(unit);
  const name = t.figures.unit(one);
  return one.parent === null || one.parent === scope.id
    ? name
    : `${name}, ${t.figures.unit(unitOf(one.parent))}`;
}

function missedBy(unit: string, ranked: readonly Ranked[], { t }: Context): TableCell {
  const missed = ranked.flatMap(({ rows, target, view }) => {
    const row = rows.get(unit);
    return row && target && !meets(row.value, target)
      ? [t.monthExport.file.missed(view.indicator, target)]
      : [];
  });
  return missed.length === 0 ? null : missed.join("; ");
}

function noteOn(unit: string, first: RankingView, ranked: readonly Ranked[], { t }: Context): TableCell {
  if (first.ranking.idle.includes(unit)) return t.monthExport.file.idle;
  const [few] = ranked.flatMap(({ rows }) => rows.get(unit)?.few ?? []);
  if (few !== undefined) return t.unit.few(few);
  return ranked.some(({ rows }) => rows.has(unit)) ? null : t.monthExport.file.noFigures;
}
