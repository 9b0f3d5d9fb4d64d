import { BEYOND } from "#bot/answering/dispatch/vocabulary.ts";
import type { Beyond } from "#services/refusal.ts";

/** Told from these by their accents. */
const ELSE: readonly RegExp[] = [/đội/iu, /sữa/iu, /sứa/iu];

/** The first matter of a sentence that is beyond what can be answered; null = none. */
export function beyondOf(folded: string, written: string): Beyond | null {
  for (const [topic, pattern] of BEYOND) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const own = written.slice(match.index, match.index + match[0].length);
    if (!ELSE.some((other) => other.test(own))) return topic;
  }
  return null;
}
