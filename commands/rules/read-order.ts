import type { Verbs } from "#commands/kit/verb.ts";
import { AMOUNT, numberOf, takeSubject } from "#commands/rules/read-subject.ts";
import type { Remainder } from "#commands/slots/remainder.ts";
import { type Takable, takable, wholeWords } from "#commands/slots/remainder.ts";
import type { RuleWish } from "#services/alerts/wish.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { UnitKind } from "#services/units/unit.ts";

export type RuleVerb = "set" | "test" | "off" | "on" | "usual";

/** What is wanted with rules. */
export interface RuleOrder {
  /** null = to be shown. */
  readonly verb: RuleVerb | null;
  /** null = all rules. */
  readonly wish: RuleWish | null;
  /** The words that it was understood from. */
  readonly said: string;
  /** The words that name a scope, everything else blanked out. */
  readonly rest: Remainder;
}

const VERBS: Verbs<RuleVerb> = [
  ["test", /thu(?: nghiem)?/u],
  ["off", /tat(?! ca)/u],
  ["on", /bat(?: lai)?/u],
  ["usual", /(?:ve |tro lai )?mac dinh/u],
  ["set", /dat/u],
];

const ALL = /^\s*(?:tat ca|(?:cac )?quy tac)(?![\p{L}\d])/u;
const RESET =
  /(?:[,;]\s*)?(?<![\p{L}\d])(?:va )?(?:het|thoi)(?: canh bao| bao)? (?:khi|tu|neu)(?: [a-z]+){0,3} (\d[\d.,]*)\s*%?/u;
const URGENT = wholeWords("(khong )?khan(?: cap)?");

const KIND = "xa|phuong|thi tran|dac khu|so|ban|nganh|huyen|quan|thi xa|tinh|moi don vi|tat ca";
const KINDS = new RegExp(
  String.raw`(?:[,;]\s*)?(?<![\p{L}\d])(?:chi )?cho(?: cac)?(?: cap)? ((?:${KIND})(?:(?:,? | va )(?:${KIND}))*)\s*$`,
  "u",
);
const KINDS_NAMED: readonly (readonly [UnitKind, RegExp])[] = [
  ["province", /tinh/u],
  ["district", /huyen|quan|thi xa/u],
  ["commune", /(?<!thi )xa|phuong|tran|dac khu/u],
  ["department", /so|ban|nganh/u],
];

/** Reads what was typed after `/nguong`. Null = something is wanted with a rule that was not understood. */
export function readOrder(typed: string, indicators: Indicators): RuleOrder | null {
  const text = takable(typed);
  const verb = takeVerb(text);
  const isAll = verb === null && text.take(ALL) !== null;
  const wish = isAll ? null : takeWish(text, indicators);
  if (wish === null && !isAll && (verb !== null || /\d/u.test(text.left().text))) return null;
  const changes = wish !== null && (wish.amount ?? wish.reset ?? wish.isUrgent ?? wish.kinds) !== undefined;
  return { verb: verb ?? (changes ? "set" : null), wish, said: text.taken(), rest: text.left() };
}

function takeVerb(text: Takable): RuleVerb | null {
  for (const [verb, pattern] of VERBS) {
    if (text.take(new RegExp(String.raw`^\s*(?:${pattern.source})(?![\p{L}\d])`, "u"))) return verb;
  }
  return null;
}

function takeWish(text: Takable, indicators: Indicators): RuleWish | null {
  const urgent = text.take(URGENT);
  const reset = numberOf(text.take(RESET)?.groups[0]);
  const kinds = kindsOf(text.take(KINDS)?.groups[0]);
  const subject = takeSubject(text, indicators);
  if (!subject) return null;
  const { end, ...meant } = subject;
  const counted = meant.move === "streak" ? null : text.take(AMOUNT, end);
  return {
    ...meant,
    amount: meant.amount ?? numberOf(counted?.groups[1]),
    isLevel: meant.isLevel || ABOVE.test(counted?.groups[0] ?? ""),
    isUrgent: urgent && urgent.groups[0] === undefined,
    reset,
    kinds,
  };
}

/** "quá hạn trên 5": a level, where "quá hạn 5" is a growth. */
const ABOVE = /tren|qua|vuot|cao hon|lon hon|toi da/u;

/** null = all kinds; undefined = none was named. */
function kindsOf(written: string | undefined): readonly UnitKind[] | null | undefined {
  if (written === undefined) return undefined;
  const named = KINDS_NAMED.filter(([, pattern]) => pattern.test(written)).map(([kind]) => kind);
  return named.length > 0 ? named : null;
}
