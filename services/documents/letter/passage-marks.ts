import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { UnitMark } from "#services/documents/marks/cast.ts";
import { dateMarks } from "#services/documents/marks/dates.ts";
import { type Figure, figuresIn, isResultLike } from "#services/documents/marks/figures.ts";
import { type MomentMark, momentMarks } from "#services/documents/marks/moments.ts";
import { type Passage, places } from "#services/documents/marks/passage.ts";
import { type PeriodMark, periodMarks, unsureSpans } from "#services/documents/marks/period-marks.ts";
import { createPhraseIndex } from "#services/documents/marks/phrase-index.ts";
import { unitMarks } from "#services/documents/marks/places-of-units.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import { lastOfFirst } from "#services/text/in-order.ts";
import { createTaken } from "#services/text/taken.ts";

/** Everything recognised in a passage, each kind in order. */
export interface PassageMarks {
  readonly figures: readonly Figure[];
  readonly topics: readonly TopicMark[];
  readonly periods: readonly PeriodMark[];
  /** Those of them that nothing is compared with. */
  readonly said: readonly PeriodMark[];
  /** Spans of which nobody can tell when they begin. */
  readonly unsure: readonly { readonly start: number; readonly end: number }[];
  readonly moments: readonly MomentMark[];
  readonly units: readonly UnitMark[];
  /** Where sentences end. */
  readonly stops: readonly number[];
}

/** Words that garbled letters make look like figures: "tỷ lệ" as "Ty 18". */
const NOT_FIGURES = ["ty le", "chi so 766", "bo chi so 766", "de an 06", "24/7"];
const notFiguresHeld = createPhraseIndex(NOT_FIGURES);
/** "Kế hoạch … năm 2024" is a plan's name, not a span of results. */
const DOCUMENT_WORDS =
  /(?:ke hoach|nghi quyet|quyet dinh|chi thi|cong van|nhiem vu|chi tieu|de an|chuong trinh)\s[^,.;:]{0,80}$/u;

export function passageMarks(passage: Passage, context: ReadingContext): PassageMarks {
  const named = periodMarks(passage, context.calendar);
  const moments = momentMarks(passage, context.since);
  const unsure = unsureSpans(passage, context.calendar);
  const possible = possibleFigures(passage, [...named, ...unsure, ...moments, ...dateMarks(passage)]);
  if (possible.length === 0) return NOTHING;

  const topics = context.topics.in(passage);
  const figures = possible.filter(({ start }) => {
    const topic = lastOfFirst(topics, (mark) => mark.start < start);
    return !topic || topic.end <= start;
  });
  const periods = named.filter((mark) => !isOfDocument(passage, mark));
  const stops = [...passage.text.matchAll(STOP)].map((match) => match.index);
  const said = periods.filter(({ compared }) => !compared);
  const units = unitMarks(passage, context.cast);
  return { figures, topics, periods, said, unsure, moments, units, stops };
}

/** The end of a sentence; "TP. Lào Cai", "P. Ninh Kiều" go on. */
const STOP = /(?<!(?<!\p{L})(?:TP|Tp|TX|Tx|TT|Tt|ĐK|[HXPQ]))[.!?](?=\s+[\p{Lu}\d(+-]|\s*$)/gu;

const NOTHING: PassageMarks = {
  figures: [],
  topics: [],
  periods: [],
  said: [],
  unsure: [],
  moments: [],
  units: [],
  stops: [],
};

/** Numbers that are no dates, periods, garbled words or references; none when no number says what it measures. */
function possibleFigures(
  passage: Passage,
  taken: readonly { start: number; end: number }[],
): readonly Figure[] {
  const garbled = notFiguresHeld(passage).flatMap((words) => places(passage, words));
  const others = createTaken(passage.text.length);
  for (const mark of [...taken, ...garbled]) others.take(mark);
  return figuresIn(passage).filter((figure) => {
    const { start, written } = figure;
    return others.isFree({ start, end: start + written.length }) && !isReference(passage, figure);
  });
}

function isOfDocument(passage: Passage, mark: PeriodMark): boolean {
  return (
    /^\d{4}$/u.test(mark.period) &&
    DOCUMENT_WORDS.test(passage.folded.slice(Math.max(0, mark.start - 110), mark.start))
  );
}

/** "khoản 2", "số 766", "lần 3", "điểm a khoản 5": parts of the law and of lists. */
function isReference(passage: Passage, figure: Figure): boolean {
  if (isResultLike(figure)) return false;
  return /(?:khoan|dieu|muc|phu luc|lan|(?<!vi tri |hang |xep |dung |ho )so|nhom|cap|de an|dieu)\s$/u.test(
    passage.folded.slice(Math.max(0, figure.start - 12), figure.start),
  );
}
