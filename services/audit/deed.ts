import * as z from "zod";
import type { Period } from "#services/periods/period.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";

export const DEED_KINDS = [
  "imported",
  "import-undone",
  "restored",
  "broadcast-approved",
  "broadcast-cancelled",
  "broadcast-resent",
  "message-resent",
  "schedule-changed",
  "rule-changed",
  "setting-changed",
  "right-given",
  "right-taken",
  "code-issued",
  "code-redeemed",
  "post-offered",
  "post-withdrawn",
  "post-taken-over",
  "chat-approved",
  "chat-refused",
  "portal-published",
  "portal-left-out",
  "portal-stopped",
  "portal-reopened",
  "backup-asked",
  "subscribed",
  "unsubscribed",
] as const;

export type DeedKind = (typeof DEED_KINDS)[number];

/** What somebody did that others may later ask about. Ids and codes only: nothing that a citizen could be known by. */
export interface Deed {
  readonly kind: DeedKind;
  /** Id of the unit or scope it was done to. */
  readonly unit?: string;
  readonly period?: Period;
  readonly version?: number;
  /** A person's or chat's id, a code, a rule's or schedule's number. */
  readonly about?: string;
}

export const StoredDeed = z.object({
  kind: z.enum(DEED_KINDS),
  unit: z.string().exactOptional(),
  period: StoredPeriod.exactOptional(),
  version: z.number().exactOptional(),
  about: z.string().exactOptional(),
});
