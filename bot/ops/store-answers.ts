import { setTimeout as pause } from "node:timers/promises";
import type { Store } from "#services/store/store.ts";

/** Longer than a healthy store ever takes, shorter than those who ask /readyz wait. */
const PATIENCE_MS = 1000;
/** Never written; reading it costs what any read costs. */
const PROBE = "probe";

/** Whether the store answers a read in time. Never rejects. */
export async function storeAnswers(store: Pick<Store, "get">, patienceMs = PATIENCE_MS): Promise<boolean> {
  const asked = store.get(PROBE).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, pause(patienceMs, false, { ref: false })]);
}
