import type { CommandContext } from "#commands/define-command.ts";
import { isEditorOf } from "#commands/kit/expect.ts";
import { act } from "#commands/take-in/acts.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { bold, lines } from "#services/reply/text.ts";
import { fullName } from "#services/units/unit.ts";

/**
 * Puts the versions before a paper back in force, for a day after it was stored. `code`: what its preview was called;
 * null = what was stored last in the chat. Whoever confirmed it may, and the editors of all it changed.
 */
export async function undo(code: string | null, context: CommandContext<unknown>): Promise<Reply> {
  const { services, asker, t } = context;
  const { undoing } = services.intake;
  const stored = await undoing.undoable(asker.chat, code);
  if (!stored) throw new Refusal("nothing-to-undo", {});
  for (const { scope } of stored.by.includes(asker.sender) ? [] : stored.versions) {
    const unit = services.units.get(scope);
    if (unit && !(await isEditorOf(scope, context)))
      throw new Refusal("role-needed-there", { role: "editor", unit });
  }
  const undone = await undoing.undo(asker.chat, code, asker.sender);
  if (undone.outcome === "gone") throw new Refusal("nothing-to-undo", {});
  if (undone.outcome === "one-more") {
    const again = code === null ? [] : [[act(t.intake.actions.undo, `hoàn tác ${code}`)]];
    return { text: lines(t.intake.undoOneMore), actions: again };
  }
  if (undone.outcome === "later") throw new Refusal("published-since", {});
  const versions = undone.sheets.map(({ scope, period, version, restores }) => {
    const unit = services.units.get(scope);
    return { scope: unit ? fullName(unit) : scope, period: t.periods.name(period), version, restores };
  });
  const { targets, tasks, units } = undone.besides;
  return {
    text: lines(
      bold(t.intake.undone),
      ...versions.map(t.intake.undoneSheet),
      targets + tasks + units > 0 && t.intake.notUndone(undone.besides),
    ),
    actions: [],
    deeds: undone.sheets.map(({ scope: unit, period, version }) => ({
      kind: "import-undone",
      unit,
      period,
      version,
    })),
  };
}
