import type { Piece, Rule, Rules } from "#services/documents/readers/pdf/rules.ts";

/** Points: a rule that ends so near to another meets it, and one that reaches further beyond it crosses it. */
const NEAR = 3;
const BEYOND = 6;
const SAME_AT = 1.2;

/**
 * Rules without the boxes of stamps and signatures that lie over a table or at its edge: four rules that close round
 * something and of which others reach out. A table's own frame holds all that meets it; what ends upon a box of another
 * ink does so by chance.
 */
export function withoutLaidBoxes({ level, upright }: Rules<Piece>): Rules {
  const laid = new Set(
    boxesOf({ level, upright })
      .filter((box) => isLaid(box, { level, upright }))
      .flat(),
  );
  return {
    level: level.filter((rule) => !laid.has(rule)),
    upright: upright.filter((rule) => !laid.has(rule)),
  };
}

type Box = readonly [top: Piece, bottom: Piece, left: Piece, right: Piece];

function boxesOf({ level, upright }: Rules<Piece>): readonly Box[] {
  return level.flatMap((top) => {
    const under = upright.filter(({ from }) => isNear(from, top.at));
    const left = under.find(({ at }) => isNear(at, top.from));
    const right = under.find(({ at }) => isNear(at, top.to));
    if (!left || !right || !isNear(left.to, right.to)) return [];
    const bottom = level.find(
      (rule) => isNear(rule.at, left.to) && isNear(rule.from, top.from) && isNear(rule.to, top.to),
    );
    return bottom && bottom.at - top.at > BEYOND ? [[top, bottom, left, right] as const] : [];
  });
}

function isLaid(box: Box, { level, upright }: Rules<Piece>): boolean {
  const [top, bottom, left, right] = box;
  if (
    [top, bottom].some((edge) => goesOn(edge, level)) ||
    [left, right].some((edge) => goesOn(edge, upright))
  )
    return false;
  const meeting = (rules: readonly Piece[], edges: readonly Rule[]): readonly Meeting[] =>
    rules
      .filter((rule) => !box.includes(rule))
      .flatMap((rule) => {
        const ways = edges.flatMap((edge) => wayOf(rule, edge) ?? []);
        return ways.length > 0 ? [{ rule, isEnd: ways.includes("ends") }] : [];
      });
  const across = meeting(upright, [top, bottom]);
  const along = meeting(level, [left, right]);
  const isOutside =
    (from: number, to: number) =>
    ({ rule }: Meeting) =>
      rule.from < from - BEYOND || rule.to > to + BEYOND;
  if (!across.some(isOutside(top.at, bottom.at)) && !along.some(isOutside(left.at, right.at))) return false;
  return [...across, ...along].every(({ rule, isEnd }) => !isEnd || rule.ink !== top.ink);
}

/** Cells set off by another ink have edges that go on as those of their neighbours. */
const goesOn = (edge: Rule, rules: readonly Rule[]): boolean =>
  rules.some(
    (rule) =>
      Math.abs(rule.at - edge.at) < SAME_AT && (isNear(rule.to, edge.from) || isNear(rule.from, edge.to)),
  );

/** A rule that meets a box, and whether it ends upon it. */
interface Meeting {
  readonly rule: Piece;
  readonly isEnd: boolean;
}

function wayOf(rule: Rule, edge: Rule): "crosses" | "ends" | null {
  if (rule.at < edge.from - NEAR || rule.at > edge.to + NEAR) return null;
  if (isNear(rule.from, edge.at) || isNear(rule.to, edge.at)) return "ends";
  return rule.from < edge.at && rule.to > edge.at ? "crosses" : null;
}

const isNear = (a: number, b: number): boolean => Math.abs(a - b) < NEAR;
