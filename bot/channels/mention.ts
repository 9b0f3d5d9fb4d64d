import { clean } from "#services/text/clean.ts";

/** Spaces within a line. */
const GAP = "[ \\t]";
/** Whatever name was picked, when a command follows it; longer than this is no name. */
const BEFORE_COMMAND = /^\s*@[^/\n]{1,100}?\s+(?=\/\p{L})/u;

/**
 * What was said, cleaned, the bot's own mention taken out. Zalo writes a mention into the text as `@<name>`, anywhere, and
 * marks it by nothing: `names` are what the bot may be called.
 */
export function withoutMention(raw: string, names: readonly string[]): string {
  return longestFirst(names)
    .reduce((left, name) => left.replace(mentionOf(name), " "), clean(raw))
    .replace(BEFORE_COMMAND, "")
    .trim();
}

/** The name before a command, where the text begins with a mention; null when it does not. */
export function namedBeforeCommand(raw: string): string | null {
  const mention = BEFORE_COMMAND.exec(clean(raw));
  return mention ? mention[0].trim().slice(1) : null;
}

function longestFirst(names: readonly string[]): readonly string[] {
  return names.filter((name) => name.trim() !== "").toSorted((a, b) => b.length - a.length);
}

function mentionOf(name: string): RegExp {
  const words = clean(name).trim().split(/\s+/u).map(escaped).join(`${GAP}+`);
  return new RegExp(`${GAP}*(?<![\\p{L}\\p{N}])@${words}(?![\\p{L}\\p{N}])[,:]?${GAP}*`, "giu");
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
