import { askerOf, type Known } from "#bot/answering/dispatch/asker-of.ts";
import type { Called } from "#bot/answering/dispatch/listen.ts";
import type { Command } from "#commands/define-command.ts";
import type { Dialogue } from "#services/dialogues/dialogues.ts";
import type { Inbound } from "#services/inbound.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Services } from "#services/services.ts";

/** Longer messages are papers themselves. */
const LONGEST = 4_000;

interface Asked extends Known {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly pending: Dialogue | null;
}

/**
 * Plain words about a paper that was shown in the chat and waits, for the command that takes papers; null = they are
 * about something else, or their sender may not have papers taken in.
 */
export async function typedCorrection(inbound: Inbound, asked: Asked): Promise<Called | null> {
  const { text, chat } = inbound;
  const { services, pending } = asked;
  const command = asked.commands.find(({ papers }) => papers);
  const isPlain = pending === null && text.length <= LONGEST && !text.trimStart().startsWith("/");
  if (!command?.papers || !isPlain) return null;
  const waiting = await services.intake.waiting(chat);
  const args = waiting && command.papers.hears(text.trim(), waiting, services);
  if (!args || !atLeast((await askerOf(inbound, asked)).role, command.role)) return null;
  return { kind: "command", command, calledAs: "", args, slashed: false };
}
