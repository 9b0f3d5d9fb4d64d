import { GRAMMAR } from "#services/periods/grammar/grammar.ts";
import { ASKED_RULES, BARE_MONTH } from "#services/periods/grammar/months.ts";
import type { Rule } from "#services/periods/grammar/rule.ts";
import { beginsInName, isSpelledRight } from "#services/periods/grammar/words.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { fold } from "#services/text/fold.ts";

export type { PeriodWish } from "#services/periods/wish.ts";

export interface PeriodMention {
  /** UTF-16 offsets into the NFC text. */
  readonly start: number;
  readonly end: number;
  readonly wish: PeriodWish;
  /** It is what something is compared with: "tăng so với tháng trước". */
  readonly compared: boolean;
}

export interface FindPeriodsOptions {
  /** ISO date, already in the time zone of the asker. */
  readonly today: string;
  /** Read what people ask for and papers do not write: "8/24", "tháng 3/1999". */
  readonly asked?: boolean;
  /** Read a number alone, 1 to 12, as a month. */
  readonly bareNumbers?: boolean;
}

/**
 * The periods a text names, in its order. Dates, document numbers, decimals, ranks and the numbers in unit names
 * ("Phường 8", "top 5") are none. Accents and case do not matter.
 */
export function findPeriods(text: string, options: FindPeriodsOptions): readonly PeriodMention[] {
  const folded = fold(text);
  const mentions: PeriodMention[] = [];
  for (const { rule, match } of scan(text, folded, rulesFor(options))) {
    const wish = rule.read({ text: match[0], groups: match.groups ?? {}, today: options.today });
    if (!wish) continue;
    const start = match.index;
    mentions.push({
      start,
      end: start + match[0].length,
      wish,
      compared: isCompared(folded.slice(0, start)),
    });
  }
  return mentions;
}

function rulesFor({ asked = false, bareNumbers = false }: FindPeriodsOptions): readonly Rule[] {
  if (bareNumbers) return ASKED_OR_BARE;
  return asked ? ASKED : GRAMMAR;
}

const ASKED: readonly Rule[] = [...ASKED_RULES, ...GRAMMAR];
const ASKED_OR_BARE: readonly Rule[] = [...ASKED, BARE_MONTH];

interface Hit {
  readonly rule: Rule;
  readonly match: RegExpExecArray;
}

/** From left to right the earliest match, of those the longest, of those the first rule's; then on behind it. */
function* scan(original: string, folded: string, rules: readonly Rule[]): Generator<Hit> {
  const next = rules.map((rule) => nextMatch(original, folded, rule, 0));
  for (let position = 0; ; ) {
    let best: Hit | null = null;
    for (const [i, rule] of rules.entries()) {
      if ((next[i]?.index ?? position) < position) next[i] = nextMatch(original, folded, rule, position);
      const match = next[i];
      if (match && (!best || isBetter(match, best.match))) best = { rule, match };
    }
    if (!best) return;
    yield best;
    position = best.match.index + best.match[0].length;
  }
}

function nextMatch(
  original: string,
  folded: string,
  { pattern }: Rule,
  from: number,
): RegExpExecArray | null {
  pattern.lastIndex = from;
  for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
    if (isSpelledRight(original, match) && !beginsInName(original, folded, match.index)) return match;
    pattern.lastIndex = match.index + 1;
  }
  return null;
}

function isBetter(match: RegExpExecArray, best: RegExpExecArray): boolean {
  return match.index === best.index ? match[0].length > best[0].length : match.index < best.index;
}

const COMPARED =
  /(?:so (?:sanh )?voi|cung ky|hon)\s+(?:(?:ket qua|diem so|diem|muc|danh gia|o|cua|cung ky|ky)\s+)*$/;

function isCompared(before: string): boolean {
  return COMPARED.test(before.slice(-80));
}
