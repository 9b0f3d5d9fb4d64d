import type { Delivery, DeliveryReason } from "#services/delivery/delivery.ts";

/** How far the deliveries of a cause have come. */
export interface Tally {
  readonly total: number;
  readonly sent: number;
  /** Due or under way. */
  readonly waiting: number;
  readonly refused: number;
  readonly unknown: number;
  readonly cancelled: number;
  /** How many were not sent, by reason, most frequent first. */
  readonly reasons: readonly (readonly [DeliveryReason, number])[];
}

export function tallyOf(deliveries: readonly Delivery[]): Tally {
  const count = (...states: readonly Delivery["state"][]): number =>
    deliveries.filter(({ state }) => states.includes(state)).length;
  const reasons = new Map<DeliveryReason, number>();
  for (const { state, reason } of deliveries) {
    if (reason && state !== "sent") reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  }
  return {
    total: deliveries.length,
    sent: count("sent"),
    waiting: count("due", "sending"),
    refused: count("refused"),
    unknown: count("unknown"),
    cancelled: count("cancelled"),
    reasons: [...reasons].sort(([, a], [, b]) => b - a),
  };
}
