import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "#services/store/store.ts";

export interface StoreProbeOptions {
  readonly store: Pick<Store, "get" | "commit">;
  /** Longer than a healthy store ever takes, shorter than those who ask /readyz wait. */
  readonly patienceMs?: number;
  /** How long an answer holds: however often it is asked, the store is not. */
  readonly keptMs?: number;
}

/** Never read by anybody else. */
const PROBE = "probe";

/** Asks whether the store answers a read and takes a write in time: a full disk or a replica can only be read. */
export function createStoreProbe({ store, patienceMs = 1_000, keptMs = 3_000 }: StoreProbeOptions) {
  let last: { readonly answer: Promise<boolean>; readonly at: number } | null = null;

  async function probe(): Promise<boolean> {
    const asked = readAndWrite(store).then(
      () => true,
      () => false,
    );
    return Promise.race([asked, pause(patienceMs, false, { ref: false })]);
  }

  /** Never rejects. */
  return (): Promise<boolean> => {
    const now = performance.now();
    if (!last || now - last.at >= keptMs) last = { answer: probe(), at: now };
    return last.answer;
  };
}

async function readAndWrite(store: StoreProbeOptions["store"]): Promise<void> {
  await store.get(PROBE);
  await store.commit({ puts: [{ key: PROBE, value: 1 }] }, { relaxed: true });
}
