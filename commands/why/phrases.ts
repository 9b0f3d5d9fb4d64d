import type { Phrases } from "#commands/kit/phrases.ts";
import { joinWords } from "#commands/kit/typed.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

const INDICATOR = "(?:chi so|tieu chi|nhom(?: chi so)?|khau|mang|mat|phan|linh vuc)(?: thanh phan)? nao";
const LOW = "(?:kem|yeu|thap|te|hut|mat diem|tru diem)(?: nhat)?";

export const whyPhrases: Phrases = {
  matters: [
    {
      asks: wholeWords(
        `(?:o |do |tai )?${INDICATOR}(?= (?:[^?.!]{0,60} )?${LOW})|${LOW}(?: o)? ${INDICATOR}|(?:tai|vi|do|co|lam) sao(?! de)|sao (?:lai|ma|no)|sao(?= [^?.!]{1,40} (?:lai|ma|cu|van)(?![\\p{L}\\d]))|(?:vi |co )?ly do(?: gi| nao)?|nguyen nhan(?: gi| nao)?|(?:do|vi|tai) dau|phan tich|(?:bi )?(?:mat|tru|hut) diem(?: nhieu)?(?: (?:o|vi|do) (?:dau|(?:nhom|chi so|phan) nao))?|(?:nen|can|phai) (?:lam|uu tien|cai thien)(?: viec| nhung)? (?:gi|nhung gi)(?: truoc| nua)?(?: de)?`,
      ),
    },
  ],
  moreOfMatter: wholeWords("(?:la|la do|la tai) (?:gi|dau|sao)"),
  takes: ["units", "indicators", "period"],
  tellsAnyway: ["ends", "place", "target"],
  tellsWords: wholeWords(
    "(?:(?:khong|chua|ko) )?(?:(?:bi|lai|dang|cu|van|rat) )*(?:(?:len|dung|ve) (?:nhat|bet|chot)|bet|tut|sut|giam|tang|len|xuong|roi|lui|mat|tru|hut|thap|kem|cao|yeu|dat|cai thien)(?: (?:xuong|len|toi|den|tan|mat|di|qua|the|vay))*(?: (?:\\d+(?:[.,]\\d+)?|may|nhieu|manh|sau))?(?: (?:diem phan tram|diem|bac|hang|chi tieu))?",
  ),
  about: "units",
  followsUnits: true,
  goOn: ({ indicators }, { names, period }) => joinWords("/visao", names, indicators, period),
};
