import { BackupRefused, isHalfRestored } from "#bot/backup/backup-refused.ts";
import type { Config } from "#bot/config/config.ts";
import { overlaySample } from "#services/sample/sample-overlay.ts";
import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";

import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { expectKnownForm } from "#services/store/store-form.ts";

/** huyện Tiên Lữ: home scope while sample data is shown and nothing else is set. */
export const SAMPLE_HOME = "od332";

export interface OpenedStore {
  readonly store: Store;
  /** The configured one, without the sample laid over it. */
  readonly real: Store;
  /** Sample results are shown now. */
  readonly sample: boolean;
}

/**
 * The configured store; over it, sample results until a channel is configured or a real import exists. Rejects with
 * StoreUnavailable, StoreTooNew, or with BackupRefused when the store is only half restored.
 */
export async function openStores(config: Config): Promise<OpenedStore> {
  const real = await openStore(config.storeUrl);
  await expectFit(real).catch(async (error: unknown) => {
    await real.close();
    throw error;
  });
  const hasPlatform = config.telegram || config.zalo || config.zaloOa;
  const wanted = config.sampleData === "auto" && !hasPlatform;
  if (!wanted || (await real.get(SHEETS_REVISION))) return { store: real, real, sample: false };
  const { putSample } = await import("#services/sample/put-sample.ts");
  const sampleStore = await openStore("file::memory:");
  await putSample(sampleStore);
  return { store: overlaySample({ real, sample: sampleStore }), real, sample: true };
}

async function expectFit(store: Store): Promise<void> {
  await expectKnownForm(store);
  if (await isHalfRestored(store)) throw new BackupRefused("half-restored");
}
