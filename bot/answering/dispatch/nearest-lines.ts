import { closest, distance } from "fastest-levenshtein";
import type { Command } from "#commands/define-command.ts";
import { foldWords } from "#services/text/fold.ts";

/** Shorter names begin too many other words: "/xaydung" is no "/xa ydung". */
const SHORTEST_GLUED = 4;

/** What a line that begins with no command's name may have been meant to be, at most two, with all that was typed behind it. */
export function nearestLines(typed: string, args: string, commands: readonly Command[]): readonly string[] {
  const names = commands.flatMap(({ name, sisters }) => [name, ...sisters]);
  const parted = partGlued(typed, names);
  const lines = parted ? [parted] : nearestNames(foldWords(typed), names);
  return lines.map((line) => `${line} ${args}`.trim());
}

/** "xephangtháng8" → "xephang tháng8". */
function partGlued(typed: string, names: readonly string[]): string | null {
  const folded = foldWords(typed);
  const begun = names.filter((name) => name.length >= SHORTEST_GLUED && folded.startsWith(name));
  const name = begun.reduce((longest, next) => (next.length > longest.length ? next : longest), "");
  const rest = typed.slice(name.length).replace(/^[\s,.:;_-]+/u, "");
  return name && foldWords(rest) ? `${name} ${rest}` : null;
}

/** Up to two names that a slip could have turned into what was typed, else the nearest one that shares half of it. */
function nearestNames(typed: string, names: readonly string[]): readonly string[] {
  const likely = names
    .filter((name) => distance(name, typed) <= Math.max(1, Math.floor(name.length / 3)))
    .sort((a, b) => distance(a, typed) - distance(b, typed))
    .slice(0, 2);
  if (likely.length > 0 || !/[a-z]/u.test(typed)) return likely;
  const nearest = closest(typed, names);
  return distance(nearest, typed) <= typed.length / 2 ? [nearest] : [];
}
