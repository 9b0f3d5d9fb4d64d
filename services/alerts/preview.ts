import type { Alert } from "#services/alerts/alert.ts";
import { evaluate } from "#services/alerts/evaluate.ts";
import { readSheet, type SheetReader } from "#services/alerts/readings.ts";
import type { Rules } from "#services/alerts/rules.ts";
import { isNewest } from "#services/sheets/publications-since.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Targets } from "#services/targets/targets.ts";

export interface PreviewOptions {
  readonly reader: SheetReader;
  readonly rules: Pick<Rules, "of">;
  readonly targets: Pick<Targets, "lookup">;
}

/** What sheets amount to by themselves, as if nothing had been seen before: for sample results, which leave no trace. */
export function createPreview({ reader, rules, targets }: PreviewOptions) {
  async function alertsOf({ scope, period, version, createdAt: at }: SheetHead): Promise<readonly Alert[]> {
    const place = { scope, period, version };
    const applied = (await rules.of(scope)).map(({ rule }) => rule).filter(({ isOn }) => isOn);
    const reads = await readSheet(reader, place, applied, await targets.lookup(period, reader.units));
    const { changed } = evaluate({
      place,
      reads,
      at,
      states: new Map(),
      lastNumber: 0,
      isSilent: () => false,
      followers: () => [],
    });
    return changed.map(({ after }) => after);
  }

  /** Of the newest sheets of a scope, one a kind of period. */
  return async (scope: string): Promise<readonly Alert[]> => {
    const heads = await reader.sheets.heads();
    const own = heads.filter((head) => head.scope === scope && isNewest(head, heads));
    const found = (await Promise.all(own.map(alertsOf))).flat();
    return found.map((alert, i) => ({ ...alert, number: i + 1 }));
  };
}
