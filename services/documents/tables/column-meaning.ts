import type { NumberCell } from "#services/documents/marks/cells.ts";
import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import type { Topics } from "#services/documents/marks/topics.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/**
 * The indicator a column's head names. Points and rates often bear one name: what most cells are, a "%" or "tỷ lệ"
 * tells them apart. One odd cell decides nothing: it is for the checks to point out.
 */
export function meantBy(head: Passage, numbers: readonly NumberCell[], topics: Topics): Indicator | null {
  const meant = topics.in(head).flatMap((mark) => mark.indicators);
  const saysRate = /%|ty le|ti le/u.test(head.folded) || most(numbers, ({ measure }) => measure === "rate");
  const saysPoints =
    !saysRate && (/diem/u.test(head.folded) || most(numbers, ({ measure }) => measure === "points"));
  const fits = (indicator: Indicator) => {
    if (indicator.measure === "points") return !saysRate && mayBePoints(numbers, indicator.max ?? 0);
    if (indicator.measure === "rate") return !saysPoints && mayBeRates(numbers);
    return !saysRate && !saysPoints && most(numbers, isCount, 1 - ODD_SHARE);
  };
  const fitting = meant.find(fits);
  if (fitting) return fitting;
  // No figure of the index is so high: what the head names is kept, for the checks to block it.
  const said = meant.filter(({ measure }) => measure === (saysRate ? "rate" : "points"));
  return said.length === 1 && (saysRate || saysPoints) ? (said[0] ?? null) : null;
}

/** Up to this share of a column's cells may be wrong without making it another column. */
const ODD_SHARE = 0.25;

function most(numbers: readonly NumberCell[], is: (number: NumberCell) => boolean, share = 0.5): boolean {
  return numbers.length > 0 && numbers.filter(is).length > share * numbers.length;
}

/** Rates of one name go beyond the maximum in more places than a slip of the pen does. */
function mayBePoints(numbers: readonly NumberCell[], maximum: number): boolean {
  const above = countAbove(numbers, maximum);
  return above === 0 || (above === 1 && numbers.length > 2) || above < ODD_SHARE * numbers.length;
}

function mayBeRates(numbers: readonly NumberCell[]): boolean {
  const above = countAbove(numbers, 100);
  return above <= 1 || above < numbers.length / 2;
}

/** "12/12" lies nowhere. */
function countAbove(numbers: readonly NumberCell[], maximum: number): number {
  return numbers.filter(({ written, over }) => {
    const value = decimalOf(written) ?? countOf(written);
    return over === null && value !== null && value > maximum;
  }).length;
}

/** Also one of so many: "5/987". */
const isCount = ({ written, measure, over }: NumberCell): boolean =>
  (over === null || Number.isInteger(over)) &&
  (measure === null || measure === "count") &&
  !/[.,]\d{1,2}$/u.test(written);
