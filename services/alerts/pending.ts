import type { Alert, AlertEvent } from "#services/alerts/alert.ts";

/** The alert with an event that is not told now; what came before it and was not told either is taken into account. */
export function keepBack(alert: Alert, event: AlertEvent): Alert {
  return { ...alert, pending: merged(alert.pending, event) };
}

function merged(earlier: AlertEvent | null, event: AlertEvent): AlertEvent | null {
  if (!earlier) return event;
  const ends = event.kind === "resolved" || event.kind === "withdrawn";
  if (earlier.kind === "fired") return ends ? null : { ...event, kind: "fired", said: null };
  return { ...event, said: earlier.said };
}
