import type { ReceivedFile } from "#services/documents/document-reader.ts";
import { extract } from "#services/documents/extract.ts";
import { type ImportPlan, type PlanOptions, planImport } from "#services/documents/plan-import.ts";
import { readDocument } from "#services/documents/read-document.ts";
import { type Period, yearPeriod } from "#services/periods/period.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Target } from "#services/targets/target.ts";
import type { Targets } from "#services/targets/targets.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import type { AddedUnits } from "#services/units/added-units.ts";

export interface ImporterOptions extends PlanOptions {
  readonly targets: Targets;
  readonly added: AddedUnits;
  readonly tasks: Tasks;
  /** Today's date, ISO. */
  readonly today: () => string;
}

export type Importer = ReturnType<typeof createImporter>;

/** Takes documents in: first a plan to be looked at, then, when a person agrees, everything in one commit. */
export function createImporter(options: ImporterOptions) {
  const { units, indicators, sheets, targets, added, tasks, today } = options;
  return {
    /** Reads a file and says what confirming it would store. Rejects with DocumentRefused or StoreUnavailable. */
    async plan(file: ReceivedFile): Promise<ImportPlan> {
      const extraction = extract(await readDocument(file), { units, indicators, today: today() });
      return planImport(extraction, file.bytes, options);
    },

    /** Publishes the plan's sheets with its new units, targets and tasks; the same document again changes nothing. */
    async confirm(plan: ImportPlan): Promise<readonly Sheet[]> {
      if (plan.blocked.length > 0)
        throw new RangeError(`a blocked plan was confirmed: ${plan.blocked.join(", ")}`);
      const missing: Target[] = [];
      for (const target of plan.targets) if (!(await isHeld(target))) missing.push(target);
      const puts = [...added.puts(plan.newUnits), ...targets.puts(missing)];
      const published = await sheets.publish(
        plan.sheets.map(({ draft }) => draft),
        async () => {
          const adding = await tasks.adding(plan.tasks);
          return { checks: adding.checks, puts: [...puts, ...adding.puts] };
        },
      );
      units.learn(plan.newUnits);
      return published;
    },
  };

  async function isHeld(target: Target): Promise<boolean> {
    const held = await targets.forUnit(target.scope, target.period ?? ANY_PERIOD, units);
    return held.some((each) => JSON.stringify(each) === JSON.stringify(target));
  }
}

/** A target without a period holds in every one. */
const ANY_PERIOD: Period = yearPeriod(2025);
