import { countOf, decimalOf, type Figure, isResultLike } from "#services/documents/marks/figures.ts";
import { barePoints, listed, type Measured, measure, ranked } from "#services/documents/marks/measure.ts";
import type { UnitRef } from "#services/documents/marks/places-of-units.ts";
import { type FoundRow, quoteAround } from "#services/documents/marks/row.ts";
import { isTargetFigure } from "#services/documents/orders/targets.ts";
import { type Role, rankOfCountry, roleOf } from "#services/documents/prose/cues.ts";
import {
  isAgainstOther,
  isQualified,
  saysExtreme,
  statesResult,
} from "#services/documents/prose/prose-cues.ts";
import { type Draft, rowOf } from "#services/documents/prose/prose-draft.ts";
import {
  isCompared,
  momentOfFigure,
  periodOfFigure,
  type Reading,
  type Subject,
  sentenceStart,
  subjectOfFigure,
  topicBehind,
  topicsBefore,
} from "#services/documents/prose/surroundings.ts";
import { countOfFirst } from "#services/text/in-order.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";

export interface ProseReading {
  readonly rows: readonly FoundRow[];
  /** Figures that found no place. */
  readonly unplaced: readonly string[];
  /** Changes whose measure fits nothing: "tăng 1,8%" of points. */
  readonly doubtful: readonly string[];
  /** Figures given only to compare others with: to be told of, unless they are results elsewhere. */
  readonly beside: readonly BesideFigure[];
}

export interface BesideFigure {
  readonly quote: string;
  readonly value: number | null;
}

/** The results a paragraph reports, figure by figure; a rank or change joins the figure it follows. */
export function readProse(reading: Reading): ProseReading {
  const drafts: Draft[] = [];
  const unplaced: string[] = [];
  const doubtful: string[] = [];
  const beside: BesideFigure[] = [];
  for (const figure of reading.marks.figures) {
    const outcome = readFigure(reading, drafts, figure);
    if (outcome === "placed" || outcome === "ignored") continue;
    if (outcome !== "doubtful" && !isResultLike(figure)) continue;
    const quote = quoteOf(reading, figure);
    if (outcome === "doubtful") doubtful.push(quote);
    else if (isWithin(quote, unplaced.at(-1))) continue;
    else if (outcome === "unplaced") unplaced.push(quote);
    else beside.push({ quote, value: decimalOf(figure.written) });
  }
  const filled = drafts.filter((draft) => draft.value !== null || draft.rank !== null);
  return { rows: filled.map((draft) => rowOf(draft, reading)), unplaced, doubtful, beside };
}

/** Words told already, of which the same sentence has more figures. */
const isWithin = (quote: string, told: string | undefined): boolean =>
  told?.includes(quote.replace(/^…|…$/gu, "")) ?? false;

type Outcome = "placed" | "unplaced" | "beside" | "doubtful" | "ignored";
type FigureReader = (reading: Reading, drafts: Draft[], figure: Figure) => Outcome;

const READERS: Readonly<Record<Role, FigureReader>> = {
  value: readValue,
  rank: readRank,
  rise: (reading, drafts, figure) => readChange(reading, drafts, figure, 1),
  fall: (reading, drafts, figure) => readChange(reading, drafts, figure, -1),
  compared: () => "beside",
  share: () => "beside",
  average: () => "unplaced",
  bound: () => "unplaced",
};

function readFigure(reading: Reading, drafts: Draft[], figure: Figure): Outcome {
  if (isTargetFigure(reading.paragraph, figure)) return "ignored";
  // Places gained or lost: a sheet holds ranks, not their changes.
  if (figure.measure === "places") return "unplaced";
  const role = roleOf(reading.paragraph, figure);
  if (role === "value" && isCompared(reading, figure)) return "beside";
  return READERS[role](reading, drafts, figure);
}

function readValue(reading: Reading, drafts: Draft[], figure: Figure): Outcome {
  const subject = subjectOfFigure(reading, figure);
  const measured = measuredAs(reading, figure, subject);
  if (!subject.unit || !measured || !isReported(reading, figure, subject)) return "unplaced";

  const last = pending(reading, drafts, figure);
  const fills =
    last?.indicator === measured.indicator && last.unit.id === subject.unit.id && last.value === null;
  const draft = fills
    ? last
    : begin(reading, drafts, figure, subject.unit, measured.indicator, measured.doubt);
  if (!draft) return "unplaced";
  draft.value = measured.value;
  draft.of ??= measured.of;
  draft.end = figure.end;
  return "placed";
}

