import { findLimits } from "#commands/slots/limits.ts";
import { type Remainder, takenOut, without } from "#commands/slots/remainder.ts";
import type { SlotKind } from "#commands/slots/slot.ts";
import { findTakes } from "#commands/slots/takes.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { Services } from "#services/services.ts";

interface Untaken {
  /** As they were typed, in the order they were found. */
  readonly parts: readonly string[];
  readonly left: Remainder;
}

type Finder = (text: Remainder, services: Services) => Remainder;

const FINDERS: readonly (readonly [SlotKind, Finder])[] = [
  ["limits", (text) => findLimits(text)[1]],
  [
    "period",
    (text, { today }) =>
      findPeriods(text.text, { today: today(), asked: true }).reduce(
        (left, { start, end }) => without(left, start, end),
        text,
      ),
  ],
  ["takes", (text) => findTakes(text)[1]],
  [
    "indicators",
    (text, { indicators }) =>
      indicators.mentions(text.text).reduce((left, { start, end }) => without(left, start, end), text),
  ],
];

/** What in a text would be understood, but by other commands: "dưới 85" behind the name of one unit. */
export function untakenParts(text: Remainder, kinds: ReadonlySet<SlotKind>, services: Services): Untaken {
  const parts: string[] = [];
  let left = text;
  for (const [kind, find] of FINDERS) {
    if (kinds.has(kind)) continue;
    const rest = find(left, services);
    const part = takenOut(left, rest);
    if (part !== "") parts.push(part);
    left = rest;
  }
  return { parts, left };
}
