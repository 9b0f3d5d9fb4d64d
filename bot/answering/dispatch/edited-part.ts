import type { Called } from "#bot/answering/dispatch/listen.ts";
import { understand } from "#bot/answering/dispatch/understand.ts";
import type { Command } from "#commands/define-command.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Services } from "#services/services.ts";

/** The correction of a message that is part of a pasted paper, for the command that takes papers; null = it is none. */
export async function editedPart(
  { edits, text, chat, sender }: Inbound,
  { commands, services }: { readonly commands: readonly Command[]; readonly services: Services },
): Promise<Called | null> {
  const command = edits && commands.find(({ papers }) => papers);
  if (!command) return null;
  const meant = text.startsWith("/") ? understand(text, commands) : null;
  const isOther = meant?.kind === "command" && meant.command !== command;
  const { amendments } = services.intake;
  if (isOther || !(await amendments.holds({ chat, person: sender.id }, edits.message))) return null;
  const args = meant?.kind === "command" ? meant.args : text;
  return { kind: "command", command, calledAs: "", args, slashed: false };
}
