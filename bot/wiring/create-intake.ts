import { createImporter } from "#services/documents/importer.ts";
import { createReadingThreads, type ReadingThreads } from "#services/documents/reading-threads.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { createIntake, type Intake } from "#services/intake/intake.ts";
import { showsSample } from "#services/sample/sample-overlay.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Store } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import type { Units } from "#services/units/units.ts";
import type { Workdays } from "#services/workdays/workdays.ts";

/** Takes documents in as `npm run import` does: a sample that is shown counts for nothing. */
export function createBotIntake(options: {
  /** What is shown, perhaps a sample. */
  readonly store: Store;
  /** Where results are kept. */
  readonly real: Store;
  readonly units: Units;
  readonly indicators: Indicators;
  readonly workdays: Workdays;
  readonly timeZone: string;
  readonly today: () => string;
  readonly clock: () => Date;
}): { readonly intake: Intake; readonly reading: ReadingThreads } {
  const { store: shown, real: store, today, clock } = options;
  const added = createAddedUnits({ store });
  const reading = createReadingThreads({ added, today });
  const importer = createImporter({
    ...options,
    sheets: createSheets({ store, clock }),
    targets: createTargets({ store }),
    tasks: createTasks({ ...options, store }),
    added,
    extract: reading.extract,
  });
  const intake = createIntake({ store, importer, clock, showsSample: () => showsSample({ store: shown }) });
  return { intake, reading };
}
