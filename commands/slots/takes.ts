import { cut, type Found, type Remainder } from "#commands/slots/remainder.ts";
import type { Take } from "#commands/slots/slot.ts";
import { Refusal } from "#services/refusal.ts";

const NUMBER_WORDS: readonly string[] = "mot hai ba bon nam sau bay tam chin muoi".split(" ");
const NUMBER_WORD = NUMBER_WORDS.join("|");
const NOUN = "xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|so|don vi";
const COUNTED = String.raw`(?<number>\d{1,4}|${NUMBER_WORD})\s+(?<noun>${NOUN})\s+`;
const UNITS = `(?:${COUNTED})?`;
/** "Top ba" is a number, "cao nhất Ba Đình" a name, "thấp nhất cuối năm" a period. */
const COUNT_WORD = String.raw`(?:${NUMBER_WORD.replace("|nam|", "|")})(?=\s*(?:$|[,;?!.]|(?:${NOUN}|va|cuoi|dau)(?![\p{L}\d])))`;
const COUNT = String.raw`(?![a-z])(?:\s*(?<count>[-–−]?\s?\d[\d.,]*(?!\s?%)|${COUNT_WORD}))?`;
const OF_WHAT = String.raw`(?:\s+(?:diem|hang|bac|thu hang))*`;
const MOST = String.raw`(?:nhieu|manh|cao|nhanh|sau|ro)\s+nhat`;
/** "xã nào tăng", "tăng tháng 8": said of the list itself. */
const ALONE = (word: string): string =>
  String.raw`${word}(?=\s*(?:$|[,?!.;]|(?:va|ma|thang|quy|ky)(?![\p{L}\d])))`;
/** "top 3 phường Gia Lai", "top 10 tỉnh" count those; "top 10 tỉnh Gia Lai" the units of one. */
const COUNTED_LAST = String.raw`(?:(?<=\d)\s+(?<last>(?:xa|phuong|thi tran|dac khu|so(?! (?:hoa|ho so|luong|lieu))|don vi)(?![\p{L}\d])|(?:huyen|quan|thi xa|tinh)(?=\s*(?:$|[#?!.,;]|(?:thang|quy|nam|theo|cao|thap|tot|kem|ca nuoc|toan quoc)(?![\p{L}\d])))))?`;
/** "top 5 xã tăng nhiều nhất" is one wish, "top 3 cuối 3" are two. */
const TOP_OF = (words: string): string =>
  String.raw`(?:top\s*(?<topped>\d{1,4})\s+(?:(?:${NOUN})\s+)?(?=(?:${words})(?!\s*[-–−]?\s?\d)))?`;
const takeOf = (words: string): RegExp =>
  new RegExp(String.raw`\b(?:${TOP_OF(words)}|${UNITS})(?:${words})${COUNT}${COUNTED_LAST}`, "u");

type Way = readonly [from: Take["from"], by: Take["by"], pattern: RegExp];

const TAKES: readonly Way[] = [
  [
    "top",
    "change",
    takeOf(
      String.raw`(?:tang|cai thien|tien bo|len)${OF_WHAT}\s+${MOST}|(?:tien bo|cai thien) nhat|(?:tang|len) (?:diem|hang|bac)|${ALONE("tang")}`,
    ),
  ],
  [
    "bottom",
    "change",
    takeOf(
      String.raw`(?:giam|tut|sut|xuong)${OF_WHAT}\s+${MOST}|(?:giam|tut|sut|xuong) (?:diem|hang|bac)|${ALONE("giam")}`,
    ),
  ],
  ["bottom", "value", takeOf("thap nhat|it nhat|nho nhat")],
  ["top", "value", takeOf("cao nhat|nhieu nhat|lon nhat")],
  [
    "bottom",
    "rank",
    takeOf("cuoi bang|cuoi|kem nhat|yeu nhat|te nhat|dung cuoi|dung chot|chot bang|doi so|bet(?: bang)?"),
  ],
  [
    "top",
    "rank",
    takeOf(
      "top|dau bang|dan dau|tot nhat|gioi nhat|dung dau|(?:dung|ve|xep|thu|hang) nhat|nhat (?:bang|huyen|tinh)|(?<!(?:phuong|tran|huyen|khu) )(?:nao|ai) nhat",
    ),
  ],
  // "Đầu" alone is also a question's "đâu".
  ["top", "rank", new RegExp(String.raw`(?<![\p{L}\d])${COUNTED}(?:dau)(?![\p{L}\d])`, "u")],
];

