import type { Catalog } from "#locales/catalog.ts";
import type { AlertEvent, Reading } from "#services/alerts/alert.ts";
import type { AlertTopic } from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Services } from "#services/services.ts";

/** A reading in words, with the indicator it is of. */
export function matterOf(
  reading: Reading,
  { indicators }: Pick<Services, "indicators">,
  t: Catalog,
): { readonly matter: string; readonly indicator: Indicator } {
  const indicator = indicators.get(reading.indicator);
  if (!indicator) throw new Error(`indicator ${reading.indicator} is alerted but not in the catalogue`);
  return { matter: t.alerts.matter({ reading, indicator }), indicator };
}

const TOPICS: readonly AlertTopic[] = ["overdue", "targets", "rank"];
const KINDS: readonly AlertEvent["kind"][] = [
  "worse",
  "fired",
  "corrected",
  "withdrawn",
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
  const aim = level ?? before ?? value;
  return Math.abs(value - aim) / Math.max(1, Math.abs(aim));
}
