import type { Recipe } from "#services/delivery/delivery.ts";
import type { Period } from "#services/periods/period.ts";

/** What a broadcast says: a month's results, or what a newer version changed of results already sent. */
export type BroadcastRecipe = Recipe<"results" | "correction">;

/**
 * draft → approved → sending → done; a draft or what is still owed of it may be cancelled. `approved` means that not
 * every delivery is in the ledger yet.
 */
export type BroadcastState = "draft" | "approved" | "sending" | "done" | "cancelled";

export interface Approval {
  /** A sender's id, or `schedule:<id>` for what is approved once and for all. */
  readonly by: string;
  /** ISO. */
  readonly at: string;
}

/** Why it was made. */
export type Trigger =
  | { readonly kind: "publication" }
  | { readonly kind: "schedule"; readonly schedule: string }
  | { readonly kind: "person"; readonly by: string };

/** One message for all chats that are to hear of one version of a scope's results. */
export interface Broadcast {
  /** `results/<scope>/<period>/v<n>`, `correction/…`: the cause of its deliveries. */
  readonly id: string;
  /** Check code of the version: how people name it. */
  readonly code: string;
  readonly recipe: BroadcastRecipe;
  readonly state: BroadcastState;
  readonly approvals: readonly Approval[];
  readonly trigger: Trigger;
  /** Who ended it; "newer-version" when a newer one took its place, null = nobody. */
  readonly cancelledBy: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export const NEWER_VERSION = "newer-version";

/** Until then it may still change by itself or by a person. */
export const isOpen = ({ state }: Pick<Broadcast, "state">): boolean =>
  state === "draft" || state === "approved" || state === "sending";

/** Chats got it, or are about to. */
export const wentOut = ({ state }: Pick<Broadcast, "state">): boolean =>
  state === "approved" || state === "sending" || state === "done";

export function broadcastId({
  kind,
  scope,
  period,
  version,
}: Pick<BroadcastRecipe, "kind" | "scope" | "period" | "version">): string {
  return `${prefixOf(kind, scope, period)}v${version}`;
}

/** Where the ids of one scope's and period's broadcasts of a kind begin. */
export function prefixOf(kind: BroadcastRecipe["kind"], scope: string, period: Period): string {
  return `${kind}/${scope}/${period}/`;
}