/** More than the country has communes; nobody means a longer list. */
const MOST_TAKEN = 9_999;

/** Between two ends. */
const AND = /(?<![\p{L}\d])va(?![\p{L}\d])/u;

/** The whole list in words, as the button says. */
const WHOLE = /\b(?:bang chu|ca bang|day du|xem (?:het|tat ca|toan bo))(?![\p{L}\d])/u;

/** "top 5", "top5 và cuối 3", "3 xã cuối bảng", "thấp nhất": one of each. Throws the Refusal "take-count" for no such number. */
export function findTakes(text: Remainder): Found<readonly Take[]> {
  const takes: Take[] = [];
  let rest = text;
  for (const [from, by, pattern] of TAKES) {
    const match = pattern.exec(rest.folded);
    if (!match || !isApart(rest, match) || takes.some((take) => take.from === from && take.by === by))
      continue;
    takes.push(takeOfMatch(from, by, match));
    rest = cut(rest, match);
  }
  const and = takes.length > 1 && AND.exec(rest.folded);
  if (and) rest = cut(rest, and);
  const whole = takes.length === 0 && WHOLE.exec(rest.folded);
  if (whole) return [[{ from: "top", count: MOST_TAKEN, by: "rank" }], cut(rest, whole)];
  return [takes.sort((a, b) => Number(a.from === "bottom") - Number(b.from === "bottom")), rest];
}

function takeOfMatch(from: Take["from"], by: Take["by"], { 0: words, groups = {} }: RegExpExecArray): Take {
  const { count: behind, number: before, topped, last, noun = last } = groups;
  const number = countOf(behind ?? before ?? topped);
  // "xã nào giảm điểm" asks for all that did, "giảm nhiều nhất" for the first of them.
  const isOfAll = by === "change" && number === null && !/nhat/u.test(words);
  const isOfPlaces = by === "change" && /hang|bac/u.test(words);
  return {
    from,
    count: isOfAll ? MOST_TAKEN : number,
    by: isOfPlaces ? "places" : by,
    ...(noun ? { noun } : {}),
  };
}

/**
 * "tăng" and "giảm" beside an indicator: "xếp hạng tăng đúng hạn". To be looked for once the indicator's own words are taken
 * out; null = they ask for nothing.
 */
export function findLoneChange(text: Remainder): Found<Take | null> {
  const match = LONE_CHANGE.exec(text.folded);
  if (!match) return [null, text];
  const from = match.groups?.up === undefined ? "bottom" : "top";
  return [{ from, count: MOST_TAKEN, by: "change" }, cut(text, match)];
}

const LONE_CHANGE =
  /(?<![\p{L}\d])(?:(?<up>tang|cai thien|tien bo)|giam|tut|sut)(?: len| xuong| di)?(?![\p{L}\d]|\s\d)/u;

function countOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const word = NUMBER_WORDS.indexOf(written);
  const count = word < 0 ? Number(written) : word + 1;
  if (Number.isInteger(count) && count >= 1 && count <= MOST_TAKEN) return count;
  throw new Refusal("take-count", { most: MOST_TAKEN });
}

/** "6 tháng cuối năm" is a period, "cuối" in it no wish for the last ones. */
function isApart(text: Remainder, match: RegExpExecArray): boolean {
  return !/^\s*nam\b/u.test(text.folded.slice(match.index + match[0].length));
}
