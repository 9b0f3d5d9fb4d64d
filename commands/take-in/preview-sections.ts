import type { CommandContext } from "#commands/define-command.ts";
import { dossierLines } from "#commands/parts/dossier-lines.ts";
import { sheetFacts, targetLine, taskLine, unitLines, withBaseline } from "#commands/parts/import-lines.ts";
import { warningSentence } from "#commands/parts/import-warning.ts";
import { wordLine, wordLines } from "#commands/parts/persons-words.ts";
import type { DoubtfulFigure } from "#services/documents/extraction.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { PlannedSheet } from "#services/documents/plan/plan-sheets.ts";
import type { WarningCode } from "#services/documents/warnings.ts";
import { WARNING_CODES } from "#services/documents/warnings.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Preview } from "#services/intake/preview.ts";
import type { TextPart } from "#services/reply/text.ts";
import { shorten } from "#services/text/shorten.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

type Context = Pick<CommandContext<unknown>, "services" | "t">;
export type Sections = readonly (TextPart | false)[];

/** What one screen of a phone holds: lines of each kind, and UTF-16 units of a line. */
const SHEETS = 3;
const ROWS = 3;
const LINES_OF_A_KIND = 3;
const WORDS = 5;
const NAMED_UNITS = 6;
export const LINE = 150;

export function sheetSections({ sheets }: ImportPlan, context: Context): Sections {
  const more = sheets.length - SHEETS;
  return [
    ...sheets.slice(0, SHEETS).flatMap((sheet) => ["", ...sheetLines(sheet, context)]),
    more > 0 && context.t.intake.moreSheets(more),
  ];
}

function sheetLines(sheet: PlannedSheet, context: Context): Sections {
  const { services, t } = context;
  const more = sheet.units.length - ROWS;
  const shown = sheet.units.slice(0, ROWS);
  return [
    sheetHeading(sheet, context),
    withBaseline(t.intake.counts(sheetFacts(sheet, t)), sheet, t),
    ...unitLines(sheet, shown, t, services.indicators).map(item),
    more > 0 && t.intake.moreUnits(more),
  ];
}

/** The scopes and periods of a paper that is held already. */
export const sheetHeadings = ({ sheets }: ImportPlan, context: Context): Sections =>
  sheets.slice(0, SHEETS).map((sheet) => sheetHeading(sheet, context));

function sheetHeading(sheet: PlannedSheet, { t }: Context): TextPart {
  const { scope, period } = sheetFacts(sheet, t);
  const indicators = new Set(sheet.draft.observations.map(({ indicator }) => indicator)).size;
  return t.intake.sheet({ scope, period, units: sheet.units.length, indicators });
}

/** What was counted of its lists of dossiers. */
export function dossierSection({ extraction: { dossiers } }: ImportPlan, { t }: Context): Sections {
  return dossiers ? ["", t.dossiers.heading, ...dossierLines(dossiers, t).map((line) => `– ${line}`)] : [];
}

/** What persons put right before, and this paper would undo: the first thing to be seen. */
export function undoneSection({ warnings }: ImportPlan, { services, t }: Context): Sections {
  const undone = warnings.filter(({ code }) => code === "undoes-correction");
  if (undone.length === 0) return [];
  const shown = undone.slice(0, WORDS).map((one) => item(warningSentence(one, t, services.indicators)));
  const facts = { count: undone.length, shown: shown.length };
  return ["", t.corrections.undoes(facts), ...shown, t.corrections.howToKeep];
}

/** Units that nobody agreed to add yet. */
export function newUnitsSection(newUnits: readonly Unit[], { t }: Context): Sections {
  if (newUnits.length === 0) return [];
  const named = newUnits.slice(0, NAMED_UNITS).map(fullName);
  return ["", t.intake.newUnits(named, newUnits.length - named.length)];
}

