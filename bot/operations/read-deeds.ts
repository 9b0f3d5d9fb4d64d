import type { DeedsKind, DeedsView } from "#bot/operations/view.ts";
import { deedFacts } from "#commands/parts/deed-facts.ts";
import type { DeedKind } from "#services/audit/deed.ts";
import type { Services } from "#services/services.ts";

export interface DeedsAsked {
  readonly kind: DeedsKind;
  /** From 1. */
  readonly page: number;
  readonly perPage: number;
}

/** What changed published figures, or let them out. */
const FIGURES: ReadonlySet<DeedKind> = new Set<DeedKind>([
  "imported",
  "import-undone",
  "restored",
  "broadcast-approved",
  "broadcast-cancelled",
  "broadcast-resent",
  "message-resent",
  "portal-published",
  "portal-left-out",
]);

/** Entries among which the last ones are sought. */
const LOOKED_AT = 200;
/** The most frequent, and of least weight: they are on the log's own page. */
const SUBSCRIBING: ReadonlySet<DeedKind> = new Set<DeedKind>(["subscribed", "unsubscribed"]);

/** What was done last, so many entries, but for subscriptions; reads little of the log. */
export async function readLatest(count: number, services: Services): Promise<DeedsView["deeds"]> {
  const latest = await services.audit.list({ limit: LOOKED_AT });
  const shown = latest.filter(({ deed }) => !SUBSCRIBING.has(deed.kind)).slice(0, count);
  return shown.map((entry) => deedFacts(entry, services));
}

/** The audit log, the newest first. */
export async function readDeeds({ kind, page, perPage }: DeedsAsked, services: Services): Promise<DeedsView> {
  const all = (await services.audit.list()).filter(
    ({ deed }) => kind === "all" || FIGURES.has(deed.kind) === (kind === "figures"),
  );
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const at = Math.min(page, pages);
  const shown = all.slice((at - 1) * perPage, at * perPage);
  return { deeds: shown.map((entry) => deedFacts(entry, services)), kind, page: at, pages };
}
