import type { Figure } from "#services/documents/marks/figures.ts";
import { hasAny, passageOf } from "#services/documents/marks/passage.ts";
import type { Reading } from "#services/documents/prose/surroundings.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";
import { countOfFirst, lastOfFirst } from "#services/text/in-order.ts";

/** "Điểm số cao nhất là 98,63" without saying whose. */
export function saysExtreme({ paragraph }: Reading, figure: Figure): boolean {
  const before = paragraph.folded.slice(Math.max(0, figure.start - 50), figure.start);
  const clause = before.split(/[.;,]/u).at(-1) ?? "";
  return /(?<!(?:nhom|chi so|tieu chi|noi dung)\s)(?:cao|thap|lon|nho|it|nhieu) nhat/u.test(clause);
}

/** "Chỉ số bưu chính công ích: 4 điểm": an indicator by a name nobody knows. */
const UNKNOWN_INDICATOR =
  /(?:^|[\s(])(?:chi so|tieu chi|chi tieu|noi dung|hang muc|diem(?=\s(?:kiem tra|thi|khao sat|sat hach|boi duong|tap huan)\s(?!dua\s)))\s(?!(?:cua|cac|nay|tren|thanh phan|danh gia|phuc vu)\s)[^,;.:()\d]{3,60}?\s?(?:(?:chi|moi|da)\s)?(?:dat|dat duoc|la|:|duoc|co)\s?$/u;
const INDICATOR_REACH = 90;

export function ofUnknownIndicator({ paragraph, marks }: Reading, figure: Figure): boolean {
  if (figure.measure !== "points" || figure.over === WHOLE) return false;
  const from = Math.max(0, figure.start - INDICATOR_REACH);
  const match = UNKNOWN_INDICATOR.exec(paragraph.folded.slice(from, figure.start));
  if (!match) return false;
  const isNamed = <M extends { readonly end: number }>(marks: readonly M[]): boolean => {
    const last = lastOfFirst(marks, ({ end }) => end <= figure.start);
    return last !== undefined && last.end > from + match.index;
  };
  return !isNamed(marks.topics) && !isNamed(marks.units);
}

const WHOLE = 100;

/** "Số hóa hồ sơ (tối đa 22 điểm): 12,3 điểm": what the indicator is out of, said beside its name. */
export function isMaximum({ paragraph: { folded }, marks }: Reading, figure: Figure): boolean {
  const topic = lastOfFirst(marks.topics, ({ end }) => end <= figure.start);
  if (!topic?.indicators.some(({ max }) => max !== null && max === Number(figure.written))) return false;
  const before = folded.slice(topic.end, figure.start);
  const behind = folded.slice(figure.end, figure.end + TO_VALUE);
  return (
    /^\s?\((?:(?:diem )?toi da|thang diem)?(?: la)?:?\s?$/u.test(before) &&
    /^\)?\)\s?(?::|(?:dat|la|moi|chi|duoc|co)(?!\p{L}))[^\d.;]{0,20}\d/u.test(behind)
  );
}

const TO_VALUE = 50;

/** Inside an order: "(năm 2024 hồ sơ chậm tiếp nhận của tỉnh là 31,41%" reports; "đạt 100%" does not. */
export function statesResult({ paragraph, marks }: Reading, figure: Figure): boolean {
  if (figure.measure === "count") return true;
  const before = paragraph.folded.slice(Math.max(0, figure.start - 10), figure.start);
  const stated = /(?:\sla|\s1a|\s13|:|con|moi dat|chi dat|da dat)\s$/u.test(before);
  const period = lastOfFirst(marks.periods, ({ end }) => end <= figure.start);
  return stated && period !== undefined && figure.start - period.end < 100;
}

/** Words behind a counted noun that do not narrow it down. */
const FREE_WORDS = new Set("so va tang giam xep trong tren chiem dat o tai con he theo voi den".split(" "));

/** "5 hồ sơ đất đai": counted things that words nobody knows narrow down. */
export function isQualified({ paragraph }: Reading, figure: Figure): boolean {
  if (figure.measure !== "count" || paragraph.scanned) return false;
  if (/(?::|\sla)\s?$/u.test(paragraph.folded.slice(Math.max(0, figure.start - 5), figure.start)))
    return false;
  const next = /^\s(\p{L}+)/u.exec(paragraph.folded.slice(figure.end))?.[1];
  return next !== undefined && !FREE_WORDS.has(next);
}

const OTHER_BASES = ["cung ky", "nam truoc", "nam ngoai", "dau nam"];
const BASE_REACH = 60;

/** "so với cùng kỳ", "so với tháng 1" in December: a change, but not against the period before. */
export function isAgainstOther({ paragraph, marks }: Reading, figure: Figure, period: Period): boolean {
  const [clause = ""] = paragraph.text.slice(figure.end, figure.end + 45).split(/[,;]/u);
  if (hasAny(passageOf(clause, paragraph.scanned), OTHER_BASES)) return true;
  const base = marks.periods
    .slice(
      countOfFirst(marks.periods, ({ start }) => start < figure.end),
      countOfFirst(marks.periods, ({ start }) => start <= figure.end + BASE_REACH),
    )
    .find(({ compared }) => compared);
  const before = previousPeriod(period);
  return base !== undefined && before !== null && base.period !== before;
}
