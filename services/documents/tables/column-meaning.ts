import type { NumberCell } from "#services/documents/marks/cells.ts";
import { countOf, decimalOf } from "#services/documents/marks/figures.ts";
import { ALL_DOSSIERS } from "#services/documents/marks/letter-words.ts";
import { type Passage, passageOf } from "#services/documents/marks/passage.ts";
import type { TopicMark, Topics } from "#services/documents/marks/topics.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/**
 * The indicator a column's head names. Points and rates often bear one name: what most cells are, a "%" or "tỷ lệ"
 * tells them apart. One odd cell decides nothing: it is for the checks to point out. `levels`: the heads above each
 * other that make up `head`.
 */
export function meantBy(
  head: Passage,
  levels: readonly Passage[],
  numbers: readonly NumberCell[],
  topics: Topics,
): Indicator | null {
  const meant = namedBy(head, levels, topics);
  const lowest = levels.at(-1)?.folded ?? "";
  const saysRate = /%|ty le|ti le/u.test(head.folded) || most(numbers, ({ measure }) => measure === "rate");
  const saysCount = !saysRate && COUNTS.test(lowest);
  const saysPoints =
    !saysRate && (/diem/u.test(head.folded) || most(numbers, ({ measure }) => measure === "points"));
  const fits = (indicator: Indicator) => {
    if (indicator.measure === "points")
      return !saysRate && !saysCount && mayBePoints(numbers, indicator.max ?? 0);
    if (indicator.measure === "rate") return !saysPoints && !saysCount && mayBeRates(numbers);
    return !saysRate && !saysPoints && most(numbers, isCount, 1 - ODD_SHARE);
  };
  const fitting = meant.find(fits);
  if (fitting) return fitting;
  // No figure of the index is so high: what the head names is kept, for the checks to block it.
  const said = meant.filter(({ measure }) => measure === (saysRate ? "rate" : "points"));
  return said.length === 1 && (saysRate || saysPoints) ? (said[0] ?? null) : null;
}

/** "Số lượng", "Số hồ sơ": how many of what the head above names. */
const COUNTS = /^(?:tong )?(?:so luong|so ho so|so hs)(?!\p{L})|\((?:so )?(?:ho so|hs|ban|luot)\)|^tong so$/u;
const ONLY_COUNTS = /^(?:tong )?(?:so luong|so ho so|so hs|so)(?: \(.*\))?$/u;

/**
 * What the heads above each other name together. The lowest says it, where the one above is of its group or of the whole
 * index ("Kết quả số hóa" over "Sử dụng lại dữ liệu"); "Quá hạn" under "Hồ sơ trực tuyến" is neither of the two.
 */
function namedBy(head: Passage, levels: readonly Passage[], topics: Topics): readonly Indicator[] {
  const all = topics.in(head);
  const lowest = levels.at(-1);
  const own = lowest ? topics.in(lowest) : [];
  const start = head.text.length - (lowest?.text.length ?? 0);
  if (!lowest || levels.length === 1) return indicatorsOf(all);
  if (ONLY_COUNTS.test(lowest.folded)) return indicatorsOf(all.filter(({ end }) => end <= start));
  if (own.length === 0) return indicatorsOf(all).filter((one) => one.measure !== "count" || isOnlyOf(lowest));
  if (all.some((mark) => mark.start < start && mark.end > start)) return indicatorsOf(all);
  const above = indicatorsOf(levels.slice(0, -1).flatMap((level) => topics.in(level)));
  if (above.length === 0) return indicatorsOf(own);
  const turned = passageOf(
    [...levels]
      .reverse()
      .map(({ text }) => text)
      .join(" "),
    head.scanned,
  );
  const together = topics
    .in(turned)
    .find((mark) => mark.start < lowest.text.length && mark.end > lowest.text.length);
  return together
    ? together.indicators
    : indicatorsOf(own).filter((one) => above.some((other) => isPartOf(one, other)));
}

const PLAIN = new Set(
  "tong so cong luong ho hs ket qua trong ky thang nam quy tuan nay luy ke tu dau den ngay lieu t don vi".split(
    " ",
  ),
);

/** "Tổng số", "Tháng 10" under a count are it; "Trực tiếp", "Kỳ trước chuyển qua" are some of it. */
const isOnlyOf = ({ folded }: Passage): boolean =>
  folded.split(/[^\p{L}]+/u).every((word) => word === "" || PLAIN.has(word) || /^[ivx]+$/u.test(word));

/** Of two different counts neither says how many are both. */
function isPartOf(one: Indicator, whole: Indicator): boolean {
  const isOverGroups = whole.measure === "points" && whole.group === null;
  if (one.id === whole.id || isOverGroups) return true;
  const areCounts = one.measure === "count" && whole.measure === "count" && whole.id !== ALL_DOSSIERS;
  return !areCounts && whole.group !== null && whole.group === one.group;
}

const indicatorsOf = (marks: readonly TopicMark[]): readonly Indicator[] =>
  marks.flatMap(({ indicators }) => indicators);

/** Up to this share of a column's cells may be wrong without making it another column. */
const ODD_SHARE = 0.25;

function most(numbers: readonly NumberCell[], is: (number: NumberCell) => boolean, share = 0.5): boolean {
  return numbers.length > 0 && numbers.filter(is).length > share * numbers.length;
}

/** Rates of one name go beyond the maximum in more places than a slip of the pen does. */
export function mayBePoints(numbers: readonly NumberCell[], maximum: number): boolean {
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
