import type { Rule, Rules } from "#services/documents/readers/pdf/rules.ts";
import type { Strokes } from "#services/documents/readers/pictures/pixels/line-runs.ts";

/** Points: how far a rule may end from the one it meets, in a picture that is not quite straight. */
const NEAR = 5;
/** Rules that begin and end alike without any at their sides: a table that is open there. */
const LEAST_ALIKE = 3;

/** The strokes that draw tables, in points: those that end on others, or all end alike. Lines under letters do neither. */
export function tableRules({ level, upright }: Strokes, pointsAPixel: number): Rules {
  const inPoints = ({ at, from, to }: Rule): Rule => ({
    at: at * pointsAPixel,
    from: from * pointsAPixel,
    to: to * pointsAPixel,
  });
  let rules: Rules = { level: level.map(inPoints), upright: upright.map(inPoints) };
  for (let count = -1; count !== sizeOf(rules); ) {
    count = sizeOf(rules);
    const { level, upright } = rules;
    rules = {
      level: level.filter((rule) => isHeld(rule, level, upright)),
      upright: upright.filter((rule) => isHeld(rule, upright, level)),
    };
  }
  return rules;
}

const sizeOf = ({ level, upright }: Rules): number => level.length + upright.length;

function isHeld(rule: Rule, along: readonly Rule[], across: readonly Rule[]): boolean {
  const meeting = across.filter(
    (other) =>
      rule.at >= other.from - NEAR &&
      rule.at <= other.to + NEAR &&
      other.at >= rule.from - NEAR &&
      other.at <= rule.to + NEAR,
  );
  const isMet = (end: number): boolean => meeting.some(({ at }) => Math.abs(at - end) <= NEAR);
  if (isMet(rule.from) && isMet(rule.to)) return true;
  const alike = along.filter(
    ({ from, to }) => Math.abs(from - rule.from) <= NEAR && Math.abs(to - rule.to) <= NEAR,
  );
  return meeting.length > 0 && alike.length >= LEAST_ALIKE;
}
