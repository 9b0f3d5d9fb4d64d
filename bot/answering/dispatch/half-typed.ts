import { type Understood, understand } from "#bot/answering/dispatch/understand.ts";
import type { Command } from "#commands/define-command.ts";
import type { Dialogue } from "#services/dialogues/dialogues.ts";
import type { Inbound } from "#services/inbound.ts";
import { Refusal } from "#services/refusal.ts";
import { foldWords } from "#services/text/fold.ts";

/** Words that end a command half-typed before. */
export interface Stopped {
  readonly kind: "stopped";
  readonly halfTyped: string;
}

/** An explanation is longer than a question. */
const LONGEST_ANSWER = 2_000;

/** Whole messages that end a dialogue. */
const STOP = /^(?:thoi|huy(?: bo)?|bo qua|dung(?: lai)?|cancel|stop|never mind)[.!]*$/u;

/**
 * What plain words make of a command half-typed; null = they are a command themselves, which leaves it.
 * Throws the Refusal "answer-too-long", after which the command is still half-typed.
 */
export function complete(
  halfTyped: string,
  text: string,
  commands: readonly Command[],
): Understood | Stopped | null {
  const begun = understand(halfTyped, commands);
  if (begun.kind !== "command" || isCommand(text, commands)) return null;
  const { papers } = begun.command;
  if (!papers && STOP.test(foldWords(text))) return { kind: "stopped", halfTyped };
  const limit = papers?.longest ?? LONGEST_ANSWER;
  if (text.length > limit)
    throw new Refusal("answer-too-long", { limit, length: text.length }, [], halfTyped);
  return { ...begun, args: `${begun.args} ${text.trim()}`.trim(), slashed: false, completes: true };
}

/** What goes on behind a message that was heard beside it; the command that takes papers says itself whether one does. */
export function leftHalfTyped(
  heard: { readonly command: Command },
  { edits }: Pick<Inbound, "edits">,
  { pending, commands }: { readonly pending: Dialogue | null; readonly commands: readonly Command[] },
): string | undefined {
  const halfTyped = pending && understand(pending.expects, commands);
  const isOther = halfTyped?.kind === "command" && halfTyped.command !== heard.command;
  return isOther || edits ? pending?.expects : undefined;
}

/** A slash, or a command's name and no word more: "Tổng hợp số liệu chậm" is an answer. */
function isCommand(text: string, commands: readonly Command[]): boolean {
  if (text.trimStart().startsWith("/")) return true;
  const meant = understand(text, commands);
  return meant.kind === "command" && meant.args === "";
}
