import { placeOf, titleOf } from "#services/documents/letter/heading-words.ts";
import { calendarView } from "#services/documents/marks/calendar-view.ts";
import { isoDay } from "#services/documents/marks/dates.ts";
import { anyAt, type Passage, passageOf, places } from "#services/documents/marks/passage.ts";
import { wordCost } from "#services/documents/scan/find-phrase.ts";
import { trimEnd } from "#services/text/trim-end.ts";

/** What stands above the text, as written. */
export interface Heading {
  /** Words after "ỦY BAN NHÂN DÂN" or of the office that writes: "HUYEN TU KY"; null = none. */
  readonly issuer: string | null;
  /** "Văn phòng", "Sở Nội vụ": an office of the unit; null = the committee itself. */
  readonly office: string | null;
  readonly number: string | null;
  /** Place of the date line: "Tiến Thắng". */
  readonly place: string | null;
  readonly day: WrittenDay;
  readonly title: string | null;
}

/** Day of issue; parts that are blank or illegible are null. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Something stood where the month should be, but it was no month. */
  readonly garbledMonth: boolean;
}

export function readHeading(lines: readonly string[], scanned: boolean): Heading {
  const passages = lines
    .flatMap((line) => line.split(/\s{2,}|\||\t/u))
    .map((line) => passageOf(line, scanned));
  const filled = [...passages, ...joined(lines, scanned)].filter((passage) => passage.text !== "");
  const dateLine = filled.find((passage) => DATE_LINE.test(calendarView(passage).text));
  const shortLine = dateLine ?? filled.find(({ text }) => SHORT_DATE.test(text));
  return {
    ...issuerOf(filled),
    number: numberOf(filled),
    place: shortLine ? placeOf(shortLine) : null,
    day: dateLine ? dayOf(dateLine) : (shortDay(shortLine) ?? collectedDay(filled)),
    title: titleOf(passages, dateLine),
  };
}

/** Blocks as one line each, for words that a narrow column broke. */
function joined(lines: readonly string[], scanned: boolean): readonly Passage[] {
  return lines
    .join("\n")
    .split("\n\n")
    .filter((block) => block.includes("\n"))
    .map((block) => passageOf(block, scanned));
}

const DATE_LINE =
  /(?<=^|[\s,])ng[aà]y\s(?<day>.{0,8}?)\s?th[aá]ng\s(?<month>.{0,6}?)\s?(?:n[aă]m|n\S{1,3}m)\s*(?<year>20\d\d)?(?!\S*\d)/iu;
/** "Phù Cừ, ngày 5/12/2024" */
const SHORT_DATE = /\p{L},\s*ngày\s(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)$/iu;
const HEAD_LINES = 8;
const COMMITTEE = ["uy ban nhan dan", "ubnd"];
const MOTTO = ["doc lap tu do hanh phuc", "cong hoa xa hoi chu nghia viet nam"];
const UNIT_TITLES = [
  "tinh",
  "thanh pho",
  "huyen",
  "quan",
  "thi xa",
  "xa",
  "phuong",
  "thi tran",
  "dac khu",
  "tp",
];

function issuerOf(passages: readonly Passage[]): { issuer: string | null; office: string | null } {
  for (const [i, passage] of passages.entries()) {
    if (i >= HEAD_LINES && i < passages.length - 6) continue;
    const committee = COMMITTEE.flatMap((words) => places(passage, words))[0];
    if (!committee) continue;
    const office = /^(V[aă]n phòng|Sở [^,]*|Ban [^,]*)/iu.exec(passage.text)?.[0] ?? null;
    const named = [passage.text.slice(committee.end), passages[i + 1]?.text ?? ""]
      .map((text) => unitWords(passageOf(text, passage.scanned)))
      .find((words) => words !== null);
    return {
      issuer: named ?? null,
      office: office ? office.replace(/(?:UBND|[ỦU][yỷ] ban).*$/iu, "").trim() : null,
    };
  }
  return { issuer: null, office: null };
}

