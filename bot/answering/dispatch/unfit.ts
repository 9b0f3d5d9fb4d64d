import { understand } from "#bot/answering/dispatch/understand.ts";
import type { Command } from "#commands/define-command.ts";
import type { Dialogue } from "#services/dialogues/dialogues.ts";
import type { Inbound } from "#services/inbound.ts";
import { Refusal } from "#services/refusal.ts";

/** Longer messages are papers, not questions. */
export const LONGEST_QUESTION = 1_000;

interface Asked {
  readonly commands: readonly Command[];
  readonly pending: Dialogue | null;
}

/** Throws a Refusal for a button that is no command, and for a correction of what is taken already. */
export function expectFit(inbound: Inbound, { commands, pending }: Asked): void {
  if (inbound.pressed && understand(inbound.text, commands).kind !== "command")
    throw new Refusal("dead-button", {});
  if (inbound.edits && isTaken(inbound.text, { commands, pending }))
    throw new Refusal("edit-not-taken", {}, [], pending?.expects);
}

/** An answer, or a paper: it is part of something by now. */
function isTaken(text: string, { commands, pending }: Asked): boolean {
  const meant = understand(text, commands);
  if (meant.kind === "command" && meant.command.papers) return meant.args !== "";
  return !text.startsWith("/") && (pending !== null || text.length > LONGEST_QUESTION);
}
