import { cut, type Found, type Remainder, without } from "#commands/slots/remainder.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { PeriodWish } from "#services/periods/wish.ts";

/** The periods that are set against each other. */
export interface ComparedPeriods {
  /** null = the latest there is, where only what it is set against is named. */
  readonly wishes: readonly (PeriodWish | null)[];
  /** "với tháng trước", "với cùng kỳ": told by the period it is set against. */
  readonly against: "previous" | "year" | null;
}

const WITH = "(?:(?:so )?(?:voi|va) )?";
const STEPS: readonly (readonly ["previous" | "year", RegExp])[] = [
  ["year", new RegExp(String.raw`(?<![\p{L}\d])${WITH}cung ky(?: nam (?:ngoai|truoc))?(?![\p{L}\d])`, "u")],
  [
    "previous",
    /(?<![\p{L}\d])(?:so )?(?:voi|va) (?:thang|ky|quy|tuan) (?:truoc|lien truoc|ke truoc)(?! nua)(?: do)?(?![\p{L}\d])/u,
  ],
];

/** What may stand between two periods. */
const BETWEEN = /^[\s,;–-]*(?:(?:so voi|voi|va|vs|den)[\s,;–-]*)?$/u;
const BEFORE = /(?<![\p{L}\d])so voi\s*$/u;

/** Every period named: "8/2024 với 9/2024", "tháng 8 so với cùng kỳ". `today`: ISO date. */
export function findComparedPeriods(text: Remainder, today: string): Found<ComparedPeriods> {
  let rest = text;
  let against: ComparedPeriods["against"] = null;
  for (const [step, pattern] of STEPS) {
    const match = against === null ? pattern.exec(rest.folded) : null;
    if (!match) continue;
    against = step;
    rest = cut(rest, match);
  }
  const mentions = findPeriods(rest.text, { today, asked: true });
  let end: number | null = null;
  for (const mention of mentions) {
    const before = BEFORE.exec(rest.folded.slice(0, mention.start));
    const joined: boolean = end !== null && BETWEEN.test(rest.folded.slice(end, mention.start));
    const start: number = joined && end !== null ? end : (before?.index ?? mention.start);
    rest = without(rest, start, mention.end);
    end = mention.end;
  }
  const wishes = mentions.map(({ wish }) => wish);
  const isOneSided = mentions.length > 0 && mentions.every(({ compared }) => compared);
  return [{ wishes: isOneSided ? [null, ...wishes] : wishes, against }, rest];
}
