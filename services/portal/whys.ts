import * as z from "zod";

/** Every reason for which something of the portal is not had: its refusals, its failures, answers that are not believed. */
export const PortalWhy = z.enum([
  "unauthorized",
  "forbidden",
  "too-many",
  "firewall",
  "closed",
  "server",
  "timeout",
  "unreachable",
  "unexpected",
  "notJson",
  "changedSchema",
  "wrongRoot",
  "unitsMissing",
  "listedTwice",
  "outOfRange",
  "emptyGroup",
  "sumsDiffer",
  "otherUnits",
  "smallerThanHeld",
  "repeatsPeriod",
  /** The same figures as the day before. */
  "stale",
  /** A person stopped it. */
  "person",
]);

export type PortalWhy = z.infer<typeof PortalWhy>;
