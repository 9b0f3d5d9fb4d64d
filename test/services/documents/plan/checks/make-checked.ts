import type { Checked } from "#services/documents/plan/checks/checked.ts";
import { createIndicators } from "#services/indicators/indicators.ts";
import { toPeriod } from "#services/periods/period.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";
import { makeDocument } from "#test/services/sheets/make.ts";

const indicators = createIndicators();

/** A stored sheet of August 2024, or of another month. */
export function stored(observations: readonly Observation[], period = "2024-08"): Sheet {
  const rest = {
    version: 1,
    createdAt: "2024-09-05T08:00:00Z",
    documents: [],
    checkCode: "AAAA",
    sample: false,
    by: [],
    restores: null,
  };
  return { scope: "od332", period: toPeriod(period), observations, ...rest };
}

/** A draft of September 2024, whose units are communes named by their ids. */
export function makeChecked(observations: readonly Observation[], more: Partial<Checked> = {}): Checked {
  const draft = {
    scope: "od332",
    period: toPeriod("2024-09"),
    observations,
    document: makeDocument("paper"),
    complete: false,
  };
  const around = { previous: null, next: null, history: more.previous ? [more.previous] : [] };
  return { draft, indicators, nameOf: (id) => id, kindOf: () => "commune", ...around, ...more };
}
