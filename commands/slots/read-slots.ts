import { type Remainder, remainderOf, without, words } from "#commands/slots/remainder.ts";
import { type Found, findKind, findPage, findTake } from "#commands/slots/simple-slots.ts";
import type { SlotKind } from "#commands/slots/slot.ts";
import type { SlotQuestion } from "#commands/slots/slot-question.ts";
import { findUnit } from "#commands/slots/unit-slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { findPeriods } from "#services/periods/parse.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";

/**
 * Finds each slot's value by its meaning, whatever the order: period, indicator, take, kind; what is left is a unit.
 * Rejects with a Refusal that says what could not be read.
 */
export async function readSlots(question: SlotQuestion): Promise<Readonly<Record<string, unknown>>> {
  const kinds = new Set<SlotKind>(Object.values(question.slots).map(({ kind }) => kind));
  const values = new Map<SlotKind, unknown>();
  let rest = remainderOf(question.text);
  values.set("words", question.text.trim());

  const find = <T>(kind: SlotKind, finder: (text: Remainder) => Found<T>): void => {
    if (!kinds.has(kind)) return;
    const [value, left] = finder(rest);
    values.set(kind, value);
    rest = left;
  };
  find("page", findPage);
  find("period", (text) => findPeriod(text, question));
  find("take", findTake);
  find("indicators", (text) => findIndicators(text, question.services));
  find("kind", findKind);

  const period = (values.get("period") ?? null) as PeriodWish | null;
  for (const kind of ["scope", "unit", "optionalUnit"] as const) {
    if (kinds.has(kind)) values.set(kind, await findUnit(rest, { ...question, period, kind }));
  }
  if (!kinds.has("words") && !kinds.has("scope") && !kinds.has("unit") && !kinds.has("optionalUnit")) {
    if (words(rest) !== "") throw new Refusal("not-understood", { typed: words(rest) });
  }
  return Object.fromEntries(
    Object.entries(question.slots).map(([name, { kind }]) => [name, values.get(kind)]),
  );
}

/** The first period named; a bare number is a month only beside other words, or for a command that needs no unit. */
function findPeriod(text: Remainder, question: SlotQuestion): Found<PeriodWish | null> {
  const today = question.services.today();
  const named = findPeriods(text.text, { today, asked: true }).find(({ compared }) => !compared);
  if (named) return [named.wish, without(text, named.start, named.end)];
  const needsUnit = Object.values(question.slots).some(({ kind }) => kind === "unit");
  if (needsUnit && !/\p{L}/u.test(text.text)) return [null, text];
  const bare = findPeriods(text.text, { today, bareNumbers: true })[0];
  return bare ? [bare.wish, without(text, bare.start, bare.end)] : [null, text];
}

/** The first indicator named, with what else the words may mean. */
function findIndicators(text: Remainder, services: Services): Found<readonly Indicator[]> {
  const mention = services.indicators.mentions(text.text)[0];
  return mention ? [mention.indicators, without(text, mention.start, mention.end)] : [[], text];
}
