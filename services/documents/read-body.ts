import type { ExtractedTarget } from "#services/documents/extraction.ts";
import type { ReadingContext } from "#services/documents/letter/context.ts";
import type { Heading } from "#services/documents/letter/heading.ts";
import type { OtherQuote } from "#services/documents/letter/index-in-force.ts";
import { watchIndex } from "#services/documents/letter/index-watch.ts";
import type { Paragraph, Parts } from "#services/documents/letter/parts.ts";
import { passageMarks } from "#services/documents/letter/passage-marks.ts";
import { isResultLike } from "#services/documents/marks/figures.ts";
import { passageOf } from "#services/documents/marks/passage.ts";
import { periodMarks } from "#services/documents/marks/period-marks.ts";
import { type FoundRow, quoteAround } from "#services/documents/marks/row.ts";
import { readTargets } from "#services/documents/orders/targets.ts";
import { figuresByIndex, type OtherFigure } from "#services/documents/prose/figures-by-index.ts";
import { type BesideFigure, readProse } from "#services/documents/prose/prose.ts";
import { isRank } from "#services/documents/prose/rank-cues.ts";
import { type Intro, NO_INTRO, type Reading } from "#services/documents/prose/surroundings.ts";

export interface BodyReading {
  readonly rows: readonly FoundRow[];
  readonly targets: readonly ExtractedTarget[];
  readonly unplaced: readonly string[];
  readonly doubtful: readonly string[];
  readonly beside: readonly BesideFigure[];
  /** Figures of other indices. */
  readonly others: readonly OtherQuote[];
}

/** All paragraphs in order; what introduces a list holds for its items. */
export function readBody(parts: Parts, heading: Heading, context: ReadingContext): BodyReading {
  const reading = {
    rows: [] as FoundRow[],
    targets: [] as ExtractedTarget[],
    unplaced: [] as string[],
    doubtful: [] as string[],
    beside: [] as BesideFigure[],
    others: [] as OtherQuote[],
  };
  let watch = watchIndex(context.index);
  let isAbove = false;
  let intro: Intro = NO_INTRO;
  for (const paragraph of [...headlineOf(heading, parts), ...parts.body]) {
    const isItem = /^[~_]?\s?[-–+•*]|^\p{Ll}\)/u.test(paragraph.text);
    const given = isItem ? intro : NO_INTRO;
    // What stands above the text comes behind it here: it knows nothing of the indices named there.
    if (paragraph.isAbove && !isAbove) watch = watchIndex(context.index);
    isAbove = paragraph.isAbove === true;
    const index = watch.enter(paragraph);
    const known = reading.rows.length;
    if (/\d/u.test(paragraph.text)) {
      const all = { paragraph, marks: passageMarks(paragraph, context), context, intro: given };
      const { own, others } = figuresByIndex(all, index);
      const marks = { ...all.marks, figures: own };
      const prose = readProse({ ...all, marks });
      reading.others.push(...quotesOf(all, others));
      reading.rows.push(...prose.rows);
      reading.unplaced.push(...prose.unplaced);
      reading.doubtful.push(...prose.doubtful);
      reading.beside.push(...prose.beside);
      const { targets, unknown } = readTargets(paragraph, marks, context, given.period);
      reading.targets.push(...targets);
      reading.unplaced.push(...unknown);
    }
    watch.leave(paragraph, reading.rows.length > known);
    if (/:$/u.test(paragraph.text)) intro = introOf(paragraph, context);
    else if (!isItem) intro = NO_INTRO;
  }
  return { ...reading, unplaced: [...new Set(reading.unplaced)] };
}

/** A place beside a result is told with it: it counts only where it stands alone. */
function quotesOf({ paragraph, context }: Reading, others: readonly OtherFigure[]): readonly OtherQuote[] {
  const quotes: OtherQuote[] = [];
  for (const { figure, index } of others) {
    const quote = context.persons.without(quoteAround(paragraph.text, figure.start, figure.end));
    const isAlone = isRank(paragraph, figure) && quotes.at(-1)?.quote !== quote;
    if (isResultLike(figure) || isAlone) quotes.push({ index, quote });
  }
  return quotes;
}

/** The headline of an article reports too; a letter's subject only names. */
function headlineOf(heading: Heading, parts: Parts): readonly Paragraph[] {
  const { title, number, issuer } = heading;
  if (title === null || number !== null || issuer !== null) return [];
  if (parts.body.some(({ text }) => text.includes(title))) return [];
  return [{ ...passageOf(title, parts.body[0]?.scanned ?? false), directive: false }];
}

function introOf(paragraph: Paragraph, context: ReadingContext): Intro {
  const periods = periodMarks(paragraph, context.calendar).filter((mark) => !mark.compared);
  return { topics: context.topics.in(paragraph).slice(-1), period: periods.at(-1)?.period ?? null };
}

/** Each level once, however often it is said. */
export function uniqueTargets(targets: readonly ExtractedTarget[]): readonly ExtractedTarget[] {
  const keys = new Set<string>();
  return targets.filter(({ scope, indicator, value, comparison, period }) => {
    const key = [scope, indicator, value, comparison, period].join("\t");
    return keys.has(key) ? false : keys.add(key);
  });
}
