import type { Passage } from "#services/documents/marks/passage.ts";
import { wordCost } from "#services/documents/scan/find-phrase.ts";
import { fold } from "#services/text/fold.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { oncePer } from "#services/text/once-per.ts";

/** A passage with its calendar words put right, for plain patterns to look at. */
export interface CalendarView {
  readonly text: string;
  /** Where a stretch of `text` stands in the passage. */
  place(start: number, end: number): { readonly start: number; readonly end: number };
}

/** Clean text stands as it is; in a scan "ndm", "nim" become "nam", "thing" becomes "thang". */
export function calendarView(passage: Passage): CalendarView {
  return passage.scanned
    ? scannedView(passage)
    : { text: passage.text, place: (start, end) => ({ start, end }) };
}

const scannedView = oncePer((passage: Passage): CalendarView => {
  const tokens = [...passage.folded.matchAll(TOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    word: calendarWord(match[0]),
  }));
  const begins: number[] = [];
  let text = "";
  for (const token of tokens) {
    begins.push(text.length);
    text += `${token.word} `;
  }
  const tokenAt = (position: number) => tokens[countOfFirst(begins, (begin) => begin <= position) - 1];
  return {
    text,
    place: (start, end) => ({
      start: tokenAt(start)?.start ?? 0,
      end: tokenAt(Math.max(start, end - 1))?.end ?? 0,
    }),
  };
});

const TOKEN = /[\p{L}\p{N}&$¢@'’]+(?:[/.-][\p{L}\p{N}&]+)*|[^\s]/gu;
const WORDS: readonly string[] = [
  "tháng",
  "năm",
  "quý",
  "tuần",
  "ngày",
  "đầu",
  "thứ",
  "cuối",
  "giờ",
  "đến",
].map(fold);
/** Marks that a scan adds cost 0.2 at least, the longest word has five letters: nothing longer can be one. */
const LONGEST_SEEN = 8;

function calendarWord(seen: string): string {
  if (/^\d|\d\d|[/.-]/u.test(seen)) return seen;
  const isMeant = (word: string): boolean => {
    const most = word.length <= 3 ? 0.5 : 0.75;
    return wordCost(word, seen, most) <= most;
  };
  return seen.length > LONGEST_SEEN ? seen : (WORDS.find(isMeant) ?? seen);
}
