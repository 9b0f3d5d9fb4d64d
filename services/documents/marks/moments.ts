import { type DateMark, dateMarks, dayFrom } from "#services/documents/marks/dates.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { createPhraseIndex } from "#services/documents/marks/phrase-index.ts";
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
  { phrase: "chot den", whole: true },
  { phrase: "chot so lieu", whole: true },
  { phrase: "so lieu cap nhat", whole: true },
  { phrase: "so lieu lay", whole: true },
  { phrase: "lay so lieu", whole: true },
  { phrase: "den ngay", whole: false },
];

/** Farthest that the day may stand behind the words that announce it. */
const REACH = 48;

const anchorsHeld = createPhraseIndex(ANCHORS.map(({ phrase }) => phrase));

const anchorsIn = oncePer((passage: Passage) => {
  const held = anchorsHeld(passage);
  return ANCHORS.filter(({ phrase }) => held.includes(phrase)).flatMap(({ phrase, whole }) =>
    places(passage, phrase).map(({ start, end }) => ({ start, end, whole })),
  );
});

/**
 * "tính tại thời điểm 12h00 ngày 14/8/2024", "tính đến ngày 21/8", in order. `since`: the day from which a day without
 * a year is sought, ISO; null = those are left out.
 */
export function momentMarks(passage: Passage, since: string | null): readonly MomentMark[] {
  const dates = dateMarks(passage).flatMap((mark) => {
    const date = mark.date ?? (since && mark.yearless ? dayFrom(mark.yearless, since) : null);
    return date ? [{ ...mark, date }] : [];
  });
  const marks: MomentMark[] = [];
  const ends = new Set<number>();
  for (const anchor of anchorsIn(passage)) {
    const day = dates[countOfFirst(dates, ({ end }) => end <= anchor.end)];
    if (!day || day.start - anchor.end > REACH || ends.has(day.end)) continue;
    const between = passage.folded.slice(anchor.end, day.start);
    if (/[;%]|\.\s/u.test(between)) continue;
    ends.add(day.end);
    marks.push({ start: anchor.start, end: day.end, at: momentOf(day, between), whole: anchor.whole });
  }
  return marks.sort((a, b) => a.start - b.start);
}

function momentOf({ date }: Pick<DateMark, "date">, before: string): string {
  const time = /(\d{1,2})\s?(?:h|:|gi\S)\s?(\d{2})?/u.exec(before);
  const [, hour = "0", minute = "00"] = time ?? [];
  const inDay = Number(hour) < 24 && Number(minute) < 60;
  return inDay ? `${date}T${hour.padStart(2, "0")}:${minute}:00+07:00` : `${date}T00:00:00+07:00`;
}
