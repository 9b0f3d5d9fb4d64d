import { countOf, decimalOf, type Figure, isResultLike } from "#services/documents/marks/figures.ts";
import type { FoundRow } from "#services/documents/marks/row.ts";
import { isTargetFigure } from "#services/documents/orders/targets.ts";
import { type Role, roleOf } from "#services/documents/prose/cues.ts";
import { type Draft, pending, quoteOf, rowOf } from "#services/documents/prose/drafts.ts";
import { turnsIn } from "#services/documents/prose/in-turn.ts";
import { readPast } from "#services/documents/prose/past-values.ts";
import { isAgainstOther, isMaximum } from "#services/documents/prose/prose-cues.ts";
import { isPlaceLike } from "#services/documents/prose/rank-cues.ts";
import { readRank } from "#services/documents/prose/ranks.ts";
import type { Reading } from "#services/documents/prose/surroundings.ts";
import { isCompared, periodsOfFigure } from "#services/documents/prose/times.ts";
import { readValue } from "#services/documents/prose/values.ts";

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
    const role = roleIn(reading, figure);
    const outcome = readFigure(reading, drafts, figure, role);
    if (outcome === "placed" || outcome === "ignored") continue;
    if (outcome !== "doubtful" && role !== "rank" && !isTold(reading, figure)) continue;
    const quote = quoteOf(reading, figure);
    if (outcome === "doubtful") doubtful.push(quote);
    else if (isWithin(quote, unplaced.at(-1))) continue;
    else if (outcome === "unplaced") unplaced.push(quote);
    else beside.push({ quote, value: decimalOf(figure.written) });
  }
  const filled = drafts.filter(({ value, rank, isBare }) => value !== null || (rank !== null && !isBare));
  unplaced.push(...drafts.filter((draft) => !filled.includes(draft)).map((draft) => quoteOf(reading, draft)));
  return { rows: filled.map((draft) => rowOf(draft, reading)), unplaced, doubtful, beside };
}

/** What is no result at sight is passed over, unless it looks like somebody's place. */
const isTold = ({ paragraph }: Reading, figure: Figure): boolean =>
  isResultLike(figure) || isPlaceLike(paragraph, figure);

/** Words told already, of which the same sentence has more figures. */
const isWithin = (quote: string, told: string | undefined): boolean =>
  told?.includes(quote.replace(/^…|…$/gu, "")) ?? false;

type Outcome = "placed" | "unplaced" | "beside" | "doubtful" | "ignored";

/** What its words or its list make of a figure. */
function roleIn(reading: Reading, figure: Figure): Role {
  return turnsIn(reading).get(figure)?.role ?? roleOf(reading.paragraph, figure);
}

function readFigure(reading: Reading, drafts: Draft[], figure: Figure, role: Role): Outcome {
  if (isTargetFigure(reading.paragraph, figure) || isTaken(drafts, figure) || isMaximum(reading, figure))
    return "ignored";
  // Places gained or lost: a sheet holds ranks, not their changes.
  if (figure.measure === "places") return "unplaced";
  const turn = turnsIn(reading).get(figure);
  if (turn?.of === null) return "unplaced";
  if (isOfPast(reading, figure, role)) return pastOrBeside(reading, drafts, figure, role);
  const placed = (found: boolean): Outcome => (found ? "placed" : "unplaced");
  if (role === "value") return placed(readValue(reading, drafts, turn?.figure ?? figure, turn?.of));
  if (role === "rank") return placed(readRank(reading, drafts, turn?.figure ?? figure, turn?.of));
  if (role === "rise") return readChange(reading, drafts, figure, 1);
  if (role === "fall") return readChange(reading, drafts, figure, -1);
  return role === "average" || role === "bound" ? "unplaced" : "beside";
}

const isOfPast = (reading: Reading, figure: Figure, role: Role): boolean =>
  role === "compared" || ((role === "value" || role === "rank") && isCompared(reading, figure));

const pastOrBeside = (reading: Reading, drafts: Draft[], figure: Figure, role: Role): Outcome =>
  role !== "rank" && readPast(reading, drafts, figure) ? "placed" : "beside";

/** What a rank is among is part of it: "thứ hai trong tổng số 34 tỉnh". */
const isTaken = (drafts: readonly Draft[], { start }: Figure): boolean => (drafts.at(-1)?.end ?? 0) > start;

function readChange(reading: Reading, drafts: Draft[], figure: Figure, sign: 1 | -1): Outcome {
  const joins = pending(reading, drafts, figure, periodsOfFigure(reading, figure));
  const [last] = joins;
  if (!last || isAgainstOther(reading, figure, last.period)) return "beside";
  const { measure: kind } = last.indicator;
  const amount = kind === "count" ? countOf(figure.written) : decimalOf(figure.written);
  const isOfValue = kind === "count" || isRightBehind(reading, last, figure);
  const fits = figure.measure === kind || (figure.measure === "plain" && isOfValue);
  if (amount === null || !fits) return "doubtful";
  for (const draft of joins) draft.change ??= sign * Math.abs(amount);
  return "placed";
}

/** "14,9 (giảm 0,3)", "98,7% (tăng 0,6)": measured as what it stands beside. */
function isRightBehind({ paragraph: { folded } }: Reading, { end }: Draft, figure: Figure): boolean {
  return (
    isResultLike(figure) &&
    /^\s?(?:\(|,\s)(?:tang|giam)\s(?:them\s|nhe\s)?$/u.test(folded.slice(end, figure.start))
  );
}
