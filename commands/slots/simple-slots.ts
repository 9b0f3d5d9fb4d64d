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

const UNITS = String.raw`(?:(\d{1,4})\s+(?:xa|phuong|huyen|tinh|so|don vi)\s+)?`;
const COUNT = String.raw`(?![a-z])(?:\s*([-–−]?\s?\d[\d.,]*(?!\s?%)))?`;
const TOP = new RegExp(
  String.raw`\b${UNITS}(?:top|dau bang|dan dau|cao nhat|tot nhat|dung dau)${COUNT}`,
  "u",
);
const BOTTOM = new RegExp(
  String.raw`\b${UNITS}(?:cuoi bang|cuoi|thap nhat|kem nhat|yeu nhat|dung cuoi)${COUNT}`,
  "u",
);

/** More than the country has communes; nobody means a longer list. */
const MOST_TAKEN = 9_999;

/** How many a question for the best or the worst shows when it names no number. */
const DEFAULT_TAKE = 5;

/** "top 5", "top5", "cuối 3", "3 xã cuối bảng", "thấp nhất". Throws the Refusal "take-count" for no such number. */
export function findTake(text: Remainder): Found<Take | null> {
  for (const [from, pattern] of [
    ["bottom", BOTTOM],
    ["top", TOP],
  ] as const) {
    const match = pattern.exec(text.folded);
    if (match && isApart(text, match)) {
      const written = match[2] ?? match[1];
      const count = written === undefined ? DEFAULT_TAKE : Number(written);
      if (!Number.isInteger(count) || count < 1 || count > MOST_TAKEN)
        throw new Refusal("take-count", { most: MOST_TAKEN });
      return [{ from, count }, cut(text, match)];
    }
  }
  return [null, text];
}

const KIND_WORDS: readonly (readonly [ListKind, string])[] = [
  ["departments", "(?:cac )?(?:khoi )?(?:so,? ban,? nganh|so,? nganh|so|ban,? nganh)"],
  [
    "communes",
    "(?:cac )?(?:khoi )?(?:(?:xa|phuong|thi tran|dac khu)(?:[ ,]+(?:xa|phuong|thi tran|dac khu))*)",
  ],
];

/** "sở", "xã, phường" at either end: the kind of units asked for. A scope that has units is never a xã itself. */
export function findKind(text: Remainder): Found<ListKind | null> {
  const trimmed = text.folded.trim();
  const offset = text.folded.length - text.folded.trimStart().length;
  for (const [kind, pattern] of KIND_WORDS) {
    const match = new RegExp(`^${pattern}(?![\\p{L}\\d])|(?<![\\p{L}\\d])${pattern}$`, "u").exec(trimmed);
    if (match) return [kind, without(text, offset + match.index, offset + match.index + match[0].length)];
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
