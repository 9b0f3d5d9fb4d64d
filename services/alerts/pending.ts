import type { Alert, AlertEvent } from "#services/alerts/alert.ts";

/** The alert with an event that is not told now; what came before it and was not told either is taken into account. */
export function keepBack(alert: Alert, event: AlertEvent): Alert {
  return { ...alert, pending: merged(alert.pending, event) };
}

/** What is kept back tells the figures as they are now. */
export function keepFresh(alert: Alert): Alert {
  if (!alert.pending) return alert;
  const { value, level, comparison, before, source, asOf } = alert;
  return {
    ...alert,
    worst: value,
    pending: { ...alert.pending, value, level, comparison, before, source, asOf },
  };
}

function merged(earlier: AlertEvent | null, event: AlertEvent): AlertEvent | null {
  if (!earlier) return event;
  const ends = event.kind === "resolved" || event.kind === "withdrawn";
  if (earlier.kind === "fired") return ends ? null : { ...event, kind: "fired", said: null };
  return { ...event, said: earlier.said };
}
