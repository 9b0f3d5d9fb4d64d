import type { Direction } from "#services/indicators/indicator.ts";
import { better } from "#services/sheets/places.ts";
import { meets, type Target } from "#services/targets/target.ts";

/** What a map's colours tell: figures, places gained and lost, or who meets the target. */
export type MapShade = "value" | "moved" | "target";

/** Units of one colour; `from` and `to` are figures that some of them have. */
export interface ShadeStep {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Place in the palette. */
  readonly color: number;
}

export interface Shading {
  /** From the worst to the best. */
  readonly steps: readonly ShadeStep[];
  /** Index of the step of a figure. */
  stepOf(figure: number): number;
}

/** Colours of a palette of steps. */
const COLORS = 5;
/** The middle one of a diverging palette: no change. */
const NEUTRAL = 2;

/**
 * Figures parted into at most five steps of about as many units each; equal figures are never parted. Where no side is
 * the better one, the largest come last.
 */
export function valueSteps(figures: readonly number[], direction: Direction): Shading {
  const sorted = [...figures].sort((a, b) => better(a, b, direction));
  const distinct = [...new Set(sorted)];
  const most = Math.min(COLORS, distinct.length);
  const wanted = distinct.map((figure) => {
    const middle = (sorted.indexOf(figure) + sorted.lastIndexOf(figure) + 1) / 2;
    return Math.floor((most * middle) / sorted.length);
  });
  const used = [...new Set(wanted)];
  const stepOf = new Map(distinct.map((figure, i) => [figure, used.indexOf(wanted[i] ?? 0)]));
  return shadingOf(
    figures,
    (figure) => stepOf.get(figure) ?? 0,
    (i) => spread(i, used.length),
  );
}

/** So many steps over all colours, both ends used; a single one has the middle. */
const spread = (i: number, steps: number): number =>
  steps === 1 ? NEUTRAL : Math.round((i * (COLORS - 1)) / (steps - 1));

/** Places lost in two steps, none, and places gained in two: the outer ones hold what is more than the usual move. */
export function movedSteps(moves: readonly number[]): Shading {
  const sizes = moves
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort((a, b) => a - b);
  const usual = sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
  const colorOf = (move: number): number => {
    if (move === 0) return NEUTRAL;
    return NEUTRAL + Math.sign(move) * (Math.abs(move) > usual ? 2 : 1);
  };
  const used = [...new Set(moves.map(colorOf))].sort((a, b) => a - b);
  return shadingOf(
    moves,
    (move) => used.indexOf(colorOf(move)),
    (i) => used[i] ?? NEUTRAL,
  );
}

/** Those that miss a target, then those that meet it; a step of nobody is left out. */
export function targetSteps(figures: readonly number[], target: Target): Shading {
  const colorOf = (figure: number): number => (meets(figure, target) ? 1 : 0);
  const used = [...new Set(figures.map(colorOf))].sort((a, b) => a - b);
  return shadingOf(
    figures,
    (figure) => used.indexOf(colorOf(figure)),
    (i) => used[i] ?? 0,
  );
}

function shadingOf(
  figures: readonly number[],
  stepOf: (figure: number) => number,
  colorAt: (step: number) => number,
): Shading {
  const count = Math.max(0, ...figures.map((figure) => stepOf(figure) + 1));
  const steps = Array.from({ length: count }, (_, i): ShadeStep => {
    const own = figures.filter((figure) => stepOf(figure) === i);
    return { from: Math.min(...own), to: Math.max(...own), count: own.length, color: colorAt(i) };
  });
  return { steps, stepOf };
}
