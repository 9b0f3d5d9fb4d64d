import {
  type Alert,
  type AlertEvent,
  type EventKind,
  isEnd,
  isOpen,
  type Said,
} from "#services/alerts/alert.ts";
import { worseBy } from "#services/alerts/figures.ts";
import { directionOf, type Verdict } from "#services/alerts/judge.ts";
import type { Read, SheetPlace } from "#services/alerts/readings.ts";
import { isUnfinished } from "#services/sheets/comparable.ts";

/** An alert after a reading, and what there is to tell of it; null = nothing. */
export interface Step {
  readonly alert: Alert;
  readonly event: AlertEvent | null;
}

export interface StepOptions {
  readonly place: SheetPlace;
  /** ISO. */
  readonly at: string;
  /** Of the alert that a reading opens. */
  readonly newNumber: () => number;
  /** Most units fell at once: that an open matter is worse is not told. */
  readonly isInhibited: boolean;
}

/** Told again when a figure is worse than what was told by this much, in its own unit of measure. */
const WORSE_BY = 1;

/** One reading moves one alert; null = there is none and none is opened. */
export function step(before: Alert | null, read: Read, verdict: Verdict, options: StepOptions): Step | null {
  if (before && isOpen(before)) return moved(before, read, newsOf(before, read, verdict, options), options);
  if (verdict !== "fire") return null;
  // That it was settled is kept back still: for those who were told it never was.
  const again: Alert | null = before?.pending
    ? { ...before, state: "open", pending: null, ended: null }
    : null;
  return again ? moved(again, read, newsOf(again, read, verdict, options), options) : opened(read, options);
}

function opened(read: Read, { place, at, newNumber }: StepOptions): Step {
  const { rule, reading } = read;
  const { scope, period, version } = place;
  const alert: Alert = {
    ...reading,
    number: newNumber(),
    scope,
    topic: rule.topic,
    state: "open",
    said: null,
    from: reading.before,
    period,
    version,
    opened: { period, version, at },
    told: [],
    pending: null,
    acknowledged: null,
    updatedAt: at,
    resolvedAt: null,
    ended: null,
  };
  return { alert, event: eventOf(alert, read, "fired", null) };
}

/** It ends without another reading, and whoever was told hears why: its rule holds no more, or its figure was taken back. */
export function end(before: Alert, ended: "lifted" | "unfounded", at: string): Step {
  const { unit, rule, indicator, of, value, level, comparison, before: from, source, asOf } = before;
  const { number, topic, said } = before;
  const reading = { unit, rule, indicator, of, value, level, comparison, before: from, source, asOf };
  return {
    alert: {
      ...before,
      state: "resolved",
      pending: null,
      updatedAt: at,
      resolvedAt: at,
      ended,
    },
    event: said && { ...reading, number, kind: ended, topic, urgent: false, said },
  };
}

/** A figure was taken back from an older matter, which is what an earlier period says of it again. */
export function goBack(before: Alert, read: Read, verdict: Verdict, options: StepOptions): Step {
  const { said } = before;
  const isSame = said?.value === read.reading.value;
  const corrected = said === null ? "fired" : isSame ? null : "corrected";
  const { alert, event } = moved(before, read, verdict === "clear" ? "resolved" : corrected, options);
  return { alert, event: event && { ...event, period: options.place.period } };
}

/** What is new against what was told; null = nothing. */
function newsOf(before: Alert, read: Read, verdict: Verdict, options: StepOptions): EventKind | null {
  const { place, isInhibited } = options;
  const { said } = before;
  const isOver = !isUnfinished(place.period, read.reading);
  if (isOver && before.period === place.period && before.version < place.version) {
    if (said === null || said.period === place.period) return correctionOf(before, read, verdict);
  }
  if (verdict === "clear") return "resolved";
  if (said === null) return "fired";
  const isWorse = worseBy(read.reading.value, said.value, directionOf(read)) >= WORSE_BY;
  return verdict === "fire" && isWorse && !isInhibited ? "worse" : null;
}

/** A newer version of results that are over replaces the figure that was told of them. */
function correctionOf(before: Alert, { reading }: Read, verdict: Verdict): EventKind | null {
  const { said, level, of, opened, period } = before;
  const isSame = said?.value === reading.value && level === reading.level;
  const other = said === null ? "fired" : isSame ? null : "corrected";
  if (verdict === "fire") return other;
  if (verdict === "clear" && of === "presence") return "resolved";
  if (opened.period === period) return "withdrawn";
  return verdict === "clear" ? "resolved" : other;
}

function moved(before: Alert, read: Read, kind: EventKind | null, { place, at }: StepOptions): Step {
  const { reading } = read;
  const ended = isEnd(kind) ? kind : null;
  const from = before.opened.period === place.period ? (reading.before ?? before.from) : before.from;
  const alert: Alert = {
    ...before,
    ...reading,
    from,
    before: from,
    period: place.period,
    version: place.version,
    pending: null,
    state: stateAfter(before, kind),
    updatedAt: at,
    resolvedAt: ended ? at : null,
    ended,
  };
  const isTold = kind !== null && !(ended && before.said === null);
  return { alert, event: isTold ? eventOf(alert, read, kind, before.said) : null };
}

/** What got worse is to be seen anew, unless an explanation of it waits for its answer. */
function stateAfter({ state }: Alert, kind: EventKind | null): Alert["state"] {
  if (isEnd(kind)) return "resolved";
  return kind === "worse" && state !== "explained" ? "open" : state;
}

function eventOf({ number }: Alert, { rule, reading }: Read, kind: EventKind, said: Said | null): AlertEvent {
  return { ...reading, number, kind, topic: rule.topic, urgent: rule.urgent, said };
}
