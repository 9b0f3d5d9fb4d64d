import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "#services/store/store.ts";

export interface StoreProbeOptions {
  readonly store: Pick<Store, "get" | "commit">;
  /** Longer than a healthy store ever takes, shorter than those who ask /readyz wait. */
  readonly patienceMs?: number;
  /** How long a written proof holds: however often it is asked, it is not written again. */
  readonly keptMs?: number;
}

/** Never read by anybody else. */
const PROBE = "probe";

/** Asks whether the store answers a read and takes a write in time: a full disk or a replica can only be read. */
export function createStoreProbe({ store, patienceMs = 1_000, keptMs = 3_000 }: StoreProbeOptions) {
  let written: { readonly answer: Promise<boolean>; readonly at: number } | null = null;
  const inTime = (asked: Promise<unknown>): Promise<boolean> =>
    Promise.race([
      asked.then(
        () => true,
        () => false,
      ),
      pause(patienceMs, false, { ref: false }),
    ]);

  function takesWrites(): Promise<boolean> {
    const now = performance.now();
    if (!written || now - written.at >= keptMs) {
      const asked = store.commit({ puts: [{ key: PROBE, value: 1 }] }, { relaxed: true });
      written = { answer: inTime(asked), at: now };
    }
    return written.answer;
  }

  /** Never rejects. */
  return async (): Promise<boolean> => {
    const answers = await Promise.all([inTime(store.get(PROBE)), takesWrites()]);
    return answers.every(Boolean);
  };
}
