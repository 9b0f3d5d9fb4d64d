import { dossierLines } from "#commands/parts/dossier-lines.ts";
import { warningSentence } from "#commands/parts/import-warning.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { ExtractedTask } from "#services/documents/extraction.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { PlannedSheet } from "#services/documents/plan/plan-sheets.ts";
import { groupBy } from "#services/group-by.ts";
import { createIndicators, type Indicators } from "#services/indicators/indicators.ts";
import { previousPeriod } from "#services/periods/period.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { NewTask } from "#services/tasks/task.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

/** What was understood, unit by unit, with what is new, doubtful or not understood. */
export function previewLines(name: string, plan: ImportPlan, catalog: Catalog): readonly string[] {
  const { figures, importing: words } = catalog;
  const indicators = createIndicators();
  const { issuer, number, date, title } = plan.extraction.document;
  return [
    words.heading({ name, issuer, number, date: date === null ? null : figures.date(date) }),
    ...(title === null ? [] : [title]),
    ...plan.sheets.flatMap((sheet) => sheetLines(sheet, catalog, indicators)),
    ...sections(plan, catalog, indicators),
    ...plan.blocked.map((code) => words.blocked[code]),
  ];
}

/** What is there beside the figures, each kind under its heading. */
function sections(plan: ImportPlan, catalog: Catalog, indicators: Indicators): readonly string[] {
  const { headings } = catalog.importing;
  const { targets, tasks, unread, dossiers } = plan.extraction;
  const kinds: readonly (readonly [heading: string, rows: readonly string[]])[] = [
    [catalog.dossiers.heading, dossiers ? dossierLines(dossiers, catalog) : []],
    [headings.newUnits, plan.newUnits.map(fullName)],
    [headings.targets, targets.map((target) => targetLine(target, catalog, indicators))],
    [headings.tasks, tasks.map((task) => taskLine(task, plan, catalog))],
    [headings.warnings, plan.warnings.map((warning) => warningSentence(warning, catalog, indicators))],
    [headings.unread, unread],
  ];
  return kinds.flatMap(([heading, rows]) =>
    rows.length === 0 ? [] : [heading, ...rows.map((row) => `  ${row}`)],
  );
}

function sheetLines(sheet: PlannedSheet, catalog: Catalog, indicators: Indicators): readonly string[] {
  const rows = unitLines(sheet, sheet.units, catalog, indicators);
  const heading = catalog.importing.sheet(sheetFacts(sheet, catalog));
  return [withBaseline(heading, sheet, catalog), ...rows.map((row) => `  ${row}`)];
}

/** A heading that also says what the changes in brackets below it are set against, where the document gives any. */
export function withBaseline(heading: string, { draft }: PlannedSheet, { importing }: Catalog): string {
  const hasChanges = draft.observations.some(({ change }) => change !== null);
  return hasChanges ? `${heading} · ${importing.inBrackets(previousPeriod(draft.period))}` : heading;
}

/** Scope, period and moment of a sheet in words, and what becomes of its figures. */
export function sheetFacts({ draft, scope, changes }: PlannedSheet, catalog: Catalog) {
  const { figures, periods, importing: words } = catalog;
  const count = (kind: string) => changes.filter((change) => change.kind === kind).length;
  const moments = momentsOf(draft);
  const [asOf = null] = moments;
  return {
    scope: fullName(scope),
    period: periods.name(draft.period),
    asOf: moments.size > 1 ? words.severalMoments : asOf && figures.moment(asOf),
    fresh: count("new"),
    changed: count("changed"),
    same: count("same"),
    gone: count("gone"),
  };
}

const momentsOf = ({ observations }: PlannedSheet["draft"]) => new Set(observations.map(({ asOf }) => asOf));

/** A line for each of some units: its figures, those they replace before them. */
export function unitLines(
  { draft, changes }: PlannedSheet,
  units: readonly Unit[],
  catalog: Catalog,
  indicators: Indicators,
): readonly string[] {
  const isMixed = momentsOf(draft).size > 1;
  const rows = groupBy(draft.observations, ({ unit }) => unit);
  const replaced = new Map(
    changes.flatMap(({ kind, before, after }) =>
      kind === "changed" && after ? [[keyOf(after), before]] : [],
    ),
  );
  return units.map((unit) => {
    const figures = (rows.get(unit.id) ?? []).map((row) =>
      figure(row, replaced.get(keyOf(row)) ?? null, isMixed, catalog, indicators),
    );
    return catalog.importing.row({ unit: fullName(unit), figures });
  });
}

const keyOf = ({ unit, indicator }: Observation): string => `${unit}\t${indicator}`;

/** One figure, behind the one it replaces. */
function figure(
  row: Observation,
  before: Observation | null,
  withMoment: boolean,
  { figures, importing: words }: Catalog,
  indicators: Indicators,
): string {
  const indicator = indicators.get(row.indicator);
  if (!indicator) return row.indicator;
  const outOf = row.rank === null && row.of !== null ? `/${figures.number(row.of)}` : "";
  const isOther = before !== null && before.value !== null && before.value !== row.value;
  const parts = [
    isOther ? `${figures.value(before.value, indicator)} →` : null,
    row.value === null ? null : `${figures.value(row.value, indicator)}${outOf}`,
    row.change === null ? null : `(${figures.change(row.change, indicator)})`,
    row.rank === null ? null : words.rank(row.rank, row.of),
    withMoment && row.asOf !== null ? `[${figures.moment(row.asOf)}]` : null,
  ];
  return `${figures.indicatorShort(indicator)} ${parts.filter((part) => part !== null).join(" ")}`;
}

export function targetLine(
  { scope, indicator: id, comparison, value, period }: ImportPlan["extraction"]["targets"][number],
  { figures, periods, importing: words }: Catalog,
  indicators: Indicators,
): string {
  const indicator = indicators.get(id);
  return words.target({
    scope,
    indicator: indicator ? figures.indicatorShort(indicator) : id,
    comparison: comparison.replace(">=", "≥").replace("<=", "≤"),
    value: indicator ? figures.value(value, indicator) : String(value),
    period: period === null ? null : periods.name(period),
  });
}

export function taskLine(
  { text, owners, due, includesDay }: ExtractedTask,
  { tasks, newTasks }: ImportPlan,
  { figures, importing: words }: Catalog,
): string {
  const isAmong = (all: readonly NewTask[]): boolean => all.some((task) => task.text === text);
  return words.task({
    text,
    owners,
    due:
      "date" in due
        ? words.dueDate(figures.date(due.date), includesDay)
        : words.weekly(due.weekday, due.time),
    isHeld: isAmong(tasks) && !isAmong(newTasks),
  });
}
