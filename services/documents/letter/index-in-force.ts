import { figuresIn, isResultLike } from "#services/documents/marks/figures.ts";
import { type IndexMark, indexMarks } from "#services/documents/marks/index-marks.ts";
import type { Passage } from "#services/documents/marks/passage.ts";
import type { Indicator } from "#services/indicators/indicator.ts";

/** The index that a text speaks of until it names another: null = none but this one. */
export type IndexInForce = string | null;

/** Words with figures of an index that is not this one. */
export interface OtherQuote {
  /** "DDCI". */
  readonly index: string;
  readonly quote: string;
}

/**
 * The index in force behind a passage: the last it reports on. One it only mentions ("góp phần nâng cao PAR Index")
 * changes nothing.
 */
export function indexBehind(passage: Passage, before: IndexInForce): IndexInForce {
  const mark = indexMarks(passage).findLast((each) => isReportedOn(passage, each));
  return mark ? mark.other : before;
}

/** Of a title: another index only where this one is not named beside it. */
export function indexOfTitle(title: Passage): IndexInForce {
  const marks = indexMarks(title);
  return marks.some(({ other }) => other === null) ? null : (marks[0]?.other ?? null);
}

/** Counts and rates of dossiers belong to no index; points, and what people said when asked, do. */
export const isOfDossiers = ({ measure, group }: Indicator): boolean =>
  measure !== "points" && group !== "MDHL";

const LONGEST_HEADING = 160;
const REPORTS = /(?:ket qua|cong bo|xep hang|danh gia|xep thu|bang|bieu|phu luc)\s[^.;]{0,80}$/u;
const WORDS_BEFORE = 110;

/** Named in a line without figures, as what results are of, or with results behind it. */
function isReportedOn(passage: Passage, { start, end }: IndexMark): boolean {
  const last = figuresIn(passage).findLast(isResultLike);
  if (!last && passage.text.length <= LONGEST_HEADING) return true;
  if (REPORTS.test(passage.folded.slice(Math.max(0, start - WORDS_BEFORE), start))) return true;
  return last !== undefined && last.start > end;
}