/** What persons said, the latest shown, and what of it changed nothing. */
export function wordsSection({ words, lost }: Preview, { services, t }: Context): Sections {
  if (words.length === 0) return [];
  const said = wordLines(
    words.filter((word) => !lost.includes(word)),
    t,
    services.indicators,
  );
  const left = lost.map((word) => t.corrections.lost(wordLine(word, t, services.indicators)));
  const shown = [...left, ...said.slice(-WORDS)].map(item);
  return ["", t.corrections.heading({ count: said.length + left.length, shown: shown.length }), ...shown];
}

export function doubtfulSection({ open }: Preview, context: Context): Sections {
  const { doubtful } = open;
  if (doubtful.length === 0) return [];
  const shown = doubtful.slice(0, LINES_OF_A_KIND).map((figure) => item(doubtfulLine(figure, context)));
  return ["", context.t.corrections.doubtful({ count: doubtful.length, shown: shown.length }), ...shown];
}

export function doubtfulLine(figure: DoubtfulFigure, { services, t }: Context): string {
  const { unit, read, suggestion, page } = figure;
  const indicator = services.indicators.get(figure.indicator);
  return t.corrections.doubtfulLine({
    unit,
    indicator: doubtfulIndicator(figure, { services, t }),
    read,
    suggestion: suggestion === null ? null : suggested(suggestion, figure.part, indicator, t),
    page,
  });
}

/** What a doubtful figure is of: the indicator, else the head of its column. */
export function doubtfulIndicator(
  { indicator: id, column, part }: DoubtfulFigure,
  { services, t }: Pick<Context, "services" | "t">,
): string {
  const indicator = services.indicators.get(id);
  return t.corrections.part(indicator ? t.figures.indicatorShort(indicator) : column, part);
}

function suggested(
  figure: number,
  part: DoubtfulFigure["part"],
  indicator: Indicator | undefined,
  { figures }: Context["t"],
): string {
  if (!indicator || part === "rank") return figures.number(figure);
  return part === "change" ? figures.change(figure, indicator) : figures.value(figure, indicator);
}

/** Lines of each kind, under a heading that counts them. */
export function otherSections(preview: Preview, context: Context): Sections {
  const { services, t } = context;
  const { plan, open } = preview;
  const { targets, tasks, unread } = plan.extraction;
  const isWaiting = open.matters.some((matter) => matter === "period" || matter === "scope");
  const kinds = [
    ["targets", targets.map((target) => targetLine(target, t, services.indicators))],
    ["tasks", tasks.map((task) => taskLine(task, plan, t))],
    ["warnings", warningLines(plan, isWaiting, context)],
    ["unread", unread],
  ] as const;
  return kinds.flatMap(([kind, rows]) => {
    if (rows.length === 0) return [];
    const shown = rows.slice(0, LINES_OF_A_KIND).map(item);
    const facts = { count: rows.length, shown: shown.length };
    const heading =
      kind === "unread" && isWaiting ? t.corrections.waiting(facts) : t.intake.heading(kind, facts);
    return ["", heading, ...shown];
  });
}

const item = (row: string): string => `– ${shorten(row, LINE)}`;

/** Told elsewhere in the preview: corrections that are undone, new units, doubtful figures, what persons said. */
const TOLD: ReadonlySet<WarningCode> = new Set([
  "undoes-correction",
  "unknown-unit",
  "doubtful-figures",
  "different-figures",
  "given-period",
  "given-scope",
]);

/** Asked instead of being told. */
const ASKED: ReadonlySet<WarningCode> = new Set(["tables-without-period", "unread-rows"]);

/** The most serious first. */
function warningLines(
  { warnings }: ImportPlan,
  isWaiting: boolean,
  { services, t }: Context,
): readonly string[] {
  return warnings
    .filter(({ code }) => !TOLD.has(code) && !(isWaiting && ASKED.has(code)))
    .toSorted((a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code))
    .map((warning) => warningSentence(warning, t, services.indicators));
}
