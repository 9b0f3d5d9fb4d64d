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
  /(?<![\p{L}])(?:(?:xếp|đứng|giữ|ở|chiếm|đạt|lên|xuống|và|,)\s(?:(?:ở|hạng|vị trí|xếp)\s){0,2}|(?:xếp hạng|thứ hạng|vị trí)\s)(?:thứ\s(?<any>nhất|nhì|hai|ba|tư|bốn|năm|sáu|bảy|bẩy|tám|chín|mười)|số\s(?<number>một|hai|ba)|(?<first>nhất|nhì))(?![\p{L}])(?!\s(?:tuần|hằng|hàng))/giu;

/** A place said in a word. */
export interface OrdinalWord {
  readonly start: number;
  readonly end: number;
  readonly place: number;
}

/** Those of clean text: "thứ hai" → 2. */
export function ordinalsIn({ text, scanned }: Passage): readonly OrdinalWord[] {
  if (scanned) return [];
  return [...text.matchAll(ORDINAL)].flatMap(({ 0: all, index, groups = {} }) => {
    const word = (groups.any ?? groups.number ?? groups.first ?? "").toLowerCase();
    const place = PLACE_OF.get(word);
    const end = index + all.length;
    return place === undefined ? [] : [{ start: end - word.length, end, place }];
  });
}
