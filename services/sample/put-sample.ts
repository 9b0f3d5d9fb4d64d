import { readFile } from "node:fs/promises";
import * as z from "zod";
import type { Store } from "#services/store/store.ts";

const DATA = new URL("data/sample.json", import.meta.url);
const Entries = z.array(z.object({ key: z.string(), value: z.unknown() }));

/**
 * Fills an empty store with real published results for trying the bot: five letters of 2022–2025 and answers of the
 * national portal of 2026. Made by `test/support/build-sample.ts` from the fixtures that name their sources.
 */
export async function putSample(store: Store): Promise<void> {
  const entries = Entries.parse(JSON.parse(await readFile(DATA, "utf8")));
  await store.commit({ puts: entries });
}
