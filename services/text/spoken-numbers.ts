import { fold } from "#services/text/fold.ts";

const DIGITS: readonly string[] = "khong mot hai ba bon nam sau bay tam chin".split(" ");
/** How a digit is said behind tens. */
const BEHIND_TENS: Readonly<Record<string, number>> = { mot: 1, tu: 4, lam: 5, nham: 5, bay: 7 };
const TENS = DIGITS.slice(2).join("|");
const UNITS = [...DIGITS.slice(1), ...Object.keys(BEHIND_TENS)].join("|");
const PART = String.raw`(?![\p{L}\d])`;
const NOT_IN_WORD = String.raw`(?<![\p{L}\d])`;

/** "hai nghìn không trăm hai mươi tư", "hai không hai tư": years as they are said. */
const YEAR = new RegExp(
  `(?<=nam )(?:hai (?:nghin|ngan)(?: khong tram)?|hai khong) (?<tens>hai|ba)(?: muoi)? (?<digit>${UNITS})${PART}`,
  "gu",
);
/** "tám mươi lăm", "chín chục"; "chín lăm" beside what is measured. */
const NUMBER = new RegExp(
  `${NOT_IN_WORD}(?:(?<tens>${TENS}) (?:muoi|chuc)(?: (?<digit>${UNITS}))?|(?<short>${TENS}) (?<last>tu|lam|nham)(?= (?:diem|phan tram|%|phay)))${PART}`,
  "gu",
);
const HUNDRED = new RegExp(`${NOT_IN_WORD}(?:mot )?tram(?= (?:phan tram|%))`, "gu");

/** A text with the numbers that are written in words as people speak them in digits: "tám mươi lăm" → "85". */
export function withDigits(text: string): string {
  const years = replaced(
    text,
    YEAR,
    ({ tens = "", digit }) => 2000 + DIGITS.indexOf(tens) * 10 + ones(digit),
  );
  const numbers = replaced(
    years,
    NUMBER,
    ({ tens, short = "", digit, last }) => DIGITS.indexOf(tens ?? short) * 10 + ones(digit ?? last),
  );
  return replaced(numbers, HUNDRED, () => 100);
}

const ones = (word: string | undefined): number =>
  word === undefined ? 0 : (BEHIND_TENS[word] ?? DIGITS.indexOf(word));

/** Matched in the folded text, replaced in the text itself: folding shifts no position. */
function replaced(
  text: string,
  pattern: RegExp,
  numberOf: (groups: Readonly<Record<string, string | undefined>>) => number,
): string {
  let whole = "";
  let from = 0;
  for (const { index, 0: found, groups = {} } of fold(text).matchAll(pattern)) {
    whole += text.slice(from, index) + String(numberOf(groups));
    from = index + found.length;
  }
  return whole + text.slice(from);
}
