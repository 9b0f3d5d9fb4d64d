import { closest, distance } from "fastest-levenshtein";
import type { Command } from "#commands/define-command.ts";
import { foldWords } from "#services/text/fold.ts";

/** What a message asks for. */
export type Understood =
  | {
      readonly kind: "command";
      readonly command: Command;
      readonly calledAs: string;
      readonly args: string;
      /** It began with a slash; else it may be a sentence that only begins like a command. */
      readonly slashed: boolean;
    }
  /** Begins with a slash, but no such command; `nearest` may be one it was meant to be. */
  | { readonly kind: "unknown"; readonly typed: string; readonly nearest: readonly string[] }
  /** No command at all: words to be understood by their meaning. */
  | { readonly kind: "words"; readonly text: string };

/** Names are at most this many typed words: "xếp hạng", "đăng ký của tôi". */
const NAME_WORDS = 4;

/** Words by which a sentence shows that it is a question, not a command. */
const QUESTION = /\?|\b(?:nao|bao nhieu|may|ai|the nao|sao|la gi|khong)\b/u;

/** A code as the bot writes it, pasted without its command; "2024-2025" is none. */
const ONE_TIME_CODE = /^(?=.*[A-Z])[\dA-Z]{4}-[\dA-Z]{4}$/u;

/** Finds the command in a message; names match without accents, case and inner spaces. */
export function understand(typed: string, commands: readonly Command[]): Understood {
  const text = typed.trim();
  const slashed = text.startsWith("/");
  const said = text.replace(/^\/\s*/u, "");
  const begun = beginnings(said);
  for (const beginning of begun.toReversed()) {
    const name = plainName(beginning);
    const command = commands.find((one) => one.name === name || one.sisters.includes(name));
    const args = said.slice(beginning.length).trim();
    if (command && (slashed || (command.name !== "xa" && !QUESTION.test(foldWords(args)))))
      return { kind: "command", command, calledAs: name, args, slashed };
  }
  const entering = ONE_TIME_CODE.test(text) ? commands.find(({ name }) => name === "quyen") : undefined;
  if (entering) return { kind: "command", command: entering, calledAs: entering.name, args: text, slashed };
  if (!slashed) return { kind: "words", text };
  const [first = ""] = begun;
  return { kind: "unknown", typed: first.trim(), nearest: nearestNames(plainName(first), commands) };
}

/** The first word, the first two, …: as many as a name may have. */
function beginnings(text: string): readonly string[] {
  const found: string[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+\s*/gu)) {
    found.push(text.slice(0, index + word.length));
    if (found.length === NAME_WORDS) break;
  }
  return found;
}

/** "Xếp hạng@Bot766" → "xephang". */
function plainName(typed: string): string {
  return foldWords(typed).replace(/@\w+$/u, "").replaceAll(" ", "");
}

/** Up to two names that a slip could have turned into what was typed, else the nearest one. */
function nearestNames(typed: string, commands: readonly Command[]): readonly string[] {
  const names = commands.flatMap(({ name, sisters }) => [name, ...sisters]);
  const likely = names
    .filter((name) => distance(name, typed) <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => distance(a, typed) - distance(b, typed))
    .slice(0, 2);
  return likely.length > 0 || !/[a-z]/u.test(typed) ? likely : [closest(typed, names)];
}
