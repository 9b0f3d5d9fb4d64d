import type { Passage } from "#services/documents/marks/passage.ts";

const PLACES: readonly (readonly string[])[] = [
  ["nhất", "một"],
  ["nhì", "hai"],
  ["ba"],
  ["tư", "bốn"],
  ["năm"],
  ["sáu"],
  ["bảy", "bẩy"],
  ["tám"],
  ["chín"],
  ["mười"],
];
const PLACE_OF = new Map(PLACES.flatMap((words, i) => words.map((word) => [word, i + 1] as const)));

/** "đứng thứ hai", "vị trí thứ nhất", "xếp hạng nhì"; days ("sáng thứ hai") and medals ("hạng Ba") have no such verb. */
const ORDINAL =
  /(?<![\p{L}])(?:(?:xếp|đứng|giữ|ở|chiếm|đạt|lên|xuống|và|,)\s(?:(?:ở|hạng|vị trí|xếp)\s){0,2}|(?:xếp hạng|thứ hạng|đồng hạng|cùng hạng|vị trí)\s)(?:thứ\s(?<any>nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)|số\s(?<number>một|hai|ba)|(?<first>nhất|nhì))(?![\p{L}])(?!\s(?:tuần|hằng|hàng))/giu;

/** Begins a clause: "Tiếp đến, thứ hai", "; thứ 4", "- Hạng nhất". */
const LEAD = String.raw`(?:^|[;:,.+–-]\s|\s(?:và|[Tt]iếp theo|[Tt]iếp đến|kế đến|kế tiếp)\s)(?:là\s)?(?:[Tt]hứ|[Hh]ạng(?:\sthứ)?|[Vv]ị thứ)\s`;
/** Whose place it is, and its result right behind the name: points of a list ("thứ nhất là xã … còn chậm") have none. */
const NAMED = String.raw`(?:\s(?:là|thuộc về)|\s?:)\s(?:UBND\s)?(?:\p{Ll}{1,10}\s){0,3}(?:\p{Lu}[\p{L}'’-]*,?\s){1,6}(?:(?:đạt|được|với)\s|\()?\d`;
const IN_TURN = new RegExp(
  `${LEAD}(?<any>nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?=${NAMED})`,
  "gu",
);
/** Right behind a result: "95,5 điểm, hạng nhất", "93 điểm (thứ hai)". */
const BESIDE =
  /(?:điểm|%|\d)\s?(?:[(,;]|[-–])\s?(?:xếp\s)?(?:thứ|hạng)\s(?<any>nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)(?=\s?[).;,]|$)/gu;
const LEADS = new RegExp(`${LEAD}$`, "u");
const NAMED_BEHIND = new RegExp(`^${NAMED}`, "u");
/** Longest words before a place, and behind it, in letters. */
const REACH = [20, 120] as const;

/** "Tiếp đến, thứ 4 là Quảng Ninh đạt 89,7 điểm": whether a number is the place of whom it names. */
export function isPlaceInTurn({ text }: Passage, start: number, end: number): boolean {
  const [before, behind] = REACH;
  return (
    LEADS.test(text.slice(Math.max(0, start - before), start)) &&
    NAMED_BEHIND.test(text.slice(end, end + behind))
  );
}

/** A place said in a word. */
export interface OrdinalWord {
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

/** Those of clean text: "thứ hai" → 2. */
export function ordinalsIn({ text, scanned }: Passage): readonly OrdinalWord[] {
  if (scanned) return [];
  const all = [...text.matchAll(ORDINAL), ...text.matchAll(IN_TURN), ...text.matchAll(BESIDE)];
  const found = all.flatMap(({ 0: words, index, groups = {} }) => {
    const word = (groups.any ?? groups.number ?? groups.first ?? "").toLowerCase();
    const place = PLACE_OF.get(word);
    const end = index + words.length;
    return place === undefined ? [] : [{ start: end - word.length, end, place }];
  });
  const byStart = new Map(found.map((one) => [one.start, one]));
  return [...byStart.values()].sort((a, b) => a.start - b.start);
}
