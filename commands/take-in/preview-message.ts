import type { CommandContext } from "#commands/define-command.ts";
import { sheetFacts, targetLine, taskLine, unitLines, withBaseline } from "#commands/parts/import-lines.ts";
import { warningSentence } from "#commands/parts/import-warning.ts";
import { notTheirs } from "#commands/take-in/may-store.ts";
import { WARNING_CODES } from "#services/documents/extraction.ts";
import type { ImportPlan, PlannedSheet } from "#services/documents/plan/plan-import.ts";
import type { Preview } from "#services/intake/papers.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { shorten } from "#services/text/shorten.ts";
import { fullName } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;
type Sections = readonly (TextPart | false)[];

/** What one screen of a phone holds: lines of each kind, and UTF-16 units of a line. */
const SHEETS = 3;
const ROWS = 3;
const LINES_OF_A_KIND = 3;
const NAMED_UNITS = 6;
const LINE = 150;

/** What was understood on one screen, and what may be done with it. `above`: what is to be said first. */
export async function previewReply(preview: Preview, context: Context, above?: TextPart): Promise<Reply> {
  const shows = { kind: "paper", code: preview.code } as const;
  return { ...(await understood(preview, context, above)), shows };
}

async function understood(preview: Preview, context: Context, above: TextPart | undefined): Promise<Reply> {
  const { plan, code, isKnown } = preview;
  const { t } = context;
  if (isEmpty(plan)) return emptyReply(plan, context);
  if (isKnown) return knownReply(plan, context);
  return {
    text: lines(
      above,
      sourceTitle(plan, context),
      plan.extraction.document.title !== null && shorten(plan.extraction.document.title, LINE),
      ...sheetSections(plan, context),
      plan.newUnits.length > 0 && newUnitsLine(plan, context),
      ...otherSections(plan, context),
      "",
      ...(await endLines(preview, context)),
    ),
    actions: [
      mayBeConfirmed(preview) ? [act(t.intake.actions.confirm, `xác nhận ${code}`)] : [],
      [act(t.intake.actions.rows, `xem ${code}`), act(t.intake.actions.discard, `bỏ ${code}`)],
    ].filter((row) => row.length > 0),
  };
}

export const act = (label: string, words: string): Action => ({ label, command: `/nhap ${words}` });

export const mayBeConfirmed = ({ isKnown, plan }: Preview): boolean => !isKnown && plan.blocked.length === 0;

/** "UBND huyện Tiên Lữ · số 1532/UBND-VP · ngày 12/9/2024". */
function sourceTitle({ extraction }: ImportPlan, { t }: Context): TextPart {
  const { issuer, number, date } = extraction.document;
  const day = date === null ? null : t.figures.date(date);
  return t.intake.title(t.importing.heading({ name: "", issuer, number, date: day }));
}

const isEmpty = ({ sheets, targets, tasks }: ImportPlan): boolean =>
  sheets.length + targets.length + tasks.length === 0;

/** Either nothing was found, or tasks of nobody knows whom. */
function emptyReply({ blocked }: ImportPlan, { t }: Context): Reply {
  const { importing, intake } = t;
  const isNothing = blocked.includes("nothing-understood");
  return {
    text: lines(
      isNothing ? importing.blocked["nothing-understood"] : importing.warnings["no-task-scope"]({}),
      intake.empty,
    ),
    actions: [[{ label: t.intake.actions.again, command: "/nhap" }]],
  };
}

function knownReply(plan: ImportPlan, context: Context): Reply {
  const shown = plan.sheets.slice(0, SHEETS).map((sheet) => sheetHeading(sheet, context));
  return { text: lines(sourceTitle(plan, context), ...shown, "", context.t.intake.known), actions: [] };
}

function sheetSections({ sheets }: ImportPlan, context: Context): Sections {
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
    ...unitLines(sheet, shown, t, services.indicators).map((row) => `– ${shorten(row, LINE)}`),
    more > 0 && t.intake.moreUnits(more),
  ];
}

function sheetHeading(sheet: PlannedSheet, { t }: Context): TextPart {
  const { scope, period } = sheetFacts(sheet, t);
  const indicators = new Set(sheet.draft.observations.map(({ indicator }) => indicator)).size;
  return t.intake.sheet({ scope, period, units: sheet.units.length, indicators });
}

function newUnitsLine({ newUnits }: ImportPlan, { t }: Context): TextPart {
  const named = newUnits.slice(0, NAMED_UNITS).map(fullName);
  return lines("", t.intake.newUnits(named, newUnits.length - named.length));
}

function otherSections(plan: ImportPlan, context: Context): Sections {
  const { services, t } = context;
  const { targets, tasks, unread } = plan.extraction;
  const kinds = [
    ["targets", targets.map((target) => targetLine(target, t, services.indicators))],
    ["tasks", tasks.map((task) => taskLine(task, plan, t))],
    ["warnings", warningLines(plan, context)],
    ["unread", unread],
  ] as const;
  return kinds.flatMap(([kind, rows]) => {
    if (rows.length === 0) return [];
    const shown = rows.slice(0, LINES_OF_A_KIND).map((row) => `– ${shorten(row, LINE)}`);
    return ["", t.intake.heading(kind, { count: rows.length, shown: shown.length }), ...shown];
  });
}

/** The most serious first; of new units more is said elsewhere. */
function warningLines({ warnings }: ImportPlan, { services, t }: Context): readonly string[] {
  return warnings
    .filter(({ code }) => code !== "unknown-unit")
    .toSorted((a, b) => WARNING_CODES.indexOf(a.code) - WARNING_CODES.indexOf(b.code))
    .map((warning) => warningSentence(warning, t, services.indicators));
}

async function endLines({ plan }: Preview, { services, asker, t }: Context): Promise<Sections> {
  if (plan.blocked.length > 0)
    return [...plan.blocked.map((code) => t.importing.blocked[code]), t.intake.howToRight];
  const other = await notTheirs(plan, asker, services);
  return [t.intake.nothingStored, other !== null && t.intake.whoConfirms(other)];
}
