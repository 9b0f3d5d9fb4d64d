import type { Reader } from "#bot/answering/dispatch/reader.ts";
import type { Command } from "#commands/define-command.ts";

/** A command that words of a sentence ask for, and where they stand. */
export interface Asking {
  readonly command: Command;
  /** As they are written. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** One of whose own matter something is said, and what it is to do; "" = what it does by itself. */
export interface AskedMatter extends Asking {
  readonly verb: string;
}

/** The words that ask for commands; further down the list stand the more particular ones, which go first. */
const askingWords = (commands: readonly Command[]): readonly (readonly [Command, RegExp])[] =>
  commands.toReversed().flatMap((command) => {
    const asks = command.phrases?.asks;
    return asks ? [[command, asks] as const] : [];
  });

/** Takes out all words that ask for commands; of each command the first ones, the more particular commands first. */
export function cutAskedFor(reading: Reader, commands: readonly Command[]): readonly Asking[] {
  return askingWords(commands).flatMap(([command, pattern]) => {
    const match = pattern.exec(reading.left().folded);
    if (!match || match[0].trim() === "") return [];
    const asking = askingAt(command, match, reading);
    reading.cut(pattern);
    return [asking];
  });
}

/** Between two questions. */
const JOINED = /[,;+]|(?<![\p{L}\d])(?:va|roi|kem|dong thoi|cung voi|sau do)(?![\p{L}\d])/u;

/** The questions of a sentence that holds several: "tổng hợp tháng 8 và vẽ bản đồ"; none = it is one. */
export function severalAsked([first, ...others]: readonly Asking[], folded: string): readonly Asking[] {
  if (!first) return [];
  const joined = others.filter(({ start, end }) =>
    JOINED.test(folded.slice(Math.min(end, first.end), Math.max(start, first.start))),
  );
  return joined.length > 0 ? [first, ...joined] : [];
}

/** Takes out the words of the first command of whose own matter something is said. */
export function cutMatter(reading: Reader, commands: readonly Command[]): AskedMatter | null {
  for (const command of commands.toReversed()) {
    const { folded } = reading.left();
    const said = (command.phrases?.matters ?? []).filter(({ asks }) => asks.test(folded));
    const [first] = said;
    const match = first?.asks.exec(folded);
    if (!first || !match) continue;
    const asking = askingAt(command, match, reading);
    for (const { asks, words = asks } of said) reading.cut(words);
    const { moreOfMatter } = command.phrases ?? {};
    if (moreOfMatter) reading.cut(moreOfMatter);
    return { ...asking, verb: first.verb ?? "" };
  }
  return null;
}

function askingAt(command: Command, { index: start, 0: found }: RegExpExecArray, reading: Reader): Asking {
  const end = start + found.length;
  return { command, words: reading.left().text.slice(start, end), start, end };
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