function measuredAs(reading: Reading, figure: Figure, { near }: Subject): Measured | null {
  const topics = topicsBefore(reading, figure);
  const behind = topicBehind(reading, figure);
  if (!behind && isQualified(reading, figure)) return null;
  const measured = measure(figure, topics, behind, reading.context.topics.indicators);
  if (measured || figure.measure !== "plain") return measured;
  if (near) return listed(figure, topics);

  const last = topics.at(-1);
  const between = last ? reading.paragraph.folded.slice(last.end, figure.start) : "";
  return last && /^\s?(?::|dat|la|dat duoc)?\s?$/u.test(between) ? barePoints(figure, last) : null;
}

function isReported(reading: Reading, figure: Figure, { near, named }: Subject): boolean {
  if (near) return true;
  if (!named && saysExtreme(reading, figure)) return false;
  return !reading.paragraph.directive || statesResult(reading, figure);
}

function readRank(reading: Reading, drafts: Draft[], figure: Figure): Outcome {
  const rank = countOf(figure.written);
  if (rank === null || (figure.over !== null && rank > figure.over)) return "unplaced";
  const last = pending(reading, drafts, figure);
  const draft = last?.rank === null ? last : beginRank(reading, drafts, figure);
  if (!draft) return "unplaced";
  if (rankOfCountry(reading.paragraph, figure) && draft.unit.scope !== COUNTRY_ID) return "unplaced";
  draft.rank = rank;
  draft.of = figure.over;
  draft.end = figure.end;
  return "placed";
}

function beginRank(reading: Reading, drafts: Draft[], figure: Figure): Draft | null {
  const { topics, prefersRates } = reading.context;
  const { unit } = subjectOfFigure(reading, figure);
  const indicator = ranked(topicsBefore(reading, figure), topics.indicators, prefersRates);
  return unit && indicator ? begin(reading, drafts, figure, unit, indicator, 0) : null;
}

function readChange(reading: Reading, drafts: Draft[], figure: Figure, sign: 1 | -1): Outcome {
  const last = pending(reading, drafts, figure);
  if (!last || isAgainstOther(reading, figure, last.period)) return "beside";
  const { measure: kind } = last.indicator;
  const amount = kind === "count" ? countOf(figure.written) : decimalOf(figure.written);
  const fits = figure.measure === kind || (figure.measure === "plain" && kind === "count");
  if (amount === null || !fits) return "doubtful";
  last.change ??= sign * Math.abs(amount);
  return "placed";
}

/** How far a rank or change may stand from the figure it belongs to. */
const REACH = 160;

/** The draft a figure may join: the last one of the same sentence with no other subject between. */
function pending(reading: Reading, drafts: readonly Draft[], figure: Figure): Draft | undefined {
  const last = drafts.at(-1);
  if (!last || last.end < sentenceStart(reading, figure.start) || figure.start - last.end > REACH)
    return undefined;
  const { topics, units, periods } = reading.marks;
  const between = <M extends { readonly start: number }>(marks: readonly M[]): readonly M[] =>
    marks.slice(
      countOfFirst(marks, ({ start }) => start < last.end),
      countOfFirst(marks, ({ start }) => start < figure.start),
    );
  const isOther =
    between(topics).some((mark) => !mark.indicators.includes(last.indicator)) ||
    between(units).some((mark) => mark.unit.id !== last.unit.id) ||
    between(periods).some((mark) => mark.period !== last.period && !mark.compared);
  return isOther ? undefined : last;
}

function begin(
  reading: Reading,
  drafts: Draft[],
  figure: Figure,
  unit: UnitRef,
  indicator: Measured["indicator"],
  doubt: number,
): Draft | null {
  const period = periodOfFigure(reading, figure);
  if (!period) return null;
  const said = { unit, indicator, period, asOf: momentOfFigure(reading, figure), doubt };
  const empty = { value: null, change: null, rank: null, of: null };
  const draft = { ...said, ...empty, quote: quoteOf(reading, figure), end: figure.end };
  drafts.push(draft);
  return draft;
}

function quoteOf({ paragraph, context }: Reading, figure: Figure): string {
  return context.persons.without(quoteAround(paragraph.text, figure.start, figure.end));
}
