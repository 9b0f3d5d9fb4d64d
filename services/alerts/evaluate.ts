import { type Alert, type AlertEvent, type Inhibited, isEnd, isOpen } from "#services/alerts/alert.ts";
import { hasJustFallen, judge } from "#services/alerts/judge.ts";
import type { Read, SheetPlace } from "#services/alerts/readings.ts";
import { end, goBack, type Step, step } from "#services/alerts/step.ts";
import { alertId } from "#services/alerts/stored-alerts.ts";
import type { ChatId } from "#services/ids.ts";
import { periodKind } from "#services/periods/period.ts";
import type { Item } from "#services/store/collection.ts";

export interface EvaluateOptions {
  readonly place: SheetPlace;
  readonly reads: readonly Read[];
  /** Whether the rule of an alert still holds for its unit; by default all do. */
  readonly holds?: ((alert: Alert) => boolean) | undefined;
  /** What this version has no longer that an older one of the same period had; by default it has all. */
  readonly takenBack?: TakenBack | undefined;
  /** Alerts of the scope as they stand, by their id. */
  readonly states: ReadonlyMap<string, Item<Alert>>;
  readonly isSilent: (unit: string, rule: string) => boolean;
  readonly followers: FollowersOf;
  readonly lastNumber: number;
  /** ISO. */
  readonly at: string;
}

export interface TakenBack {
  /** Whether the figure an alert rests on is there no more. */
  readonly isGone: (alert: Alert) => boolean;
  /** What the rules read of the period before; null = there is none. */
  readonly earlier: { readonly place: SheetPlace; readonly reads: readonly Read[] } | null;
}

/** A chat that hears of a unit; `formerly` is the unit it once asked for, which was merged into this one. */
export interface Hearer {
  readonly chat: ChatId;
  /** Unit id; null = it asked for this one, or one above it. */
  readonly formerly: string | null;
}

/** Who wants to hear of a unit. */
export type FollowersOf = (unit: string, topic: Alert["topic"]) => readonly Hearer[];

export interface Changed {
  readonly seen: Item<Alert> | null;
  readonly after: Alert;
}

/** An event and the chats that are to hear it. */
export interface Told {
  readonly event: AlertEvent;
  readonly hearers: readonly Hearer[];
}

export interface Evaluated {
  readonly changed: readonly Changed[];
  readonly told: readonly Told[];
  readonly inhibited: readonly Inhibited[];
  readonly lastNumber: number;
}

/** Works out what a sheet means for the alerts of its scope; changes nothing. */
export function evaluate(options: EvaluateOptions): Evaluated {
  const inhibited = inhibitedOf(options.reads);
  let lastNumber = options.lastNumber;
  const newNumber = (): number => ++lastNumber;
  const changed: Changed[] = [];
  const told: Told[] = [];
  const outcomes = [
    ...options.reads.map((read) => outcomeOf(read, inhibited, newNumber, options)),
    ...liftedBy(options),
    ...unfoundedBy(newNumber, options),
  ];
  for (const outcome of outcomes) {
    if (outcome) changed.push(outcome.changed);
    if (outcome?.told) told.push(outcome.told);
  }
  return { changed, told, inhibited, lastNumber };
}

interface Outcome {
  readonly changed: Changed;
  readonly told: Told | null;
}

/** What one reading changes and who hears of it; null = nothing. */
function outcomeOf(
  read: Read,
  inhibited: readonly Inhibited[],
  newNumber: () => number,
  options: EvaluateOptions,
): Outcome | null {
  const { place, states, at } = options;
  const seen = states.get(alertId(read.reading, place.period, place.scope)) ?? null;
  const open = seen && isOpen(seen.value) ? seen.value : null;
  const verdict = judge(read, open);
  const isInhibited = isAmong(inhibited, read);
  if (!open && isInhibited) return null;
  const next = step(seen?.value ?? null, read, verdict, { place, at, newNumber, isInhibited });
  return next && settled(seen, next, options);
}

