import type { Reader } from "#bot/answering/dispatch/reader.ts";
import type { Command } from "#commands/define-command.ts";

/** A command that a sentence asks for, and what it is to do; "" = what it does by itself. */
export interface AskedFor {
  readonly command: Command;
  readonly verb: string;
}

/** The words that ask for commands; further down the list stand the more particular ones, which go first. */
const askingWords = (commands: readonly Command[]): readonly (readonly [Command, RegExp])[] =>
  commands.toReversed().flatMap((command) => {
    const asks = command.phrases?.asks;
    return asks ? [[command, asks] as const] : [];
  });

/** Takes out all words that ask for commands; the first command of them, null = none is asked for. */
export const cutAskedFor = (reading: Reader, commands: readonly Command[]): Command | null =>
  reading.cutFirst(askingWords(commands));

/** Takes out the words of the first command of whose own matter something is said. */
export function cutMatter(reading: Reader, commands: readonly Command[]): AskedFor | null {
  for (const command of commands.toReversed()) {
    const said = (command.phrases?.matters ?? []).filter(({ asks }) => asks.test(reading.left().folded));
    const [first] = said;
    if (!first) continue;
    for (const { asks, words = asks } of said) reading.cut(words);
    const { moreOfMatter } = command.phrases ?? {};
    if (moreOfMatter) reading.cut(moreOfMatter);
    return { command, verb: first.verb ?? "" };
  }
  return null;
}

/** The command that just these words ask for: "dien bien" is no tỉnh Điện Biên beside another unit. */
export function askedForBy(folded: string, commands: readonly Command[]): Command | null {
  const found = askingWords(commands).find(([, pattern]) => pattern.exec(folded)?.[0] === folded);
  return found?.[0] ?? null;
}

/** Length of the words that ask for a command at the beginning: "lịch sử" is no lịch. */
export function openingLength(folded: string, commands: readonly Command[]): number {
  const openings = askingWords(commands).map(([, pattern]) => pattern.exec(folded));
  return Math.max(0, ...openings.map((match) => (match?.index === 0 ? match[0].length : 0)));
}
