import { askerOf, type Known } from "#bot/answering/dispatch/asker-of.ts";
import type { Called } from "#bot/answering/dispatch/listen.ts";
import type { Command } from "#commands/define-command.ts";
import type { Inbound } from "#services/inbound.ts";
import { atLeast } from "#services/rights/roles.ts";

/** What was sent without a command, for the one that takes papers; null = its sender may not have papers taken in, or it is too long. */
export async function paperTaker(
  inbound: Inbound,
  asked: Known & { readonly commands: readonly Command[] },
): Promise<Called | null> {
  const { text } = inbound;
  const command = asked.commands.find(({ papers }) => papers && text.length <= papers.longest);
  if (!command || !atLeast((await askerOf(inbound, asked)).role, command.role)) return null;
  return { kind: "command", command, calledAs: "", args: text, slashed: false };
}
