import type { Box, Point } from "#services/charts/layout/scene.ts";

/** Between two words that stand side by side. */
const AIR = 4;

/** A straight line from a unit to its label. */
export interface Leader {
  readonly from: Point;
  readonly to: Point;
}

/** Where words and the lines to them stand already. */
export interface Occupied {
  /** Nothing stands there, and no line goes through. `own`: the dot whose label it is. */
  isFree(box: Box, own?: Box): boolean;
  /** It goes through no words and crosses no other line. */
  isClear(leader: Leader, own?: Box): boolean;
  take(box: Box, leader?: Leader): void;
}

export function createOccupied(): Occupied {
  const boxes: Box[] = [];
  const leaders: Leader[] = [];
  return {
    isFree: (box, own) =>
      boxes.every((other) => other === own || !overlap(widened(box), other)) &&
      leaders.every((leader) => !goesThrough(leader, widened(box))),
    isClear: (leader, own) =>
      boxes.every((other) => other === own || !goesThrough(leader, other)) &&
      leaders.every((other) => !cross(leader, other)),
    take(box, leader) {
      boxes.push(box);
      if (leader) leaders.push(leader);
    },
  };
}

const widened = ({ left, top, right, bottom }: Box): Box => ({
  left: left - AIR,
  top: top - AIR / 2,
  right: right + AIR,
  bottom: bottom + AIR / 2,
});

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

const isIn = ({ x, y }: Point, { left, top, right, bottom }: Box): boolean =>
  x > left && x < right && y > top && y < bottom;

/** It touches the inside of a box. */
function goesThrough(leader: Leader, box: Box): boolean {
  const { left, top, right, bottom } = box;
  if (isIn(leader.from, box) || isIn(leader.to, box)) return true;
  const [a, b] = [
    { x: left, y: top },
    { x: right, y: bottom },
  ];
  const [c, d] = [
    { x: right, y: top },
    { x: left, y: bottom },
  ];
  return cross(leader, { from: a, to: b }) || cross(leader, { from: c, to: d });
}

/** Both ends of each lie on different sides of the other. */
function cross(one: Leader, other: Leader): boolean {
  return (
    sideOf(one, other.from) * sideOf(one, other.to) < 0 && sideOf(other, one.from) * sideOf(other, one.to) < 0
  );
}

const sideOf = ({ from, to }: Leader, { x, y }: Point): number =>
  Math.sign((to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x));
