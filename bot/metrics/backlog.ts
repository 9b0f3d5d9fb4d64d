import type { Backlog } from "#bot/metrics/meters.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import { StoreUnavailable } from "#services/store/store.ts";

/** What the ledger holds now; null = the store is away, when the other figures are wanted most. */
export async function backlogOf({
  counts,
  pending,
}: Pick<Ledger, "counts" | "pending">): Promise<Backlog | null> {
  try {
    const [deliveries, { oldest }] = await Promise.all([counts(), pending()]);
    return { deliveries, owedSince: oldest };
  } catch (error) {
    if (error instanceof StoreUnavailable) return null;
    throw error;
  }
}
