import type { Ground } from "#bot/wiring/parts/ground.ts";
import { createCharts } from "#services/charts/charts.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { createResults } from "#services/results/results.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { createRestoring } from "#services/sheets/restoring.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { todayIn } from "#services/today.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";

export type Published = ReturnType<typeof createPublished>;

/** What is published, what it is about, and how it is drawn. */
export function createPublished({ store, timeZone, approvers, clock, metrics, charts }: Ground) {
  const today = todayIn(timeZone, clock);
  const workdays = createWorkdays({ timeZone });
  const units = createUnits();
  const indicators = createIndicators();
  const targets = createTargets({ store });
  const sheets = createSheets({ store, clock });
  return {
    today,
    workdays,
    units,
    indicators,
    targets,
    sheets,
    restoring: createRestoring({ store, sheets, approvers, clock }),
    results: createResults({
      sheets,
      units,
      indicators,
      targetsOf: (unit, period) => targets.forUnit(unit, period, units),
      today,
    }),
    tasks: createTasks({ store, workdays, timeZone, clock }),
    charts: charts ?? createCharts({ metrics }),
  };
}
