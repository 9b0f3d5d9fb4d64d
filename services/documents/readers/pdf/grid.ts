import { overlap } from "#services/documents/readers/pdf/box.ts";
import { cellsOf, type Edge, type GridCell } from "#services/documents/readers/pdf/grid-cells.ts";
import { createGroups } from "#services/documents/readers/pdf/groups.ts";
import type { Rule, Rules } from "#services/documents/readers/pdf/rules.ts";

/** Rules that cross each other, as the table they draw. */
export interface Grid {
  /** Edges of the columns from left to right, of the rows from top to bottom. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
}

/** Rules this near to each other are one edge (double borders), and a rule that ends so near to another meets it; points. */
const NEAR = 3;
/** Twice what the longest list of a letter has. */
const MOST_CELLS = 40_000;

/** The tables that a page's rules draw, from top to bottom. */
export function gridsOf(rules: Rules): readonly Grid[] {
  return crossing(rules)
    .map(withSides)
    .flatMap(gridOf)
    .sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

/** Rules that hang together. */
function crossing({ level, upright }: Rules): readonly Rules[] {
  const groups = createGroups(level.length + upright.length);
  for (const [i, row] of level.entries())
    for (const [j, column] of upright.entries()) if (meet(row, column)) groups.join(i, level.length + j);
  return groups.all().map((members) => ({
    level: members.flatMap((i) => level[i] ?? []),
    upright: members.flatMap((i) => (i < level.length ? [] : (upright[i - level.length] ?? []))),
  }));
}

const meet = (row: Rule, column: Rule): boolean =>
  overlap(row.from, row.to, column.at, column.at) >= -NEAR &&
  overlap(column.from, column.to, row.at, row.at) >= -NEAR;

/** A table without rules at its sides ends where those across it end. */
function withSides({ level, upright }: Rules): Rules {
  return {
    level: [...level, ...missingSides(upright, level)],
    upright: [...upright, ...missingSides(level, upright)],
  };
}

function missingSides(across: readonly Rule[], along: readonly Rule[]): readonly Rule[] {
  if (across.length < 2) return [];
  const places = across.map(({ at }) => at);
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const ends = [across.map((rule) => rule.from), across.map((rule) => rule.to)] as const;
  const sides = [Math.min(...ends[0]), Math.max(...ends[1])].filter((side, i) => {
    const isShared = (ends[i] ?? []).filter((end) => Math.abs(end - side) < NEAR).length >= 2;
    return isShared && !along.some(({ at }) => Math.abs(at - side) < NEAR * 2);
  });
  return sides.map((at) => ({ at, from, to }));
}

function gridOf({ level, upright }: Rules): readonly Grid[] {
  const [rows, columns] = [edgesOf(level), edgesOf(upright)];
  const cells = (rows.length - 1) * (columns.length - 1);
  if (cells < 2 || cells > MOST_CELLS) return [];
  return [{ xs: columns.map(({ at }) => at), ys: rows.map(({ at }) => at), cells: cellsOf(rows, columns) }];
}

function edgesOf(rules: readonly Rule[]): readonly Edge[] {
  const edges: Rule[][] = [];
  for (const rule of rules.toSorted((a, b) => a.at - b.at)) {
    const edge = edges.at(-1);
    if (edge?.[0] && rule.at - edge[0].at < NEAR) edge.push(rule);
    else edges.push([rule]);
  }
  return edges.map((edge) => ({ at: edge.reduce((sum, { at }) => sum + at, 0) / edge.length, rules: edge }));
}
