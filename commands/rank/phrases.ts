import type { Phrases } from "#commands/kit/phrases.ts";
import { wholeWords } from "#commands/slots/remainder.ts";

const UNITS = "xa|phuong|don vi|huyen|tinh|so|dia phuong";

/** The widest of all: "nào" and "ai" ask for a list, unless something else is asked for. */
export const rankPhrases: Phrases = {
  asks: wholeWords(
    `(?:bang )?xep (?:hang|thu|loai)|thu hang|thu tu|bang (?:diem|tong sap|hang)|danh sach|(?:cac|nhung|toan bo|tat ca) (?:xa|don vi)|(?:nhung |cac )?(?:xa|phuong|thi tran|huyen|tinh|so|don vi|dia phuong|noi|cho|dua|ban|thang)(?:,? (?:phuong|thi tran|don vi|nganh))* nao|(?<!the )nao|ai|(?:bao nhieu|may) (?:${UNITS})|bang`,
  ),
  isEveryday: true,
  about: "scope",
};
