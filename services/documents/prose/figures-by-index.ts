import { type IndexInForce, isOfDossiers } from "#services/documents/letter/index-in-force.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import { type IndexMark, indexMarks } from "#services/documents/marks/index-marks.ts";
import {
  type Reading,
  sentenceStart,
  topicBehind,
  topicsBefore,
} from "#services/documents/prose/surroundings.ts";
import { countOfFirst, lastOfFirst } from "#services/text/in-order.ts";

/** A figure of an index that is not this one. */
export interface OtherFigure {
  readonly figure: Figure;
  /** "DDCI". */
  readonly index: string;
}

export interface FiguresByIndex {
  readonly own: readonly Figure[];
  readonly others: readonly OtherFigure[];
}

/** A paragraph's figures, those of other indices apart. `before`: the index its text speaks of where it names none. */
export function figuresByIndex(reading: Reading, before: IndexInForce): FiguresByIndex {
  const own: Figure[] = [];
  const others: OtherFigure[] = [];
  for (const figure of reading.marks.figures) {
    const index = otherIndexOf(reading, figure, before);
    if (index === null) own.push(figure);
    else others.push({ figure, index });
  }
  return { own, others };
}

function otherIndexOf(reading: Reading, figure: Figure, inForce: IndexInForce): string | null {
  const marks = indexMarks(reading.paragraph);
  const last = lastOfFirst(marks, ({ end }) => end <= figure.start);
  const isNear = last !== undefined && last.start > sentenceStart(reading, figure.start);
  const mark =
    namedAtOnce(reading, figure, marks) ?? (isNear ? last : (namedBehind(reading, figure, marks) ?? last));
  const index = mark ? mark.other : inForce;
  return index === null || countsDossiers(reading, figure, mark?.end ?? 0) ? null : index;
}

/** What may stand between a figure and the index it is of: "96,2 điểm PAR Index", "96,2 điểm về chỉ số …". */
const AT_ONCE = /^\s?(?:diem\s|%\s|\s)?(?:(?:ve|theo|cua|trong|cho)\s)?(?:bo\s|diem\s)?$/u;
const AT_ONCE_REACH = 24;
/** The index has a figure of its own behind it: "85,1 PAR Index: 88,1". */
const GOES_ON = /^\)?\s?(?::|(?:la|dat)\s|\d)/u;
const GOES_ON_REACH = 12;

function namedAtOnce(
  { paragraph: { folded } }: Reading,
  figure: Figure,
  marks: readonly IndexMark[],
): IndexMark | undefined {
  const mark = marks[countOfFirst(marks, ({ start }) => start < figure.end)];
  if (!mark || mark.start - figure.end > AT_ONCE_REACH) return undefined;
  if (GOES_ON.test(folded.slice(mark.end, mark.end + GOES_ON_REACH))) return undefined;
  return AT_ONCE.test(folded.slice(figure.end, mark.start)) ? mark : undefined;
}

/** "đạt 95,59 điểm, xếp thứ 1/129 về Bộ chỉ số 766": an index named only behind its figures. */
const LEADS_BACK = /(?:^|\s)(?:ve|theo|cua|trong|o|thuoc)\s(?:[^\d.;]{0,40}\s)?\(?$/u;
const LEAD_REACH = 60;
const BEHIND_REACH = 200;

function namedBehind(
  { paragraph, marks: { stops } }: Reading,
  figure: Figure,
  marks: readonly IndexMark[],
): IndexMark | undefined {
  const mark = marks[countOfFirst(marks, ({ start }) => start < figure.end)];
  if (!mark || mark.start - figure.end > BEHIND_REACH) return undefined;
  const stop = stops[countOfFirst(stops, (at) => at < figure.end)];
  if (stop !== undefined && stop < mark.start) return undefined;
  const from = Math.max(figure.end, mark.start - LEAD_REACH);
  return LEADS_BACK.test(paragraph.folded.slice(from, mark.start)) ? mark : undefined;
}

/** Plain counts and rates of dossiers are no index's: "tỷ lệ hồ sơ đúng hạn đạt 98%" beside PAR Index. */
function countsDossiers(reading: Reading, figure: Figure, from: number): boolean {
  if (figure.measure !== "rate" && figure.measure !== "count") return false;
  const topic =
    topicBehind(reading, figure) ?? topicsBefore(reading, figure).findLast(({ start }) => start >= from);
  return topic?.indicators.some((each) => each.measure === figure.measure && isOfDossiers(each)) ?? false;
}
