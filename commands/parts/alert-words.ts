import type { Catalog } from "#locales/catalog.ts";
import type { AlertEvent, Reading } from "#services/alerts/alert.ts";
import type { AlertTopic } from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { type Period, previousPeriod } from "#services/periods/period.ts";
import type { Services } from "#services/services.ts";

/** A reading in words, with the indicator it is of. */
export function matterOf(
  reading: Reading & { readonly period: Period },
  { indicators }: Pick<Services, "indicators">,
  t: Catalog,
): { readonly matter: string; readonly indicator: Indicator } {
  const { period } = reading;
  const indicator = indicators.get(reading.indicator);
  if (!indicator) throw new Error(`indicator ${reading.indicator} is alerted but not in the catalogue`);
  return {
    matter: t.alerts.matter({ reading, indicator, period, previous: previousPeriod(period) }),
    indicator,
  };
}

/** The period that all of them are of; null = they are of several. */
export function onlyPeriod(alerts: readonly { readonly period: Period }[]): Period | null {
  const [first, ...others] = alerts;
  return first && others.every(({ period }) => period === first.period) ? first.period : null;
}

/** A matter under a heading that names the period `heading`; null = the heading names none. */
export function matterUnder(
  heading: Period | null,
  reading: Reading & { readonly period: Period },
  services: Pick<Services, "indicators">,
  t: Catalog,
): string {
  const { matter } = matterOf(reading, services, t);
  return heading === null ? t.alerts.ofPeriod(matter, reading.period) : matter;
}

const TOPICS: readonly AlertTopic[] = ["overdue", "targets", "rank"];
const KINDS: readonly AlertEvent["kind"][] = [
  "worse",
  "fired",
  "corrected",
  "withdrawn",
  "unfounded",
  "lifted",
  "resolved",
];

/** What is amiss before what is settled; citizens' dossiers, then targets, then places; the farthest off first. */
export function worstFirst<T extends Reading & { readonly topic: AlertTopic }>(
  items: readonly T[],
): readonly T[] {
  return [...items].sort(
    (a, b) =>
      KINDS.indexOf(kindOf(a)) - KINDS.indexOf(kindOf(b)) ||
      TOPICS.indexOf(a.topic) - TOPICS.indexOf(b.topic) ||
      farOff(b) - farOff(a),
  );
}

function kindOf(item: Reading): AlertEvent["kind"] {
  return "kind" in item ? (item as AlertEvent).kind : "fired";
}

/** How far a figure is from where it should be, as a part of that. */
function farOff({ value, level, before }: Reading): number {
  const aim = level ?? before?.value ?? value;
  return Math.abs(value - aim) / Math.max(1, Math.abs(aim));
}
