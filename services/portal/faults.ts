import type { PortalWhy } from "#services/portal/whys.ts";

/** Why an answer is not believed. */
export type PortalFaultCode = Extract<
  PortalWhy,
  /** Cut off, or no JSON at all. */
  | "notJson"
  /** Facts: places where its shape is not the known one. */
  | "changedSchema"
  /** Facts: who was answered about. */
  | "wrongRoot"
  /** Facts: how many came, how many were to come. */
  | "unitsMissing"
  /** Facts: the unit. */
  | "listedTwice"
  | "outOfRange"
  /** A group stands at nothing for everybody. */
  | "emptyGroup"
  /** Facts: the unit, sum of its groups, its total. */
  | "sumsDiffer"
  /** Facts: the group whose units are others than those with totals. */
  | "otherUnits"
  /** Fewer units or dossiers than held before. */
  | "smallerThanHeld"
  /** Facts: the period whose answer it repeats. */
  | "repeatsPeriod"
>;

export interface PortalFault {
  readonly code: PortalFaultCode;
  /** Names, codes and numbers as the portal writes them. */
  readonly facts: readonly string[];
}

export function isFault(read: object): read is PortalFault {
  return "code" in read && "facts" in read;
}
