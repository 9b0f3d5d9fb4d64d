import * as z from "zod";
import { inForce } from "#services/alerts/in-force.ts";
import { readSheet, type SheetPlace, type SheetReader } from "#services/alerts/readings.ts";
import type { Rules } from "#services/alerts/rules.ts";
import type { Settling } from "#services/alerts/settling.ts";
import { type Period, periodKind, periodRange } from "#services/periods/period.ts";
import { SHEETS_REVISION } from "#services/sheets/create-sheets.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import { CURRENT_SHEETS, readHead } from "#services/sheets/stored-sheets.ts";
import { createCollection } from "#services/store/collection.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import type { Targets } from "#services/targets/targets.ts";

export interface EvaluationOptions {
  readonly store: Store;
  readonly reader: SheetReader;
  readonly targets: Pick<Targets, "lookup">;
  readonly rules: Pick<Rules, "of">;
  readonly settling: Settling;
  /** Takes in units that a publication, perhaps another process's, added. */
  readonly learn: () => Promise<void>;
}

/** How far the publications have been looked at: a version of the store. */
const Cursor = z.object({ revision: z.number() });
const CURSOR = "publications";

/** Alerts are worked out of what is published, by the running bot alone. */
export function createEvaluation({ store, reader, targets, rules, settling, learn }: EvaluationOptions) {
  const cursors = createCollection({ store, prefix: "alerts/seen", version: 1, schema: Cursor });

  async function evaluateHead({ scope, period, version }: SheetHead): Promise<boolean> {
    const place = { scope, period, version };
    if (await settling.isSettled(batchId(place))) return false;
    const applied = (await rules.of(scope)).map(({ rule }) => rule).filter(({ isOn }) => isOn);
    const targetsOf = await targets.lookup(period, reader.units);
    const reads = await readSheet(reader, place, applied, targetsOf);
    const holds = inForce(applied, reader.units, targetsOf);
    return settling.settle(batchId(place), { place, reads, holds });
  }

  /** The version published last, and the one looked at last. */
  async function progress(): Promise<{ readonly revision: number; readonly seen: number }> {
    const revision = (await store.get(SHEETS_REVISION))?.version ?? 0;
    return { revision, seen: (await cursors.get(CURSOR))?.value.revision ?? 0 };
  }

  /**
   * Evaluates what was published since the last look, whichever process published it; answers how many sheets that
   * were. The first look ever takes in all there is. Rejects with StoreUnavailable.
   */
  async function look(): Promise<number> {
    const { revision, seen } = await progress();
    if (seen >= revision) return 0;
    const entries = await store.list(keysUnder(CURRENT_SHEETS));
    await learn();
    const heads = entries.map(readHead);
    const fresh = entries.filter(({ version }) => version > seen).map(readHead);
    let count = 0;
    for (const head of fresh.sort(inTime)) {
      if (isNewest(head, heads) && (await evaluateHead(head))) count += 1;
    }
    await cursors.update(CURSOR, (now) => ({ revision: Math.max(revision, now?.revision ?? 0) }));
    return count;
  }

  return {
    look,

    /** Something is published of which alerts have not been worked out yet. */
    async isBehind(): Promise<boolean> {
      const { revision, seen } = await progress();
      return seen < revision;
    },
  };
}

function batchId({ scope, period, version }: SheetPlace): string {
  return `${scope}/${period}/v${version}`;
}

const end = (period: Period): string => periodRange(period).end;
const inTime = (a: SheetHead, b: SheetHead): number => (end(a.period) < end(b.period) ? -1 : 1);

/** Months taken in afterwards are no news. */
export function isNewest({ scope, period }: SheetHead, heads: readonly SheetHead[]): boolean {
  return !heads.some(
    (other) =>
      other.scope === scope &&
      periodKind(other.period) === periodKind(period) &&
      end(other.period) > end(period),
  );
}
