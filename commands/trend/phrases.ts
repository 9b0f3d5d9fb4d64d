import type { Phrases } from "#commands/kit/phrases.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

/** As it is typed. */
export const BY_PLACE = "theo hạng";

export const trendPhrases: Phrases = {
  asks: wholeWords(
    "xu huong|dien bien|bieu do duong|(?:ve )?(?:bieu do|do thi)|lich su|qua (?:cac|nhieu|tung) (?:thang|ky|quy|tuan|nam)|theo (?:tung |cac )?(?:thang|quy|ky|thoi gian)|tung (?:thang|quy|ky)|(?:thang|quy|ky|nam) nao",
  ),
  takes: ["units", "indicators", "span", "period", "place"],
  tellsAnyway: ["uncounted ends"],
  about: "units",
  followsUnits: true,
  isOverTime: true,
  goOn: ({ span, period }, { names, indicators, about }) =>
    joinWords("/xuhuong", names, indicators, span, period, about.ofPlaces === true && BY_PLACE),
};
