import type { Indicator } from "#services/indicators/indicator.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Unit } from "#services/units/unit.ts";

/** The first or last so many of a list. */
export interface Take {
  readonly from: "top" | "bottom";
  readonly count: number;
}

interface ValueOf {
  readonly period: PeriodWish | null;
  /** Best first; empty = none named. */
  readonly indicators: readonly Indicator[];
  /** The unit named, else the chat's home scope. */
  readonly scope: Unit;
  readonly unit: Unit;
  readonly optionalUnit: Unit | null;
  readonly kind: ListKind | null;
  readonly take: Take | null;
  /** From 1. */
  readonly page: number;
  /** What was typed, as it stands. */
  readonly words: string;
}

export type SlotKind = keyof ValueOf;

/** Something a command wants to know, found in what was typed by its meaning, in any order. */
export interface Slot<K extends SlotKind = SlotKind> {
  readonly kind: K;
}

export type SlotValues<S> = {
  readonly [Name in keyof S]: S[Name] extends Slot<infer K> ? ValueOf[K] : never;
};

const slotOf =
  <K extends SlotKind>(kind: K) =>
  (): Slot<K> => ({ kind });

export const slot = {
  period: slotOf("period"),
  indicators: slotOf("indicators"),
  scope: slotOf("scope"),
  unit: slotOf("unit"),
  optionalUnit: slotOf("optionalUnit"),
  kind: slotOf("kind"),
  take: slotOf("take"),
  page: slotOf("page"),
  words: slotOf("words"),
};
