import type { Figure } from "#services/documents/marks/figures.ts";
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

/** Places that clean text says in words, as numbers. */
export function ordinalsIn({ text, scanned }: Passage): readonly Figure[] {
  if (scanned) return [];
  return [...text.matchAll(ORDINAL)].flatMap(({ 0: all, index, groups = {} }) => {
    const word = (groups.any ?? groups.number ?? groups.first ?? "").toLowerCase();
    const place = PLACE_OF.get(word);
    const end = index + all.length;
    const figure = { start: end - word.length, end, over: null, measure: "plain", noun: null } as const;
    return place === undefined ? [] : [{ ...figure, written: String(place) }];
  });
}