/** The text up to the motto beside it, when it begins with a kind of unit. */
function unitWords(passage: Passage): string | null {
  if (!anyAt(passage, 0, UNIT_TITLES)) return null;
  const motto = MOTTO.flatMap((words) => places(passage, words))[0];
  const words = trimEnd(passage.text.slice(0, motto?.start ?? looseMotto(passage)), "-–—.,:;");
  return words.length > 3 && words.length < 60 ? words : null;
}

/** Where "Độc lập" begins in a line too garbled to hold the whole motto. */
function looseMotto(passage: Passage): number {
  for (const match of passage.folded.matchAll(/(?<!\S)(\S+) (\S+)(?= [-–—])/gu)) {
    if (wordCost("doc", match[1] ?? "") + wordCost("lap", match[2] ?? "") <= 1.6) return match.index;
  }
  return passage.text.length;
}

const NUMBER_LABEL = /^s\S{1,2}\s?[:;]\s*/u;
/** "Số 77/BC-UBND": no colon, but a capital. */
const BARE_LABEL = /^Số\s(?=\d{1,5}\s?\/)/u;

function numberOf(passages: readonly Passage[]): string | null {
  for (const passage of passages.slice(0, 14)) {
    const label = BARE_LABEL.exec(passage.text)?.[0] ?? garbledLabel(passage);
    if (!label) continue;
    const rest = passage.text.slice(label.length);
    const whole =
      /^(\d{1,5}[a-z]?)\s?\/\s?((?:\d{4}\/)?\p{Lu}[\p{L}&0-9]*(?:\s?-\s?\p{Lu}[\p{L}&0-9]*)*)/u.exec(rest);
    if (whole) return `${whole[1]}/${(whole[2] ?? "").replace(/\s/gu, "")}`;
    const slashLost =
      /^(\d{1,5})\s?[JIl|1]?((?:UBND|VPUB|VP|QĐ|QD|TB|BC|KH|CT|CV|STTTT)[\p{L}&0-9]*(?:-\p{Lu}[\p{L}&0-9]*)*)/u.exec(
        rest,
      );
    if (slashLost) return `${slashLost[1]}/${slashLost[2]}`;
  }
  return null;
}

function garbledLabel(passage: Passage): string | null {
  const label = NUMBER_LABEL.exec(passage.folded)?.[0] ?? null;
  return label && wordCost("so:", label.trim().replace(/\s/gu, "")) <= 1 ? label : null;
}

function dayOf(line: Passage): WrittenDay {
  const view = calendarView(line).text;
  const match = DATE_LINE.exec(view);
  const { day = "", month = "", year } = match?.groups ?? {};
  const number = (text: string, most: number) => {
    const value = /^\d{1,2}$/u.test(text.trim()) ? Number(text) : 0;
    return value >= 1 && value <= most ? value : null;
  };
  return {
    year: year ? Number(year) : null,
    month: number(month, 12),
    day: number(day, 31),
    garbledMonth: month.trim() !== "" && number(month, 12) === null,
  };
}

function shortDay(line: Passage | undefined): WrittenDay | null {
  const [, day, month, year] = SHORT_DATE.exec(line?.text ?? "") ?? [];
  if (!isoDay(year, month, day)) return null;
  return { year: Number(year), month: Number(month), day: Number(day), garbledMonth: false };
}

/** "date 2025-11-26": the day a collected page was published. */
function collectedDay(passages: readonly Passage[]): WrittenDay {
  const iso = passages
    .map((passage) => /^date (\d{4})-(\d\d)-(\d\d)$/u.exec(passage.text))
    .find((match) => match !== null);
  const known = iso && isoDay(iso[1], iso[2], iso[3]);
  if (!iso || !known) return { year: null, month: null, day: null, garbledMonth: false };
  return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]), garbledMonth: false };
}
