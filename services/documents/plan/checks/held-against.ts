import { nextPeriod, type Period, previousPeriod } from "#services/periods/period.ts";
import { periodBreak } from "#services/sheets/comparable.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { SheetDraft, Sheets } from "#services/sheets/sheets.ts";

/** Periods looked back at: what is usual of a unit is what it did of late. */
const LOOKED_BACK = 7;

/** The stored sheets around a draft's period that it is held against; sheets without figures are none. */
export async function heldAgainst({ scope, period }: SheetDraft, sheets: Pick<Sheets, "current">) {
  const stored = async (of: Period | null): Promise<Sheet | null> => {
    const sheet = of && (await sheets.current(scope, of));
    return sheet && sheet.observations.length > 0 ? sheet : null;
  };
  const earlier = previousPeriod(period);
  const previous = await stored(earlier);
  const history: Sheet[] = [];
  for (let sheet = previous; sheet && history.length < LOOKED_BACK; ) {
    if (periodBreak(sheet.period, period)) break;
    history.push(sheet);
    sheet = await stored(previousPeriod(sheet.period));
  }
  return { previous, next: await stored(nextPeriod(period)), history };
}
