import type { Extraction } from "#services/documents/extraction.ts";
import { fold } from "#services/text/fold.ts";

/** A number of a paper with the words around it. */
export interface WrittenNumber {
  readonly number: string;
  readonly around: string;
}

const NUMBER = /\d+(?:[.,]\d+)*/gu;

/** Numbers of a paper that are neither taken, nor told as unread, nor of a kind that is no result. */
export function lostNumbers(
  text: string,
  extraction: Extraction,
  scanned: boolean,
): readonly WrittenNumber[] {
  const taken = takenOf(extraction);
  const told = new Set(JSON.stringify([extraction.unread, extraction.warnings]).match(NUMBER) ?? []);
  const toldValues = new Set(extraction.warnings.flatMap(({ facts }) => Object.values(facts)));
  const folded = fold(text);
  return [...folded.matchAll(NUMBER)].flatMap(({ 0: number, index }) => {
    const isTold = (value: number) => taken.has(value) || toldValues.has(value);
    if (valuesOf(number).some(isTold) || told.has(number)) return [];
    const end = index + number.length;
    const place = {
      before: folded.slice(Math.max(0, index - 80), index),
      behind: folded.slice(end, end + 60),
    };
    if (isOfKnownKind(place, number) || (scanned && isMisreadLetter(place, number))) return [];
    return [
      {
        number,
        around: `${text.slice(Math.max(0, index - 60), index)}[${number}]${text.slice(end, end + 40)}`,
      },
    ];
  });
}

/** "30.204" may be thirty thousand or thirty. */
function valuesOf(written: string): readonly number[] {
  return [Number(written.replace(",", ".")), Number(written.replace(/[.,]/gu, ""))];
}

function takenOf({ sheets, targets }: Extraction): ReadonlySet<number> {
  const figures = sheets
    .flatMap((sheet) => sheet.rows)
    .flatMap(({ value, change, rank, of }) => [value, change === null ? null : Math.abs(change), rank, of]);
  return new Set([...figures, ...targets.map(({ value }) => value)].filter((figure) => figure !== null));
}

interface Place {
  readonly before: string;
  readonly behind: string;
}

interface Kind {
  readonly number?: RegExp;
  readonly before?: RegExp;
  readonly behind?: RegExp;
}

const DAY_OR_MONTH = /^\d{1,2}$/u;
const YEAR = /^20\d\d$/u;

/** Kinds of numbers that are no results, each by what must stand before and behind it; folded. */
const KINDS: Readonly<Record<string, Kind>> = {
  "day, said so": { number: DAY_OR_MONTH, before: /(?:ngay|ngdy)\s\/?$/u },
  "month, said so": { number: /^\d{1,2}(?:\/20\d\d)?$/u, before: /thang\s$/u },
  "month behind a day": {
    number: DAY_OR_MONTH,
    before: /(?:^|[^\d/.-])\d{1,2}[/.-]$/u,
    behind: /^[/.-]20\d\d/u,
  },
  "day before a month": { number: DAY_OR_MONTH, behind: /^[/.-]\d{1,2}[/.-]20\d\d/u },
  "day and month in one": { number: /^\d{1,2}[.]\d{1,2}(?:[.]20\d\d)?$/u, before: /ngay\s$/u },
  "day and month": { number: DAY_OR_MONTH, before: /ngay\s(?:\d{1,2}\/)?$/u },
  year: { number: YEAR, behind: /^(?!\s?(?:ho so|%|diem|ban\s))/u },
  "count of months": {
    number: DAY_OR_MONTH,
    behind: /^\s(?:thang|quy|tuan|nam)\s(?:dau|cuoi|lien|c\S{2}i|d\S+n\S*m)/u,
  },
  "quarter or week": { number: DAY_OR_MONTH, before: /(?:quy|tuan|tuan thu|tuan so|ky)\s$/u },
  hour: { number: DAY_OR_MONTH, behind: /^\s?(?:h\d{0,2}|gi\S|:\d\d)(?!\p{L})/u },
  minute: { number: /^\d\d$/u, before: /\d(?:h|:|gio\s?)$/u },
  "length of time": { number: DAY_OR_MONTH, behind: /^\s(?:ngay|gio)(?: lam viec)?(?!\p{L})/u },
  "document's number": {
    behind:
      /^[a-z]?\s?[/j-]\s?(?:20\d\d\/)?\s?-?\s?(?:qd|qp|ct|kh|ubnd|vpub|bc|nd|nq|tt|tb|cv|vp|hd|kl|td|chqs|ttr|sl)/u,
  },
  "year within a document's number": { number: YEAR, before: /\d\/$/u, behind: /^\/[a-z]/u },
  "the decision or plan the letter is about": {
    number: /^(?:766|468|06)$/u,
    before: /(?:\ss\S{0,2}|quyet dinh|de an)\s$/u,
  },
  "number of an article, an item, an appendix": {
    number: DAY_OR_MONTH,
    before: /(?:khoan|dieu|muc|phu luc|bieu|bang|lan|nhom)\s(?:so\s|thu\s)?$/u,
  },
  "mark of a list": { number: DAY_OR_MONTH, before: /(?:^|\n)[\s*~(|-]*$/u, behind: /^[.)]/u },
  "row's own number": { number: /^\d{1,3}$/u, before: /(?:^|\n)[\s|]*$/u, behind: /^[\t |]/u },
  "units or groups, how many": {
    number: /^\d{1,4}$/u,
    behind: /^\s(?:nh\S{1,2}m|d\Sa phuong|so|huyen|xa|phuong|don vi|nganh|cap|tinh)(?!\p{L})/u,
  },
  "always open": { number: /^(?:24|7)$/u, before: /(?:^|24\/|\s)$/u, behind: /^(?:\/7)?(?!\S)/u },
  page: { number: /^\d{1,3}$/u, before: /(?:^|\n)\s*$/u, behind: /^\s*(?:\n|$)/u },
  address: { before: /(?:https?:\/|www\.)\S*$/u },
  telephone: {
    number: /^\d{3,}(?:[.]\d{3,})*$/u,
    before: /(?:dien thoai|dt|hotline|fax|tel)[\s.:(]*(?:\d{2,5}[\s.)-]*)*$/u,
  },
  "what points are out of": {
    number: /^\d{1,3}$/u,
    before: /\d\s?\/\s?$/u,
    behind: /^\s?(?:d\S{1,2}m(?!\p{L})|[);,.]|$)/u,
  },
};

function isOfKnownKind({ before, behind }: Place, number: string): boolean {
  return Object.values(KINDS).some(
    (kind) =>
      (kind.number?.test(number) ?? true) &&
      (kind.before?.test(before) ?? true) &&
      (kind.behind?.test(behind) ?? true),
  );
}

/** A scan shows letters as digits: inside words, "tỷ lệ" as "ty 18", "số" as 50, "là" as 13. */
function isMisreadLetter({ before, behind }: Place, number: string): boolean {
  return (
    /[\p{L}&¢$€@’']$/u.test(before) ||
    /^[\p{L}&¢$€@’']/u.test(behind) ||
    (/^1\d{0,2}$/u.test(number) && /ty\s$/u.test(before)) ||
    (/^(?:50|13)$/u.test(number) && !/^\s?(?:%|\/|d\S{1,2}m|h\S? s|b\Sn)/u.test(behind))
  );
}
