import { calendarView } from "#services/documents/marks/calendar-view.ts";
import { dateMarks } from "#services/documents/marks/dates.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import { fold } from "#services/text/fold.ts";

const SUBJECT = /^(v[/iI]?v|ve viec)\b[:.]?\s*/u;
const KINDS = /^(thong bao|bao cao|chi thi|ke hoach|quyet dinh|cong van)$/u;
/** A line that names this index as what is reported: "Công bố kết quả Bộ chỉ số 766 tháng 3/2026". */
const ANNOUNCES =
  /^(?:(?:thong bao|bao cao|phu luc|bieu)\b.{0,12}\s)?(?:ve (?:viec )?)?(?:cong (?:bo|khai)|ket qua|tong hop|danh gia|xep hang|bang)\b.*\b(?:bo chi so|chi so phuc vu|766)\b|^(?:thong bao|bao cao|phu luc|bieu)\s(?:ve\s)?(?:bo chi so|chi so phuc vu)\b/u;
const LONGEST_LINE = 200;
/** Words no title ends with: it goes on behind an empty line. */
const GOES_ON = /(?:^| )(?:c\S?ủa|c\S{0,2}ua|về|và|ve|va)$/u;
const TITLE_LINES = 6;
const LONGEST_TITLE = 300;

/** The subject ("V/v …"), the words under THÔNG BÁO, or the headline of an article; `dateLine` is none of it. */
export function titleOf(passages: readonly Passage[], dateLine: Passage | undefined): string | null {
  const lines: string[] = [];
  for (const passage of passages.slice(titleStart(passages)).slice(0, TITLE_LINES)) {
    if (passage.text === "" && lines.length > 0 && !GOES_ON.test(lines.at(-1) ?? "")) break;
    const isDated = passage === dateLine || dateMarks(passage).length > 0;
    const text = isDated ? beforeDateLine(passage) : passage.text;
    if (text !== "") lines.push(text);
  }
  const title = lines.length > 0 ? lines.join(" ") : headline(passages);
  return title ? title.slice(0, LONGEST_TITLE).trim() : null;
}

/** The place of a date line: "Tiến Thắng" of "Tiến Thắng, ngày tháng năm 2025". */
export function placeOf(line: Passage): string | null {
  const before =
    /^(.*?)[,.]\s*ng[aà]y/iu.exec(calendarView(line).text)?.[1] ??
    /^(.*?)[,.]\s*ng\S{1,2}\s/iu.exec(line.text)?.[1];
  const words = line.text.slice(0, (before ?? "").trim().length);
  return CAPITAL_WORDS.exec(words.trim().slice(-LONGEST_NAME))?.[0] ?? null;
}

const LONGEST_NAME = 60;
/** At the end, dashes between them: "Bà Rịa - Vũng Tàu". */
const CAPITAL_WORDS = /\p{Lu}\p{L}*(?:\s-?\s?\p{Lu}\p{L}*){0,4}$/u;

/** Where the title begins; behind the end when nothing announces one. */
function titleStart(passages: readonly Passage[]): number {
  const subject = passages.findIndex((passage) => SUBJECT.test(fold(passage.text)));
  if (subject !== -1) return subject;
  const kind = passages.findIndex((passage) => KINDS.test(passage.folded));
  if (kind !== -1) return kind + 1;
  const announced = passages.findIndex(announcesResults);
  return announced === -1 ? passages.length : announced;
}

function announcesResults({ text, folded }: Passage): boolean {
  return text.length <= LONGEST_LINE && !/[.;:]$/u.test(text) && ANNOUNCES.test(folded);
}

/** Left of a date line that the scan put on the same line. */
function beforeDateLine(passage: Passage): string {
  const place = placeOf(passage);
  const at = place ? passage.text.lastIndexOf(place) : -1;
  return at > 0 ? passage.text.slice(0, at).trim() : "";
}

const SHORTEST_HEADLINE = 30;

function headline(passages: readonly Passage[]): string | null {
  const text =
    passages.find((passage) => passage.text !== "" && !/^date \d{4}/u.test(passage.text))?.text ?? "";
  const isSentence = /[.;:]$/u.test(text);
  return text.length < SHORTEST_HEADLINE || isSentence || text === text.toUpperCase() ? null : text;
}
