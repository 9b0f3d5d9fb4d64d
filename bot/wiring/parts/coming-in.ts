import type { Ground } from "#bot/wiring/parts/ground.ts";
import type { Published } from "#bot/wiring/parts/published.ts";
import { createReading } from "#services/documents/create-reading.ts";
import { createImporter } from "#services/documents/importer.ts";
import { createIntake } from "#services/intake/intake.ts";
import { createKeptDossiers } from "#services/intake/kept-dossiers.ts";
import { createOriginals } from "#services/originals/originals.ts";
import { showsSample } from "#services/sample/sample-overlay.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";

export type ComingIn = ReturnType<typeof createComingIn>;

/** How papers come in: into the real store, for which a sample that is shown counts for nothing. */
export function createComingIn(ground: Ground, { units, indicators, workdays, today }: Published) {
  const { store, real, approvers, timeZone, clock } = ground;
  const realSheets = createSheets({ store: real, clock });
  const reading = ground.reading ?? createReading({ scan: ground.scan });
  const originals = ground.originals ?? createOriginals({ folder: null, onFault: () => undefined });
  const dossiers = createKeptDossiers({ store });
  const importer = createImporter({
    units,
    indicators,
    sheets: realSheets,
    targets: createTargets({ store: real }),
    tasks: createTasks({ store: real, workdays, timeZone, clock }),
    dossiers,
    added: createAddedUnits({ store: real }),
    today,
    reading,
  });
  return {
    dossiers,
    originals,
    importer,
    realSheets,
    intake: createIntake({
      store: real,
      importer,
      sheets: realSheets,
      originals,
      approvers,
      clock,
      showsSample: () => showsSample({ store }),
    }),
    /** Ends the threads that read, unless other bots share them. */
    async close(): Promise<void> {
      if (!ground.reading) await reading.close();
    },
  };
}
