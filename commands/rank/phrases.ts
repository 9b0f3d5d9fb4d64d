import type { Phrases } from "#commands/kit/phrases.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

const UNITS = "xa|phuong|don vi|huyen|tinh|so|dia phuong";
/** "là ai" asks who somebody is; "chỉ số nào" for none of the units. */
const NOT_OF_UNITS = "(?<!the )(?<!chi )(?<!chi so )(?<!tieu chi )(?<!nhom )";

/** The widest of all: "nào" and "ai" ask for a list, unless something else is asked for. */
export const rankPhrases: Phrases = {
  asks: wholeWords(
    `(?:bang )?[xs]ep (?:hang|thu|loai)|bxh|thu hang|thu tu|bang (?:diem|tong sap|hang)|danh sach|(?:cac|nhung|toan bo|tat ca) (?:xa|don vi)|${NOT_OF_UNITS}(?:nhung |cac )?(?:xa|phuong|thi tran|huyen|tinh|so|don vi|dia phuong|noi|cho|dua|ban|thang)(?:,? (?:phuong|thi tran|don vi|nganh))* nao|${NOT_OF_UNITS}nao|(?<!la )ai|(?:bao nhieu|may) (?:${UNITS})|bang`,
  ),
  isEveryday: true,
  about: "scope",
};
