import { type Remainder, remainderOf, takenOut, words } from "#commands/slots/remainder.ts";
import type { Question, SlotKind } from "#commands/slots/slot.ts";
import { findUnit, findUnits } from "#commands/slots/unit-slot.ts";
import { untakenParts } from "#commands/slots/untaken-parts.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Unit } from "#services/units/unit.ts";

/** Slots that name one unit or several, in what is left of the text. */
export const NAMING = ["scope", "unit", "optionalUnit", "units", "sides"] as const;
export const NAMING_SEVERAL: readonly SlotKind[] = ["units", "sides"];

interface NamingQuestion extends Question {
  readonly period: PeriodWish | null;
  /** All that the command takes. */
  readonly kinds: ReadonlySet<SlotKind>;
}

type Named = Unit | null | readonly Unit[];

/**
 * What is named by the rest of a text. Rejects as a unit that is not found does, or with the Refusal "untaken" where a name
 * stands beside parts that only other commands take: "/xa Thủ Sỹ dưới 85".
 */
export async function findNamed(
  kind: (typeof NAMING)[number],
  rest: Remainder,
  question: NamingQuestion,
): Promise<Named> {
  try {
    return await named(kind, rest, question);
  } catch (error) {
    if (error instanceof Refusal && error.code === "unknown-unit")
      await expectTaken(error, kind, rest, question);
    throw error;
  }
}

/** Where a unit has to be named and none is, the next plain words complete what was typed. */
async function named(
  kind: (typeof NAMING)[number],
  rest: Remainder,
  question: NamingQuestion,
): Promise<Named> {
  const { calledAs, text } = question;
  const isNameless = words(rest) === "";
  if (kind === "sides" && isNameless) return [];
  if (isNameless && (kind === "unit" || kind === "units"))
    throw new Refusal("unit-needed", { command: calledAs }, [], `/${calledAs} ${text}`.trim());
  if (kind === "units" || kind === "sides") return findUnits(rest, { ...question, kind: "unit" });
  return findUnit(rest, { ...question, kind });
}

/** Where it would be found without what the command does not take, that is offered; else the first refusal stands. */
async function expectTaken(
  refusal: Refusal,
  kind: (typeof NAMING)[number],
  rest: Remainder,
  question: NamingQuestion,
): Promise<void> {
  const { calledAs: command, text, kinds, services } = question;
  const { parts, left } = untakenParts(rest, kinds, services);
  if (parts.length === 0) return;
  try {
    await named(kind, left, question);
  } catch (error) {
    throw error instanceof Refusal ? refusal : error;
  }
  const without = [`/${command}`, words(left), takenOut(remainderOf(text), rest)].filter(Boolean).join(" ");
  throw new Refusal("untaken", { command, parts }, [{ label: without, command: without }]);
}
