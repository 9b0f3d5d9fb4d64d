import { type DateMark, dateMarks } from "#services/documents/marks/dates.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { oncePer } from "#services/text/once-per.ts";

/** When figures were taken from the source system. */
export interface MomentMark {
  readonly start: number;
  readonly end: number;
  /** ISO with +07:00; midnight where only the day is said. */
  readonly at: string;
  /** Speaks of the document's figures ("tính tại thời điểm"), not only of the one beside it ("đến ngày"). */
  readonly whole: boolean;
}

const ANCHORS: readonly { readonly phrase: string; readonly whole: boolean }[] = [
  { phrase: "tinh tai thoi diem", whole: true },
  { phrase: "tai thoi diem", whole: true },
  { phrase: "den thoi diem", whole: true },
  { phrase: "tinh den", whole: true },
  { phrase: "trich xuat", whole: true },
  { phrase: "so lieu cap nhat", whole: true },
  { phrase: "so lieu lay", whole: true },
  { phrase: "lay so lieu", whole: true },
  { phrase: "den ngay", whole: false },
];

/** Farthest that the day may stand behind the words that announce it. */
const REACH = 32;

/** "tính tại thời điểm 12h00 ngày 14/8/2024", "tính đến ngày 21/8/2025", in order. */
export const momentMarks = oncePer((passage: Passage): readonly MomentMark[] => {
  const dates = dateMarks(passage).filter(({ date }) => date !== null);
  const marks: MomentMark[] = [];
  const ends = new Set<number>();
  for (const { phrase, whole } of ANCHORS) {
    for (const anchor of places(passage, phrase)) {
      const day = dates[countOfFirst(dates, ({ end }) => end <= anchor.end)];
      if (!day || day.start - anchor.end > REACH || ends.has(day.end)) continue;
      const between = passage.folded.slice(anchor.end, day.start);
      if (/[;%]|\.\s/u.test(between)) continue;
      ends.add(day.end);
      marks.push({ start: anchor.start, end: day.end, at: momentOf(day, between), whole });
    }
  }
  return marks.sort((a, b) => a.start - b.start);
});

function momentOf(day: DateMark, before: string): string {
  const time = /(\d{1,2})\s?(?:h|:|gi\S)\s?(\d{2})?/u.exec(before);
  const [, hour = "0", minute = "00"] = time ?? [];
  const inDay = Number(hour) < 24 && Number(minute) < 60;
  return inDay ? `${day.date}T${hour.padStart(2, "0")}:${minute}:00+07:00` : `${day.date}T00:00:00+07:00`;
}
