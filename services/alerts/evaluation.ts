import type { TakenBack } from "#services/alerts/evaluate.ts";
import { inForce } from "#services/alerts/in-force.ts";
import { readSheet, type SheetPlace, type SheetReader } from "#services/alerts/readings.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { Rules } from "#services/alerts/rules.ts";
import type { Settling } from "#services/alerts/settling.ts";
import { type Period, periodKind, periodRange } from "#services/periods/period.ts";
import {
  createPublicationCursor,
  isNewest,
  publicationRevision,
  publicationsSince,
} from "#services/sheets/publications-since.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Store } from "#services/store/store.ts";
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

/** Alerts are worked out of what is published, by the running bot alone. */
export function createEvaluation({ store, reader, targets, rules, settling, learn }: EvaluationOptions) {
  const cursor = createPublicationCursor({ store, prefix: "alerts/seen" });

  async function evaluateHead(
    { scope, period, version }: SheetHead,
    heads: readonly SheetHead[],
  ): Promise<boolean> {
    const place = { scope, period, version };
    if (await settling.isSettled(batchId(place))) return false;
    const applied = (await rules.of(scope)).map(({ rule }) => rule).filter(({ isOn }) => isOn);
    const targetsOf = await targets.lookup(period, reader.units);
    const reads = await readSheet(reader, place, applied, targetsOf);
    const holds = inForce(applied, reader.units, targetsOf);
    const takenBack = version > 1 ? await takenBackBy(place, applied, heads) : undefined;
    return settling.settle(batchId(place), { place, reads, holds, takenBack });
  }

  /** A restated sheet may have lost figures: what alerts went back to then is the newest period before it. */
  async function takenBackBy(
    place: SheetPlace,
    applied: readonly Rule[],
    heads: readonly SheetHead[],
  ): Promise<TakenBack> {
    const { scope, period, version } = place;
    const sheet = await reader.sheets.version(scope, period, version);
    const held = new Set(sheet?.observations.flatMap((o) => (o.value === null ? [] : [keyOf(o)])));
    const before = newestBefore(place, heads);
    return {
      isGone: ({ of, ...alert }) => of !== "presence" && of !== "dailyFalls" && !held.has(keyOf(alert)),
      earlier: before && {
        place: before,
        reads: await readSheet(reader, before, applied, await targets.lookup(before.period, reader.units)),
      },
    };
  }

  /** The version published last, and the one looked at last. */
  async function progress(): Promise<{ readonly revision: number; readonly seen: number }> {
    const revision = await publicationRevision(store);
    return { revision, seen: (await cursor.get())?.value.revision ?? 0 };
  }

  /**
   * Evaluates what was published since the last look, whichever process published it; answers how many sheets that
   * were. The first look ever takes in all there is. Rejects with StoreUnavailable.
   */
  async function look(): Promise<number> {
    const { revision, seen } = await progress();
    if (seen >= revision) return 0;
    const { heads, fresh } = await publicationsSince(store, seen);
    await learn();
    let count = 0;
    for (const head of [...fresh].sort(inTime)) {
      if (isNewest(head, heads) && (await evaluateHead(head, heads))) count += 1;
    }
    await cursor.advance(revision);
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

const keyOf = ({ unit, indicator }: Pick<Observation, "unit" | "indicator">): string =>
  `${unit}\t${indicator}`;

/** The scope's latest sheet of a period of the same kind that ended before this one's. */
function newestBefore({ scope, period }: SheetPlace, heads: readonly SheetHead[]): SheetHead | null {
  const earlier = heads.filter(
    (head) =>
      head.scope === scope &&
      periodKind(head.period) === periodKind(period) &&
      end(head.period) < end(period),
  );
  return earlier.sort(inTime).at(-1) ?? null;
}

const end = (period: Period): string => periodRange(period).end;
const inTime = (a: SheetHead, b: SheetHead): number => (end(a.period) < end(b.period) ? -1 : 1);
