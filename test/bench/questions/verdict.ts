import type { Reply } from "#services/reply/reply.ts";
import type { TestBot } from "#test/support/start-bot.ts";
import { withoutTaken } from "#test/support/without-taken.ts";
import type { Utterance } from "./utterances.ts";

/** "told" = answered rightly, with words named that the answer leaves out; it counts as right. */
export type Verdict = "right" | "told" | "asked back" | "wrong" | "no such answer";

export interface Judged {
  readonly utterance: Utterance;
  readonly verdict: Verdict;
  /** Beginning of what was answered instead. */
  readonly said: string;
}

const SHOWN = 70;

/** Says it to the whole bot, in a chat of its own, and compares with what the command it means is answered with. */
export async function judge(utterance: Utterance, bot: TestBot, chat: string): Promise<Judged> {
  const { before, text, means } = utterance;
  for (const turn of before.split(" → ")) if (turn !== "") await bot.say(turn, { chat });
  const said = await bot.say(text, { chat });
  const words = withoutTaken(said?.text.text) ?? "";
  const isHalf = means.startsWith("&");
  const command = isHalf ? means.slice(1) : means;
  const typed = /^[!~]/u.test(command) ? null : await bot.say(command, { chat: `${chat}-typed` });
  const meant = typed ? compared(said, words, typed) : declined(said, means);
  const verdict = isHalf && meant === "right" ? "wrong" : meant;
  return {
    utterance,
    verdict,
    said: `${said?.refused ?? ""}: ${words.replace(/\n/gu, " | ").slice(0, SHOWN)}`,
  };
}

function compared(said: Reply | null, words: string, typed: Reply): Verdict {
  if (typed.refused !== undefined) return words === typed.text.text ? "right" : "no such answer";
  if (words === typed.text.text) return "right";
  if (words.endsWith(`\n${typed.text.text}`)) return "told";
  return said?.refused === undefined ? "wrong" : "asked back";
}

/** What no command does yet has to be declined with what is offered instead. */
function declined(said: Reply | null, means: string): Verdict {
  if (said?.refused === undefined) return said === null ? "right" : "wrong";
  return means.startsWith("~") && said.actions.length === 0 ? "asked back" : "right";
}
