import type { CommandContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { act } from "#commands/take-in/acts.ts";
import { expectMayDecide, expectMayStore } from "#commands/take-in/may-store.ts";
import { previewReply } from "#commands/take-in/preview-message.ts";
import { askSecond } from "#commands/take-in/second-person.ts";
import type { Confirmation } from "#services/intake/storing.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { bold, lines } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;
type Stored = Extract<Confirmation, { outcome: "stored" }>;

/** Stores what the preview of a code said, if the presser may and if it still holds. */
export async function confirm(code: string, context: Context): Promise<Reply> {
  const { services, asker, t } = context;
  const confirmation = await services.intake.confirm(asker.chat, code, asker.sender, (preview) =>
    expectMayStore(preview, context),
  );
  if (confirmation.outcome === "gone") throw new Refusal("unknown-paper", {});
  if (confirmation.outcome === "one-more") return askSecond(confirmation.preview, context);
  if (confirmation.outcome !== "stored")
    return previewReply(confirmation.preview, context, t.intake.notYet[confirmation.outcome]);
  return savedReply(confirmation, context);
}

/** Whoever handed it in may throw it away, and whoever could store it. */
export async function discard(code: string, context: Context): Promise<Reply> {
  const { services, asker, t } = context;
  const preview = await services.intake.preview(asker.chat, code);
  if (!preview) throw new Refusal("unknown-paper", {});
  await expectMayDecide(preview, context);
  await services.intake.discard(asker.chat, preview.code);
  return { text: lines(t.intake.discarded), actions: [] };
}

function savedReply({ plan, sheets, code, endsSample }: Stored, context: Context): Reply {
  const { importing, intake, periods } = context.t;
  const scopes = new Map(plan.sheets.map(({ scope }) => [scope.id, scope]));
  const versions = sheets.map(({ scope: id, period, version }) => {
    const scope = scopes.get(id);
    return { scope: scope ? fullName(scope) : id, period: periods.name(period), version };
  });
  return {
    text: lines(
      versions.length > 0 && bold(importing.saved(versions)),
      plan.newTargets.length > 0 && intake.savedTargets(plan.newTargets.length),
      plan.newTasks.length > 0 && importing.savedTasks(plan.newTasks.length),
      versions.length > 0 && intake.howToCorrect,
      endsSample && intake.endsSample,
    ),
    actions: [
      waysOn(plan.sheets, context),
      versions.length > 0 ? [act(intake.actions.undo, `hoàn tác ${code}`)] : [],
    ].filter((row) => row.length > 0),
    deeds:
      sheets.length > 0
        ? sheets.map(({ scope: unit, period, version }) => ({ kind: "imported", unit, period, version }))
        : [{ kind: "imported" }],
  };
}

/** The new list, where there is one, and what it rests on. */
function waysOn(sheets: Stored["plan"]["sheets"], { services, asker, t }: Context): readonly Action[] {
  const sheet = sheets.find(({ units }) => units.length > 1) ?? sheets[0];
  if (!sheet) return [];
  const { period } = sheet.draft;
  const where = scopeWords(sheet.scope, asker.home, services, period);
  return [
    ...(sheet.units.length > 1
      ? [{ label: t.actions.ranking, command: typed("/xephang", period, where) }]
      : []),
    { label: t.actions.sources, command: typed("/nguon", period, where) },
  ];
}
