import { isOpenAt } from "#services/documents/marks/brackets.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import type { Measured } from "#services/documents/marks/measure.ts";
import { type FoundRow, quoteAround } from "#services/documents/marks/row.ts";
import { type Reading, sentenceStart } from "#services/documents/prose/surroundings.ts";
import { momentOfFigure } from "#services/documents/prose/times.ts";
import type { Period } from "#services/periods/period.ts";
import { countOfFirst } from "#services/text/in-order.ts";

/** A row that later figures of the sentence may still fill. */
export interface Draft {
  readonly unit: UnitRef;
  readonly indicator: Measured["indicator"];
  readonly period: Period;
  readonly asOf: string | null;
  /** Per letter, of the words it was recognised by; more where two readings are possible. */
  readonly doubt: number;
  /** Without a value it is nobody's. */
  readonly isBare: boolean;
  value: number | null;
  change: number | null;
  rank: number | null;
  of: number | null;
  /** Where the first figure of it begins, and the last one ends. */
  readonly start: number;
  end: number;
}

/** Whose row is begun, and of what. */
export interface Beginning {
  readonly unit: UnitRef;
  readonly indicator: Measured["indicator"];
  readonly period: Period;
  readonly doubt: number;
  /** Nothing says that it is of this index but a value that may follow. */
  readonly isBare?: boolean;
  /** null = the moment said in the sentence is another's. */
  readonly asOf?: null;
}

export function begin(reading: Reading, drafts: Draft[], figure: Figure, row: Beginning): Draft {
  const empty = { value: null, change: null, rank: null, of: null };
  const { start, end } = figure;
  const draft = { isBare: false, asOf: momentOfFigure(reading, figure), ...row, ...empty, start, end };
  drafts.push(draft);
  return draft;
}

type Span = Pick<Draft, "start" | "end">;

/** The words around a figure, or around all of a draft. */
export function quoteOf({ paragraph, context }: Reading, { start, end }: Span): string {
  return context.persons.without(quoteAround(paragraph.text, start, end));
}

/** How far a rank or change may stand from the figure it belongs to. */
const REACH = 160;

/**
 * The drafts of this sentence that a figure may join: the last one of its periods, with no other unit or indicator
 * named between but in brackets, and those that share its figure.
 */
export function pending(
  reading: Reading,
  drafts: readonly Draft[],
  figure: Figure,
  periods: readonly Period[],
): readonly Draft[] {
  const from = sentenceStart(reading, figure.start);
  const latest = drafts.slice(-LATEST);
  const last = latest.findLast(({ period }) => periods.includes(period));
  if (!last || last.end < from || figure.start - last.end > REACH) return [];
  const sharing = latest.filter((draft) => draft.start === last.start && periods.includes(draft.period));
  return isSubjectStill(reading, last, figure, sharing) ? sharing : [];
}

const LATEST = 12;

function isSubjectStill(
  { marks, paragraph }: Reading,
  draft: Draft,
  figure: Figure,
  sharing: readonly Draft[],
): boolean {
  const between = <M extends { readonly start: number }>(all: readonly M[]): readonly M[] =>
    all
      .slice(
        countOfFirst(all, ({ start }) => start < draft.end),
        countOfFirst(all, ({ start }) => start < figure.start),
      )
      .filter(({ start }) => isOpenAt(paragraph, start, figure.start));
  return (
    between(marks.topics).every((mark) => mark.indicators.includes(draft.indicator)) &&
    between(marks.units).every((mark) => sharing.some(({ unit }) => unit.id === mark.unit.id))
  );
}

const SCANNED_CONFIDENCE = 0.9;
const LOCAL_DOUBT = 0.3;

export function rowOf({ doubt, isBare: _, start, end, ...draft }: Draft, reading: Reading): FoundRow {
  const { paragraph, context } = reading;
  const quote = quoteOf(reading, { start, end });
  const general = context.index766 ? 0 : LOCAL_DOUBT;
  const confidence = (paragraph.scanned ? SCANNED_CONFIDENCE : 1) - doubt - general;
  const rounded = Math.round(confidence * 100) / 100;
  return { ...draft, indicator: draft.indicator.id, quote, confidence: rounded, origin: "prose" };
}
