import type { Cell } from "#services/documents/marks/cells.ts";
import type { Passage } from "#services/documents/marks/passage.ts";

/**
 * What a column beside the results holds: the most that can be reached, the level set, or how far one was reached. The
 * last is no figure of an indicator, whatever the head names.
 */
export type Beside = "maximum" | "target" | "share";

const MAXIMUM = /^(?:so )?(?:diem )?(?:toi da|chuan)(?!\p{L})|^thang diem(?!\p{L})/u;
const TARGET =
  /^(?:(?:chi tieu|ke hoach|muc tieu)(?:\s(?:duoc|giao|ke hoach|phan dau|toi thieu|cua|tinh|de ra|nam|quy|thang|\d[\d/]*))*|kh|kh giao|ct giao|yeu cau toi thieu)$/u;
const SHARE =
  /(?:so voi|tren|hoan thanh|vuot|thuc hien|\/|so)\s?(?:(?:tong|so|muc|cac) ){0,4}(?:diem toi da|diem chuan|toi da|chi tieu|ke hoach|muc tieu|kh)(?!\p{L})/u;

/** `levels`: the column's heads, the highest first. Null = it holds results, as far as its head tells. */
export function besideOf(levels: readonly Passage[], cells: readonly Cell[]): Beside | null {
  const words = levels.map(({ folded }) => withoutBrackets(folded));
  const lowest = words.at(-1) ?? "";
  if (words.some((level) => SHARE.test(level))) return "share";
  if (MAXIMUM.test(lowest)) return isOneNumber(cells) ? "maximum" : "share";
  if (TARGET.test(lowest)) return "target";
  const isUnderTarget = words.slice(0, -1).some((level) => /\s/u.test(level) && SET_ABOVE.test(level));
  return isUnderTarget ? "target" : null;
}

/** Over the names of indicators; "Chỉ tiêu" alone may only call them so. */
const SET_ABOVE = /^(?:chi tieu (?:duoc )?(?:giao|phan dau|ke hoach)|ke hoach|muc tieu)/u;

const withoutBrackets = (folded: string): string =>
  folded
    .replace(/\([^()]*\)/gu, " ")
    .replace(/[\s%:]+/gu, " ")
    .trim();

/** Whether no two cells give different numbers. */
export function isOneNumber(cells: readonly Cell[]): boolean {
  return new Set(cells.flatMap((cell) => (cell.kind === "number" ? [cell.written] : []))).size <= 1;
}
