import type { Alert, AlertEvent, EventKind } from "#services/alerts/alert.ts";
import { isOpen } from "#services/alerts/alert.ts";
import { isUnfinished, worseBy } from "#services/alerts/figures.ts";
import { directionOf, type Verdict } from "#services/alerts/judge.ts";
import type { Read, SheetPlace } from "#services/alerts/readings.ts";

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
}

/** Told again when a figure is worse than what was told by this much, in its own unit of measure. */
const WORSE_BY = 1;

/** One reading moves one alert; null = there is none and none is opened. */
export function step(before: Alert | null, read: Read, verdict: Verdict, options: StepOptions): Step | null {
  if (!before || !isOpen(before)) return verdict === "fire" ? opened(read, options) : null;
  const { place } = options;
  const isNewerVersion = before.period === place.period && before.version < place.version;
  const kind =
    isNewerVersion && !isUnfinished(place.period, read.reading)
      ? correctionOf(before, read, verdict)
      : newsOf(before, read, verdict);
  return moved(before, read, kind, options);
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
    worst: reading.value,
    from: reading.before,
    period,
    version,
    opened: { period, version, at },
    told: [],
    pending: null,
    acknowledged: null,
    updatedAt: at,
    resolvedAt: null,
  };
  return { alert, event: eventOf(alert, read, "fired", null) };
}

function newsOf({ worst }: Alert, read: Read, verdict: Verdict): EventKind | null {
  if (verdict === "clear") return "resolved";
  const isWorse = worseBy(read.reading.value, worst, directionOf(read)) >= WORSE_BY;
  return verdict === "fire" && isWorse ? "worse" : null;
}

/** A newer version of results that are over replaces the figures that were told. */
function correctionOf(before: Alert, read: Read, verdict: Verdict): EventKind | null {
  const isSame = before.value === read.reading.value && before.level === read.reading.level;
  if (verdict === "fire") return isSame ? null : "corrected";
  if (verdict === "clear" && before.of === "presence") return "resolved";
  if (before.opened.period === before.period) return "withdrawn";
  if (verdict === "clear") return "resolved";
  return isSame ? null : "corrected";
}

function moved(before: Alert, read: Read, kind: EventKind | null, { place, at }: StepOptions): Step {
  const { reading } = read;
  const ends = kind === "resolved" || kind === "withdrawn";
  const isTold = kind === "worse" || kind === "corrected";
  const alert: Alert = {
    ...before,
    ...reading,
    before: reading.before ?? before.before,
    period: place.period,
    version: place.version,
    worst: isTold ? reading.value : before.worst,
    state: stateAfter(before, kind),
    updatedAt: at,
    resolvedAt: ends ? at : null,
  };
  return { alert, event: kind && eventOf(alert, read, kind, before.worst) };
}

/** What got worse is to be seen anew, unless an explanation of it waits for its answer. */
function stateAfter({ state }: Alert, kind: EventKind | null): Alert["state"] {
  if (kind === "resolved" || kind === "withdrawn") return "resolved";
  return kind === "worse" && state !== "explained" ? "open" : state;
}

function eventOf(
  { number }: Alert,
  { rule, reading }: Read,
  kind: EventKind,
  said: number | null,
): AlertEvent {
  return { ...reading, number, kind, topic: rule.topic, urgent: rule.urgent, said };
}
