import { askedForBy, openingLength } from "#bot/answering/dispatch/asked-for.ts";
import { beyondNamed } from "#bot/answering/dispatch/beyond.ts";
import { nearestLines } from "#bot/answering/dispatch/nearest-lines.ts";
import type { Command } from "#commands/define-command.ts";
import type { Beyond } from "#services/refusal.ts";
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
      /** Its last words were said by themselves, and may be something else. */
      readonly completes?: true;
    }
  /** Begins with a slash and names what no command does yet: "/sosanh Thủ Sỹ, Lệ Xá". */
  | { readonly kind: "beyond"; readonly matter: Beyond; readonly name: string; readonly args: string }
  /** Begins with a slash, but no such command; `nearest` are lines it may have been meant to be. */
  | { readonly kind: "unknown"; readonly typed: string; readonly nearest: readonly string[] }
  /** No command at all: words to be understood by their meaning. */
  | { readonly kind: "words"; readonly text: string };

/** Names are at most this many typed words: "xếp hạng", "đăng ký của tôi". */
const NAME_WORDS = 4;

/** Words by which a sentence shows that it is a question, not a command. */
const QUESTION = /\?|\b(?:nao|bao nhieu|may|ai|the nao|sao|la gi|khong)\b/u;

/** Finds the command in a message; names match without accents, case and inner spaces. */
export function understand(typed: string, commands: readonly Command[]): Understood {
  const text = typed.trim();
  const slashed = /^[/\\]/u.test(text);
  const named = namesIn(text.replace(/^[/\\]\s*/u, ""));
  const beyond = slashed ? beyondIn(named) : null;
  const called = calledIn(named, slashed, commands);
  // "/so sánh" is no sở.
  const isBegun = called?.command.namesAreTitles && beyond?.name.startsWith(called.calledAs);
  if (called && !isBegun) return called;
  if (beyond) return beyond;
  const pasted = commands.find(({ takesAlone }) => takesAlone?.test(text));
  if (pasted) return { kind: "command", command: pasted, calledAs: pasted.name, args: text, slashed };
  if (!slashed) return { kind: "words", text };
  const { typed: first = "", args = "" } = named.at(-1) ?? {};
  const nearest = nearestLines(withoutMention(first.trim()), args, commands);
  return { kind: "unknown", typed: first.trim(), nearest };
}

/** A name that a message may begin with, and what stands behind it. */
interface Named {
  readonly typed: string;
  readonly name: string;
  readonly args: string;
}

/** Longest first: as many words as a name may have, down to the first alone. */
function namesIn(text: string): readonly Named[] {
  const found: Named[] = [];
  for (const { 0: word, index } of text.matchAll(/\S+\s*/gu)) {
    const typed = text.slice(0, index + word.length);
    found.unshift({ typed, name: plainName(typed), args: text.slice(typed.length).trim() });
    if (found.length === NAME_WORDS) break;
  }
  return found;
}

function calledIn(named: readonly Named[], slashed: boolean, commands: readonly Command[]) {
  const opening = slashed ? 0 : openingLength(foldWords(named[0]?.typed ?? ""), commands);
  for (const { name: calledAs, args, typed } of named) {
    if (typed.trim().length < opening) return null;
    const command = commands.find(({ name, sisters }) => name === calledAs || sisters.includes(calledAs));
    // Apart, "diễn biến" are everyday words for another command's matter.
    const meant = slashed ? null : askedForBy(foldWords(typed), commands);
    if (command && meant && meant !== command) return null;
    if (command && (slashed || (!command.namesAreTitles && !QUESTION.test(foldWords(args)))))
      return { kind: "command", command, calledAs, args, slashed } as const;
  }
  return null;
}

function beyondIn(named: readonly Named[]) {
  for (const { name, args } of named) {
    const matter = beyondNamed(name);
    if (matter) return { kind: "beyond", matter, name, args } as const;
  }
  return null;
}

/** "Xếp hạng@Bot766" → "xephang", "Xephang," → "xephang". */
function plainName(typed: string): string {
  return withoutMention(foldWords(typed))
    .replaceAll(" ", "")
    .replace(/[,.:;]$/u, "");
}

function withoutMention(typed: string): string {
  return typed.replace(/@\w+$/u, "");
}
