import type { AlertTopic } from "#services/alerts/rule.ts";
import type { ChatId } from "#services/ids.ts";
import type { Period } from "#services/periods/period.ts";
import type { Comparison } from "#services/targets/target.ts";

/** open → acknowledged → explained → accepted or returned → resolved; a new one is opened when it fires again. */
export type AlertState = "open" | "acknowledged" | "explained" | "accepted" | "returned" | "resolved";

/**
 * What a value is: the indicator's own, a place in the ranking, falls in a row, whether there is a figure at all, or falls from
 * one taking of provisional figures to the next.
 */
export type Measured = "value" | "rank" | "falls" | "presence" | "dailyFalls";

/** Values of a reading of presence. */
export const [ABSENT, PRESENT] = [0, 1];

/** What a figure is set against. */
export interface Baseline {
  /** In the measure of the reading. */
  readonly value: number;
  /** The period it is of; null = kept by a version of the bot that did not note it. */
  readonly period: Period | null;
  /** Reckoned from a published change: that period is not stored. */
  readonly derived: boolean;
  /** Of a place: among how many units, where the two lists do not have the same; else null. */
  readonly over: number | null;
}

/** What a rule read of a unit in one sheet. */
export interface Reading {
  readonly unit: string;
  /** Rule id. */
  readonly rule: string;
  readonly indicator: string;
  readonly of: Measured;
  /** In the indicator's unit of measure; a place, a number of periods, or ABSENT/PRESENT where `of` says so. */
  readonly value: number;
  /** The level or target missed; null for changes. */
  readonly level: number | null;
  readonly comparison: Comparison | null;
  /** Where a change came from; null for levels. */
  readonly before: Baseline | null;
  /** The document of the figure, and when that extracted it (ISO; null = it does not say). */
  readonly source: string;
  readonly asOf: string | null;
}

/** A value that was told and the period it is of; null = kept by a version of the bot that did not note it. */
export interface Said {
  readonly value: number;
  readonly period: Period | null;
}

/** One matter of one unit: by unit, rule, indicator and kind of period there is one at a time. */
export interface Alert extends Reading {
  /** How people name it: "#128". */
  readonly number: number;
  /** The scope whose sheet lists the unit. */
  readonly scope: string;
  readonly topic: AlertTopic;
  readonly state: AlertState;
  /** The value told last and the period it was of: news is what differs from it. Null = a silence kept all back so far. */
  readonly said: Said | null;
  /** Where a change came from when the alert was opened, which is what its figure is set against while it is open. */
  readonly from: Baseline | null;
  /** The sheet version it was last read in. */
  readonly period: Period;
  readonly version: number;
  readonly opened: { readonly period: Period; readonly version: number; readonly at: string };
  /** Chats that were told of it. */
  readonly told: readonly ChatId[];
  /** What a silence keeps back, to be told when it ends; null = nothing. */
  readonly pending: AlertEvent | null;
  readonly acknowledged: { readonly by: string; readonly at: string } | null;
  /** ISO. */
  readonly updatedAt: string;
  readonly resolvedAt: string | null;
  /** How it came to be over; null = it is open. */
  readonly ended: EndKind | null;
}

/**
 * resolved: it is fixed. withdrawn: by a newer version of the results told there never was a matter. unfounded: a newer
 * version took back the figure it rests on and gives no other. lifted: the rule holds no more, neither for the better
 * nor for the worse.
 */
export type EndKind = "resolved" | "withdrawn" | "unfounded" | "lifted";

/** fired: it is new. worse: than what was told. corrected: the figure told was replaced by a newer version of it. */
export type EventKind = "fired" | "worse" | "corrected" | EndKind;

const ENDS: ReadonlySet<string | null> = new Set<EndKind>(["resolved", "withdrawn", "unfounded", "lifted"]);

export const isEnd = (kind: EventKind | null): kind is EndKind => ENDS.has(kind);

/** Something that chats are to hear. */
export interface AlertEvent extends Reading {
  readonly number: number;
  readonly kind: EventKind;
  readonly topic: AlertTopic;
  readonly urgent: boolean;
  /** The value told before; null = none was. */
  readonly said: Said | null;
  /** The period of its figure, where that is another than its batch's. */
  readonly period?: Period | undefined;
}

/** All that one look at a sheet, or at the calendar, found. Never changed once written. */
export interface Batch {
  /** `<scope>/<period>/v<n>`, `missing/…`, `silence/…`. */
  readonly id: string;
  readonly scope: string;
  readonly period: Period;
  /** 0 = it read no sheet. */
  readonly version: number;
  /** ISO. */
  readonly at: string;
  readonly events: readonly AlertEvent[];
  /** Rules that fired for most of the scope at once: told to operators, not to the units. */
  readonly inhibited: readonly Inhibited[];
}

export interface Inhibited {
  readonly rule: string;
  readonly indicator: string;
  readonly units: number;
  readonly of: number;
}

export const isOpen = ({ state }: Pick<Alert, "state">): boolean => state !== "resolved";
