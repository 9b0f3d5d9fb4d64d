import type { Remainder } from "#commands/slots/remainder.ts";
import { without } from "#commands/slots/remainder.ts";
import type { Take } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";
import type { ListKind } from "#services/results/lists.ts";

/** A value and what is left of the text once it is taken out. */
export type Found<T> = readonly [value: T, rest: Remainder];

/** "trang 2" → 2; without it page 1. */
export function findPage(text: Remainder): Found<number> {
  const match = /\btrang (\d{1,3})\b/u.exec(text.folded);
  if (!match) return [1, text];
  return [Math.max(1, Number(match[1])), cut(text, match)];
}

/** "so bản 1 bản 2", "so sánh bản 1 với bản 2". */
export function findVersions(text: Remainder): Found<{ from: number; version: number } | null> {
  const match = /\bso (?:sanh )?ban (\d{1,4}) (?:(?:voi|va) )?ban (\d{1,4})(?!\d)/u.exec(text.folded);
  if (!match) return [null, text];
  return [{ from: Number(match[1]), version: Number(match[2]) }, cut(text, match)];
}

const UNITS = String.raw`(?:(\d{1,4})\s+(?:xa|phuong|huyen|tinh|so|don vi)\s+)?`;
const COUNT = String.raw`(?![a-z])(?:\s*([-–−]?\s?\d[\d.,]*(?!\s?%)))?`;
const OF_WHAT = String.raw`(?:\s+(?:diem|hang|bac|thu hang))*`;
const MOST = String.raw`(?:nhieu|manh|cao|nhanh|sau|ro)\s+nhat`;
const takeOf = (words: string): RegExp => new RegExp(String.raw`\b${UNITS}(?:${words})${COUNT}`, "u");

type Way = readonly [from: Take["from"], by: Take["by"], pattern: RegExp];

const TAKES: readonly Way[] = [
  [
    "top",
    "change",
    takeOf(
      String.raw`(?:tang|cai thien|tien bo|len)${OF_WHAT}\s+${MOST}|(?:tien bo|cai thien) nhat|(?:tang|len) (?:diem|hang|bac)`,
    ),
  ],
  [
    "bottom",
    "change",
    takeOf(String.raw`(?:giam|tut|sut|xuong)${OF_WHAT}\s+${MOST}|(?:giam|tut|sut|xuong) (?:diem|hang|bac)`),
  ],
  ["bottom", "value", takeOf("thap nhat|it nhat|nho nhat")],
  ["top", "value", takeOf("cao nhat|nhieu nhat|lon nhat")],
  ["bottom", "rank", takeOf("cuoi bang|cuoi|kem nhat|yeu nhat|te nhat|dung cuoi|dung chot|doi so|bet bang")],
  ["top", "rank", takeOf("top|dau bang|dan dau|tot nhat|gioi nhat|dung dau|dung nhat|hang nhat|nhat bang")],
];

/** More than the country has communes; nobody means a longer list. */
const MOST_TAKEN = 9_999;

/** The whole list in words, as the button says. */
const WHOLE = /\b(?:bang chu|ca bang)(?![\p{L}\d])/u;

/** "top 5", "top5 và cuối 3", "3 xã cuối bảng", "thấp nhất": one of each. Throws the Refusal "take-count" for no such number. */
export function findTakes(text: Remainder): Found<readonly Take[]> {
  const takes: Take[] = [];
  let rest = text;
  for (const [from, by, pattern] of TAKES) {
    const match = pattern.exec(rest.folded);
    if (!match || !isApart(rest, match)) continue;
    const count = countOf(match[2] ?? match[1]);
    const isOfPlaces = by === "change" && /hang|bac/u.test(match[0]);
    takes.push({ from, count, by: isOfPlaces ? "places" : by });
    rest = cut(rest, match);
  }
  const whole = takes.length === 0 && WHOLE.exec(rest.folded);
  if (whole) return [[{ from: "top", count: MOST_TAKEN, by: "rank" }], cut(rest, whole)];
  return [takes.sort((a, b) => Number(a.from === "bottom") - Number(b.from === "bottom")), rest];
}

function countOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const count = Number(written);
  if (Number.isInteger(count) && count >= 1 && count <= MOST_TAKEN) return count;
  throw new Refusal("take-count", { most: MOST_TAKEN });
}

/** "tổng", "tổng số", "cộng lại" beside something that is counted: the sum over a list. "Tổng điểm" is an indicator. */
export function findSum(text: Remainder): Found<boolean> {
  const match = SUM.exec(text.folded);
  return match ? [true, cut(text, match)] : [false, text];
}

const SUM =
  /(?<![\p{L}\d])(?:tong (?:so|cong)(?: so)?(?: luong)?|tong(?: luong)?|cong (?:lai|don|het))(?! (?:diem|hop|so|ket|quan|the))(?![\p{L}\d])/u;

/** "thứ mấy", "xếp hạng bao nhiêu". */
export function findPlace(text: Remainder): Found<boolean> {
  const match = PLACE.exec(text.folded);
  return match ? [true, cut(text, match)] : [false, text];
}

const PLACE =
  /(?<![\p{L}\d])(?:(?:dang|dung|xep|nam|o|hang) )*(?:(?:thu|hang|vi tri|bac)(?: hang| thu)? (?:may|bao nhieu|nao))(?![\p{L}\d])/u;

const KIND_WORDS: readonly (readonly [ListKind, string])[] = [
  ["departments", "(?:cac )?(?:khoi )?(?:so,? ban,? nganh|so,? nganh|so|ban,? nganh)"],
  [
    "communes",
    "(?:cac )?(?:khoi )?(?:(?:xa|phuong|thi tran|dac khu)(?:[ ,]+(?:xa|phuong|thi tran|dac khu))*)",
  ],
];

/** "Số" folds as "sở" does. */
const IS_NUMBER = /số/iu;

/** "sở", "xã, phường" at either end: the kind of units asked for. A scope that has units is never a xã itself. */
export function findKind(text: Remainder): Found<ListKind | null> {
  const trimmed = text.folded.trim();
  const offset = text.folded.length - text.folded.trimStart().length;
  for (const [kind, pattern] of KIND_WORDS) {
    const match = new RegExp(`^${pattern}(?![\\p{L}\\d])|(?<![\\p{L}\\d])${pattern}$`, "u").exec(trimmed);
    if (!match) continue;
    const [start, end] = [offset + match.index, offset + match.index + match[0].length];
    if (!IS_NUMBER.test(text.text.slice(start, end))) return [kind, without(text, start, end)];
  }
  return [null, text];
}

function cut(text: Remainder, match: RegExpExecArray): Remainder {
  return without(text, match.index, match.index + match[0].length);
}

/** "6 tháng cuối năm" is a period, "cuối" in it no wish for the last ones. */
function isApart(text: Remainder, match: RegExpExecArray): boolean {
  return !/^\s*nam\b/u.test(text.folded.slice(match.index + match[0].length));
}
