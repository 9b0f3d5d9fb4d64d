import type { Phrases } from "#commands/kit/phrases.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

const WHO = "(?:ai|ben nao|don vi nao|xa nao|dua nao)";
const BETTER = "(?:tot |kha |cao |thap |kem |nhieu |it |dung dau )?hon";
const AT_THE_END = "(?:tot|cao|thap|kem) hon(?=[ ?.!]{0,9}$)";
const BY_HOW_MUCH =
  "(?:hon|kem|thua)(?! (?:muc |cac )?(?:chi tieu|muc tieu|ke hoach))(?= [^?.!]{0,60}(?:bao nhieu|may (?:diem|phan tram|%|bac|ho so)))";
/** "so A với B", but no "số hóa", "số liệu" with something. */
const SO = "so(?! (?:hoa|lieu|luong|ho so|voi|vs|sanh)(?![\\p{L}\\d]))(?= [^?.!]{1,60} (?:voi|vs) )";
const PERIOD_NEXT = String.raw`(?:thang|quy|ky|tuan|nam|cung|t\.?\d|q\d|\d)`;
/** "tháng 8 so tháng 7". */
const SO_PERIOD = String.raw`(?<=\d )so(?= (?:thang|quy|ky|tuan|t\.?\d))`;
/** Every answer is set against the period before, and targets have a command of their own. */
const TOLD_ELSEWHERE = "(?:muc |cac )?(?:chi tieu|muc tieu|ke hoach)|(?:thang|ky) (?:truoc|lien truoc)";

/** Units or periods set against each other; "so với" before a period is read with it. */
export const comparisonPhrases: Phrases = {
  matters: [
    {
      asks: wholeWords(
        `so sanh|${SO}|so voi(?! (?:${TOLD_ELSEWHERE}))|so vs|vs|doi chieu|hon kem|chenh (?:lech|nhau)|khac (?:nhau|gi)|${WHO} ${BETTER}(?! (?:muc )?\\d| chi tieu| muc)|${BY_HOW_MUCH}|${AT_THE_END}|hay la|${SO_PERIOD}|canh nhau`,
      ),
      words: wholeWords(
        `(?:so sanh|doi chieu)(?: giua)?|${SO}|so (?:voi|vs)(?! ${PERIOD_NEXT})|vs|(?:thi )?${WHO} (?:la )?${BETTER}(?: kem)?|hon kem(?: nhau)?|(?:su )?chenh (?:lech|nhau)(?: giua)?(?: bao nhieu)?|(?:co )?khac (?:nhau|gi)(?: (?:o dau|the nao|gi|nhau))?|${BY_HOW_MUCH}|${AT_THE_END}|(?:co gi )?hay la|${SO_PERIOD}|(?:dat |de |xep )?(?:ben )?canh nhau|giua`,
      ),
    },
  ],
  takes: ["units", "indicators", "period"],
  about: "units",
  compares: true,
  goOn: (_, { named, names, indicators, period, isOtherPeriod, about }) => {
    if (named.length > 0) return null;
    const periods = isOtherPeriod ? period : [...(about.against ?? []), period].join(" với ");
    return joinWords("/sosanh", names, indicators, periods);
  },
};
