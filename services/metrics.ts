import type { DeliveryReason, DeliveryState } from "#services/delivery/delivery.ts";

/** Kinds of work whose time is taken. */
export type Timed = "command" | "render" | "store";

/** How an attempt at a delivery ended. */
export interface DeliveryOutcome {
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
}

/** Where the bot notes how it is doing; who keeps the figures is not the domain's business. */
export interface Metrics {
  /**
   * Runs `work` and notes how long it took, and whether it ended well, in a Refusal or in a fault; answers what
   * `work` answers. `name` is one of a small, fixed set: a command, an operation.
   */
  time<T>(what: Timed, name: string, work: () => Promise<T>): Promise<T>;
  delivered(outcome: DeliveryOutcome): void;
}

/** Notes nothing. */
export const unmeasured: Metrics = {
  time: (_what, _name, work) => work(),
  delivered: () => undefined,
};
