import type { Explanation } from "#services/explanations/explanation.ts";

/** Numbers of the alerts whose latest explanation promised a day that is over; `today` is an ISO date. */
export function lateAlerts(all: readonly Explanation[], today: string): ReadonlySet<number> {
  const standing = all.filter(({ state }) => state === "waiting" || state === "accepted");
  return new Set(standing.filter(({ deadline }) => deadline < today).map(({ alert }) => alert));
}
