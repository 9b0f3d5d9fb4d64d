import { type Matrix, type Point, pointAt } from "#services/documents/readers/pdf/matrix.ts";
import { groupBy } from "#services/group-by.ts";

/** A straight line of the page: `at` is its y when it is level, its x when it is upright. Points. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** A rule as it is drawn. */
export interface Piece extends Rule {
  readonly ink: string;
}

export interface Rules<R extends Rule = Rule> {
  readonly level: readonly R[];
  readonly upright: readonly R[];
}

/** A rule is thinner than this, be it drawn as a line or as a filled box; points. */
const THICKEST = 2.6;
/** Pieces this near to each other are one rule: dashes, and borders drawn cell by cell. */
const GAP = 3;
const SAME_AT = 1.2;
/** Shorter ones are parts of letters and signs. */
const SHORTEST = 5;
/** A page of a table has some hundreds; what has more is a drawing. */
const MOST = 2_000;

/** The straight pieces of a path that was drawn, in the page's own points. */
export function piecesOf(path: ArrayLike<number>, page: Matrix, isStroked: boolean): Rules {
  const level: Rule[] = [];
  const upright: Rule[] = [];
  const add = (a: Point, b: Point): void => {
    // A dot is both: those of one line are joined.
    if (Math.abs(a.y - b.y) < THICKEST)
      level.push({ at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
    if (Math.abs(a.x - b.x) < THICKEST)
      upright.push({ at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
  };
  for (const line of linesOf(path, page)) {
    const sides = line.slice(1).map((point, i): Side => [line[i] ?? point, point]);
    if (isStroked) for (const side of sides) if (!isSlanted(side)) add(...side);
    if (!isStroked && !sides.some(isSlanted)) add(...cornersOf(line));
  }
  return { level, upright };
}

type Side = readonly [Point, Point];

/** Points, and of the length: a line is level or upright all the same. A tilted stamp's border is not. */
const OFF_AXIS = 0.35;
const OFF_AXIS_SHARE = 0.01;

function isSlanted([a, b]: Side): boolean {
  const [across, down] = [Math.abs(a.x - b.x), Math.abs(a.y - b.y)];
  return Math.min(across, down) > OFF_AXIS + Math.max(across, down) * OFF_AXIS_SHARE;
}

/** Codes of a path's steps in pdfjs, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const NUMBERS = [2, 2, 6, 4, 0];

/** Straight stretches; a curve ends one. */
function linesOf(path: ArrayLike<number>, page: Matrix): readonly (readonly Point[])[] {
  const lines: Point[][] = [];
  for (let i = 0; i < path.length; ) {
    const step = path[i] ?? CLOSE;
    const point = pointAt(page, path[i + 1] ?? 0, path[i + 2] ?? 0);
    const line = lines.at(-1);
    if (step === MOVE) lines.push([point]);
    else if (step === LINE) line?.push(point);
    else if (step === CLOSE) line?.push(line[0] ?? point);
    else lines.push([]);
    i += 1 + (NUMBERS[step] ?? 0);
  }
  return lines.filter(({ length }) => length > 1);
}

function cornersOf(line: readonly Point[]): [Point, Point] {
  const [xs, ys] = [line.map(({ x }) => x), line.map(({ y }) => y)];
  return [
    { x: Math.min(...xs), y: Math.min(...ys) },
    { x: Math.max(...xs), y: Math.max(...ys) },
  ];
}

/** Pieces of one ink on one line that touch as one rule; the longest where there are too many. */
export function joinRules(pieces: readonly Piece[]): readonly Piece[] {
  const byInk = [...groupBy(pieces, ({ ink }) => ink).values()];
  const joined = byInk.flatMap(inRows).flatMap(joinRow);
  const rules = joined.filter(({ from, to }) => to - from >= SHORTEST);
  if (rules.length <= MOST) return rules;
  return [...rules].sort((a, b) => b.to - b.from - (a.to - a.from)).slice(0, MOST);
}

function inRows(pieces: readonly Piece[]): readonly Piece[][] {
  const rows: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    if (row?.[0] && piece.at - row[0].at < SAME_AT) row.push(piece);
    else rows.push([piece]);
  }
  return rows;
}

function joinRow(row: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of [...row].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && piece.from <= last.to + GAP)
      joined[joined.length - 1] = { ...last, to: Math.max(last.to, piece.to) };
    else joined.push(piece);
  }
  return joined;
}