/** Open alerts of this kind of period whose rule was switched off, changed or overtaken by a document's target. */
function liftedBy(options: EvaluateOptions): readonly Outcome[] {
  const { place, states, holds = () => true, at } = options;
  const kind = periodKind(place.period);
  const over = [...states.values()].filter(
    ({ value }) => isOpen(value) && periodKind(value.period) === kind && !holds(value),
  );
  return over.map((seen) => settled(seen, end(seen.value, "lifted", at), options));
}

/** Open alerts whose figure this version has taken back: new ones end, older ones rest on their earlier figure again. */
function unfoundedBy(newNumber: () => number, options: EvaluateOptions): readonly Outcome[] {
  const { place, states, holds = () => true, takenBack, at } = options;
  if (!takenBack) return [];
  const { isGone, earlier } = takenBack;
  const unfounded = [...states.values()].filter(
    ({ value }) => isOpen(value) && value.period === place.period && holds(value) && isGone(value),
  );
  return unfounded.flatMap((seen) => {
    const { value } = seen;
    if (value.opened.period === place.period) return settled(seen, end(value, "unfounded", at), options);
    const read = earlier?.reads.find(
      ({ reading }) => alertId(reading, earlier.place.period, place.scope) === seen.id,
    );
    if (!earlier || !read) return [];
    const step = { place: earlier.place, at, newNumber, isInhibited: false };
    return settled(seen, goBack(value, read, judge(read, value), step), options);
  });
}

/** A step and who hears of it. */
function settled(
  seen: Item<Alert> | null,
  { alert, event }: Step,
  { isSilent, followers }: EvaluateOptions,
): Outcome {
  if (!event) return { changed: { seen, after: alert }, told: null };
  if (isSilent(alert.unit, alert.rule))
    return { changed: { seen, after: { ...alert, pending: event } }, told: null };
  const hearers = hearersOf(alert, event, followers);
  const after = toldTo(alert, event, hearers);
  return { changed: { seen, after }, told: hearers.length > 0 ? { event, hearers } : null };
}

function isAmong(inhibited: readonly Inhibited[], { reading }: Read): boolean {
  return inhibited.some(({ rule, indicator }) => rule === reading.rule && indicator === reading.indicator);
}

/** What is new or worse goes to whoever follows the unit; what becomes of it to those of them who were told. */
export function hearersOf(alert: Alert, { kind }: AlertEvent, followers: FollowersOf): readonly Hearer[] {
  const following = followers(alert.unit, alert.topic);
  if (kind === "fired" || kind === "worse") return following;
  return following.filter(({ chat }) => alert.told.includes(chat));
}

/** The alert once an event was told; how it ended is not what its figure was. */
export function toldTo(alert: Alert, { kind, value }: AlertEvent, hearers: readonly Hearer[]): Alert {
  const told = [...new Set([...alert.told, ...hearers.map(({ chat }) => chat)])];
  return { ...alert, told, pending: null, said: isEnd(kind) ? alert.said : { value, period: alert.period } };
}

/** So many units and more than half of those that could: the reckoning changed, not the units. */
const AT_ONCE = 10;
const SHARE = 0.5;

function inhibitedOf(reads: readonly Read[]): readonly Inhibited[] {
  const groups = new Map<string, { rule: string; indicator: string; units: number; of: number }>();
  for (const read of reads) {
    const fell = hasJustFallen(read);
    if (fell === null) continue;
    const { rule, indicator } = read.reading;
    const key = `${rule}\n${indicator}`;
    const group = groups.get(key) ?? { rule, indicator, units: 0, of: 0 };
    groups.set(key, group);
    group.of += 1;
    if (fell) group.units += 1;
  }
  return [...groups.values()].filter(({ units, of }) => units >= AT_ONCE && units > of * SHARE);
}
