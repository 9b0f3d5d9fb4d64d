import type { DocumentRead, Extraction } from "#services/documents/extraction.ts";
import { createUnitResolver, type UnitResolver } from "#services/documents/marks/unit-resolver.ts";
import { draftsOf } from "#services/documents/plan/drafts-of.ts";
import { papersFirst } from "#services/documents/plan/papers-first.ts";
import { type PlannedSheet, planSheets } from "#services/documents/plan/plan-sheets.ts";
import { planTasks, type TaskPlan } from "#services/documents/plan/plan-tasks.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { type Period, periodRange } from "#services/periods/period.ts";
import type { DocumentKind, SourceDocument } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Target } from "#services/targets/target.ts";
import type { Targets } from "#services/targets/targets.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import type { AddedUnits } from "#services/units/added-units.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

export type BlockCode =
  | "nothing-understood"
  | "over-100"
  | "over-maximum"
  | "unread-table"
  | "untrusted-table"
  | "doubtful-figures";

/** All that confirming a document would store; nothing is stored yet. */
export interface ImportPlan extends TaskPlan {
  readonly extraction: Extraction;
  readonly document: SourceDocument;
  readonly sheets: readonly PlannedSheet[];
  readonly newUnits: readonly Unit[];
  readonly targets: readonly Target[];
  /** Those of them that are not held yet. */
  readonly newTargets: readonly Target[];
  /** Of the document alone and against what is stored. */
  readonly warnings: readonly ImportWarning[];
  /** Why it may not be confirmed; empty = it may. */
  readonly blocked: readonly BlockCode[];
}

export interface PlanOptions {
  readonly units: Units;
  readonly indicators: Indicators;
  readonly sheets: Sheets;
  readonly targets: Pick<Targets, "unknown">;
  readonly added: Pick<AddedUnits, "all">;
  readonly tasks: Pick<Tasks, "unknown">;
}

/** Turns what a document says into drafts of sheets, and compares them with the current ones. Stores nothing. */
export async function planImport(
  { extraction, hash, words }: DocumentRead,
  options: PlanOptions,
): Promise<ImportPlan> {
  const document = sourceOf(extraction, hash, words);
  const held = new Set((await options.added.all()).map(({ id }) => id));
  const { units } = options;
  const isHeld = (id: string): boolean => units.isListed(id) || held.has(id);
  const read = draftsOf(extraction.sheets, document, { units, isHeld });
  const isPortal = document.kind === "portal";
  const first = isPortal ? await papersFirst(read.drafts, options.sheets) : { ...read, warnings: [] };
  const { newUnits } = read;
  const { sheets, warnings: kept } = await planSheets(first.drafts, newUnits, options);
  const found = [...scopesUnknown(extraction, units), ...first.warnings, ...kept];
  const targets = targetsOf(extraction, document, options.units);
  const resolver = resolverOf(extraction, document, options.units);
  const { warnings, ...tasks } = await planTasks(extraction, document, { resolver, tasks: options.tasks });
  return {
    extraction,
    document,
    sheets,
    newUnits: [...newUnits.values()],
    targets,
    newTargets: await options.targets.unknown(targets),
    ...tasks,
    warnings: [...extraction.warnings, ...found, ...warnings],
    blocked: blocksOf(sheets, targets, extraction, found),
  };
}

/** Figures of an area that did not exist in their period: told, for they are not taken. */
function scopesUnknown({ sheets }: Extraction, units: Units): readonly ImportWarning[] {
  return sheets
    .filter(({ scope, period }) => !scopeOf(scope, period, units))
    .map(({ scope, period, rows }) => ({
      code: "unknown-scope",
      facts: { scope, period, count: rows.length },
    }));
}

const scopeOf = (scope: string, period: Period, units: Units): Unit | null =>
  createUnitResolver(units, periodRange(period).end).anywhere(scope);

/** The document's record: hash of the bytes received, its own words, no names of persons. */
function sourceOf({ document }: Extraction, hash: string, words: DocumentRead["words"] = []): SourceDocument {
  const source = { id: hash.slice(0, 16), hash, ...document, kind: document.kind ?? kindOf(document) };
  return words.length > 0 ? { ...source, words } : source;
}

function kindOf({ number, title }: Extraction["document"]): DocumentKind {
  const isLetter = number !== null || /^(v[/iI]?v|về việc|ve viec)\b/iu.test(title ?? "");
  return isLetter ? "letter" : "news";
}

/** Units as they were when the document was written. */
function resolverOf({ targets, sheets }: Extraction, document: SourceDocument, units: Units): UnitResolver {
  return createUnitResolver(units, atOf(targets[0]?.period ?? sheets[0]?.period ?? null, document));
}

function targetsOf(extraction: Extraction, document: SourceDocument, units: Units): readonly Target[] {
  const { targets, sheets } = extraction;
  const resolver = resolverOf(extraction, document, units);
  const around = sheets.map((sheet) => resolver.anywhere(sheet.scope)).find((unit) => unit !== null);
  return targets.flatMap(({ scope, indicator, comparison, value, period }) => {
    const unit = resolver.anywhere(scope) ?? (around ? resolver.inside(scope, around.id) : null);
    return unit
      ? [{ scope: unit.id, indicator, comparison, value, period, kinds: null, source: document.id }]
      : [];
  });
}

/** A day on which the document's units existed. */
function atOf(period: Period | null, { date }: SourceDocument): string {
  return date ?? (period ? periodRange(period).start : "9999-12-31");
}

function blocksOf(
  sheets: readonly PlannedSheet[],
  targets: readonly Target[],
  { tasks, warnings: own, doubtful = [] }: Extraction,
  found: readonly ImportWarning[],
): readonly BlockCode[] {
  const codes: BlockCode[] = [];
  if (sheets.length === 0 && targets.length === 0 && tasks.length === 0) codes.push("nothing-understood");
  for (const code of ["over-100", "over-maximum", "unread-table", "untrusted-table"] as const) {
    if ([...own, ...found].some((warning) => warning.code === code)) codes.push(code);
  }
  if (doubtful.length > 0) codes.push("doubtful-figures");
  return codes;
}
