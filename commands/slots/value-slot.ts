import { measureOf, numberIn } from "#commands/slots/amount.ts";
import { cut, type Found, type Remainder, without } from "#commands/slots/remainder.ts";
import type { Measure } from "#services/indicators/indicator.ts";
import { findPeriods } from "#services/periods/parse.ts";

/** A figure that is supposed: a level, or so much more (+) or less (−) than there is. */
export interface SupposedValue {
  readonly kind: "level" | "change";
  readonly value: number;
  /** As it was written: "95%", "2 điểm"; null = not said. */
  readonly measure: Measure | null;
}

const VALUE =
  /(?<![\p{L}\d/.,])(?:(?<up>tang|them|cong|\+ ?)|(?<down>giam|bot|tut|mat|tru|[-−–] ?))?(?: ?(?:them|di|mat))?(?<to> ?(?:len|xuong|den|toi|con|dat|duoc|bang|thanh|la|muc|=|:)){0,3} ?(?<value>\d{1,3}(?:\.\d{3}){1,3}|\d{1,6}(?:(?:[.,]| phay )\d{1,4})?)(?![\d/]|[.,-]\d)\s?(?<measure>%|phan tram|diem|ho so|ban)?(?![\p{L}\d])/gu;

/** The last number that belongs to no period; null = there is none. */
export function findValue(text: Remainder, today: string): Found<SupposedValue | null> {
  const periods = findPeriods(text.text, { today, asked: true }).reduce(
    (left, { start, end }) => without(left, start, end),
    text,
  );
  const found = [...periods.folded.matchAll(VALUE)].at(-1);
  if (!found?.groups) return [null, text];
  const { up, down, to, value = "", measure } = found.groups;
  const amount = numberIn(value);
  const isChange = to === undefined && (up !== undefined || down !== undefined);
  const supposed: SupposedValue = {
    kind: isChange ? "change" : "level",
    value: isChange && down !== undefined ? -amount : amount,
    measure: measureOf(measure),
  };
  return [supposed, cut(text, found)];
}

/** The value as it is typed. */
export function valueWords({ kind, value, measure }: SupposedValue): string {
  const amount = String(Math.abs(value)).replace(".", ",");
  const sign = kind === "level" ? "" : value < 0 ? "giảm " : "tăng ";
  return `${sign}${amount}${measure === null ? "" : WRITTEN[measure]}`;
}

const WRITTEN: Readonly<Record<Measure, string>> = {
  rate: "%",
  points: " điểm",
  count: " hồ sơ",
  duration: "",
};
