import { readdir, readFile } from "node:fs/promises";
import { createImporter } from "#services/documents/importer.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import type { Units } from "#services/units/units.ts";

const FOLDER = new URL("../fixtures/documents/", import.meta.url);

/** The five letters the product grew from, imported as a person who confirms them would. */
export async function importLetters(into: {
  readonly store: Store;
  readonly sheets: Sheets;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly tasks: Tasks;
  readonly today: () => string;
}): Promise<void> {
  const { store, ...rest } = into;
  const importer = createImporter({
    ...rest,
    targets: createTargets({ store }),
    added: createAddedUnits({ store }),
  });
  for (const name of (await readdir(FOLDER)).filter((file) => file.endsWith(".txt")).sort()) {
    const plan = await importer.plan({ name, bytes: await readFile(new URL(name, FOLDER)) });
    await importer.confirm(plan);
  }
}
