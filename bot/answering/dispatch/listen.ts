import { asTyped } from "#bot/answering/dispatch/as-typed.ts";
import { type Meaning, meaningOf } from "#bot/answering/dispatch/free-text.ts";
import type { Listening } from "#bot/answering/dispatch/listening.ts";
import { nearestCommands } from "#bot/answering/dispatch/nearest-commands.ts";
import { pageTurned } from "#bot/answering/dispatch/page-turned.ts";
import { pressedByWords } from "#bot/answering/dispatch/recent.ts";
import { readSentence } from "#bot/answering/dispatch/sentence.ts";
import { type Understood, understand } from "#bot/answering/dispatch/understand.ts";
import { OF_HOME } from "#bot/answering/dispatch/vocabulary.ts";
import type { Command } from "#commands/define-command.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { foldWords } from "#services/text/fold.ts";
import { writtenOut } from "#services/text/shorthand.ts";
import { withDigits } from "#services/text/spoken-numbers.ts";
import { withoutTelexKeys } from "#services/text/telex.ts";

export type Called = Extract<Understood, { kind: "command" }>;

export interface ListenOptions extends Listening {
  readonly run: (called: Called) => Promise<Reply | null>;
}

/**
 * Answers a sentence, or the words of a button; says of a sentence what it was taken for, and which words the answer
 * leaves out. null = nothing is owed, undefined = not understood.
 */
export async function listen(text: string, options: ListenOptions): Promise<Reply | null | undefined> {
  const { t, last, commands, run } = options;
  const pressed = pressedByWords(text, last) ?? pageTurned(text, last);
  const meaning =
    pressed === null ? await likeliestMeaning(withDigits(text), options) : { command: pressed, unused: [] };
  const meant = meaning && understand(meaning.command, commands);
  if (meant?.kind !== "command") return undefined;
  const reply = await run(meant);
  if (!reply || !meaning || pressed !== null || reply.refused !== undefined) return reply;
  const { unused } = meaning;
  const isPlain = meant.command.phrases?.takes === "alone";
  const taken = !isPlain && t.chat.taken(asTyped(meaning.command, options.services.units));
  return { ...reply, text: lines(unused.length > 0 && t.chat.unused(unused), reply.text, taken) };
}

/** What is not understood may be shortened, or typed without the keys of its accents being turned into them. */
async function likeliestMeaning(text: string, options: ListenOptions): Promise<Meaning | null> {
  const plain = writtenOut(withoutTelexKeys(text));
  if (plain === text) return meaningOf(text, options);
  const meaning = await orUnclear(() => meaningOf(text, options));
  if (meaning && !(meaning instanceof Refusal)) return meaning;
  const mended = await orUnclear(() => meaningOf(plain, options));
  if (mended && !(mended instanceof Refusal)) return mended;
  if (meaning) throw meaning;
  return null;
}

/** A Refusal that says the words were not understood, instead of throwing it. */
async function orUnclear(read: () => Promise<Meaning | null>): Promise<Meaning | Refusal | null> {
  try {
    return await read();
  } catch (error) {
    if (isUnclear(error)) return error;
    throw error;
  }
}

/** Declines a command that there is none of yet, with what comes nearest to it. */
export async function beyondAsked(
  { matter, args }: Extract<Understood, { kind: "beyond" }>,
  listening: ListenOptions,
): Promise<Refusal<"beyond">> {
  return nearestCommands(matter, await readSentence(args, listening, false), listening);
}

/** Commands that sentences ask for together with units or periods: their names also begin sentences. */
const beginsSentences = ({ phrases }: Command): boolean =>
  phrases?.takes !== "alone" && (phrases?.asks ?? phrases?.matters) !== undefined;

const UNCLEAR: ReadonlySet<string> = new Set([
  "unknown-unit",
  "one-at-a-time",
  "untaken",
  "one-period",
  "no-such-file",
  "no-children",
  "not-understood",
  "unit-needed",
  "words-left",
  "sides-needed",
]);

const isUnclear = (error: unknown): error is Refusal => error instanceof Refusal && UNCLEAR.has(error.code);

/** "huyện mình", "tỉnh": no unit's name, though slips of the pen would make names of them. */
function isOfHome(args: string): boolean {
  const folded = foldWords(args);
  return OF_HOME.test(folded) || /^(?:cua )?(?:huyen|tinh|xa|phuong|thanh pho)$/u.test(folded);
}

/**
 * The words of a button under the last answer are that button, though they read like a command without its slash; what
 * reads like one, and is none that can be carried out, is heard as a sentence.
 */
export async function runOrListen(
  called: Called,
  text: string,
  options: ListenOptions,
): Promise<Reply | null> {
  if (!called.slashed && pressedByWords(text, options.last) !== null)
    return (await listen(text, options)) ?? null;
  if (called.slashed || !(called.completes || beginsSentences(called.command))) return options.run(called);
  if (!called.completes && isOfHome(called.args)) {
    const reply = await listen(text, options);
    if (reply !== undefined) return reply;
  }
  try {
    return await options.run(called);
  } catch (error) {
    const reply = isUnclear(error) ? await listen(text, options) : undefined;
    if (reply !== undefined) return reply;
    throw error;
  }
}
