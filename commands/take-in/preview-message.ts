import type { CommandContext } from "#commands/define-command.ts";
import { hasDifferences } from "#commands/parts/import-differences.ts";
import { act, say } from "#commands/take-in/acts.ts";
import { notTheirs } from "#commands/take-in/may-store.ts";
import {
  dossierSection,
  doubtfulSection,
  LINE,
  newUnitsSection,
  otherSections,
  type Sections,
  sheetHeadings,
  sheetSections,
  undoneSection,
  wordsSection,
} from "#commands/take-in/preview-sections.ts";
import { type Question, questionOf } from "#commands/take-in/questions.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import { mayBeStored, type Preview, saysNothing } from "#services/intake/preview.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { shorten } from "#services/text/shorten.ts";

type Context = CommandContext<unknown>;

/** What was understood on one screen, and what may be done with it. `above`: what is to be said first. */
export async function previewReply(preview: Preview, context: Context, above?: TextPart): Promise<Reply> {
  const shows = { kind: "paper", code: preview.code } as const;
  return { ...(await understood(preview, context, above)), shows };
}

async function understood(preview: Preview, context: Context, above: TextPart | undefined): Promise<Reply> {
  const { plan, isKnown } = preview;
  if (saysNothing(preview)) return emptyReply(plan, context);
  if (isKnown && preview.words.length === 0 && preview.open.matters.length === 0)
    return knownReply(plan, context);
  const { title } = plan.extraction.document;
  const question = questionOf(preview, context);
  return {
    text: lines(
      above,
      sourceTitle(plan, context),
      title !== null && shorten(title, LINE),
      ...undoneSection(plan, context),
      ...sheetSections(plan, context),
      ...dossierSection(plan, context),
      ...wordsSection(preview, context),
      ...newUnitsSection(preview.open.newUnits, context),
      ...doubtfulSection(preview, context),
      ...otherSections(preview, context),
      "",
      ...(await endLines(preview, question, context)),
    ),
    actions: actionsOf(preview, question, context),
  };
}

function actionsOf(
  preview: Preview,
  question: Question | null,
  { t }: Context,
): readonly (readonly Action[])[] {
  const { code, words, plan } = preview;
  return [
    mayBeStored(preview) ? [act(t.intake.actions.confirm, `xác nhận ${code}`)] : [],
    ...(question?.answers ?? []),
    [
      ...(plan.sheets.length > 0 ? [act(t.intake.actions.rows, `xem ${code}`)] : []),
      ...(hasDifferences(plan) ? [act(t.corrections.actions.differences, `khác biệt ${code}`)] : []),
      ...(words.length > 0 ? [say(t.corrections.actions.takeBack, code, "hoàn tác")] : []),
      act(t.intake.actions.discard, `bỏ ${code}`),
    ],
  ].filter((row) => row.length > 0);
}

/** "UBND huyện Tiên Lữ · số 1532/UBND-VP · ngày 12/9/2024". */
function sourceTitle({ extraction }: ImportPlan, { t }: Context): TextPart {
  const { issuer, number, date } = extraction.document;
  const day = date === null ? null : t.figures.date(date);
  return t.intake.title(t.importing.heading({ name: "", issuer, number, date: day }));
}

/** Either nothing was found, or tasks of nobody knows whom. */
function emptyReply(plan: ImportPlan, context: Context): Reply {
  const { importing, intake } = context.t;
  const isNothing = plan.blocked.includes("nothing-understood");
  return {
    text: lines(
      isNothing ? importing.blocked["nothing-understood"] : importing.warnings["no-task-scope"]({}),
      ...dossierSection(plan, context),
      intake.empty,
    ),
    actions: [[{ label: intake.actions.again, command: "/nhap" }]],
  };
}

function knownReply(plan: ImportPlan, context: Context): Reply {
  const { t } = context;
  const shown = sheetHeadings(plan, context);
  return { text: lines(sourceTitle(plan, context), ...shown, "", t.intake.known), actions: [] };
}

/** A cell of the paper as it would be typed right: "Thủ Sỹ tổng điểm 89,63". `figure`: in the place of its own. */
function exampleOf({ plan }: Preview, figure: string | null, { services, t }: Context): string {
  const [sheet] = plan.sheets;
  const cell = sheet?.draft.observations.find(({ value }) => value !== null);
  const unit = sheet?.units.find(({ id }) => id === cell?.unit);
  const indicator = services.indicators.get(cell?.indicator ?? "");
  if (!unit || !indicator) return t.intake.example;
  const name = t.figures.indicatorShort(indicator).toLowerCase();
  return `${unit.name} ${name} ${figure ?? t.figures.number(cell?.value ?? 0)}`;
}

/** What stands against storing it, what is asked, or how to go on. */
async function endLines(preview: Preview, question: Question | null, context: Context): Promise<Sections> {
  const { plan, isKnown } = preview;
  const { services, asker, t } = context;
  const blocked = plan.blocked.filter((code) => code !== "nothing-understood" || question === null);
  const blocks = blocked.length > 0 && [
    ...blocked.map((code) => t.importing.blocked[code]),
    t.intake.howToRight(exampleOf(preview, "…", context)),
  ];
  if (isKnown && question === null && !blocks) return [t.intake.known];
  const other = await notTheirs(plan, asker, services);
  return [
    ...(blocks || []),
    question?.text ?? (!blocks && t.intake.nothingStored(exampleOf(preview, null, context))),
    other !== null && t.intake.whoConfirms(other),
  ];
}
