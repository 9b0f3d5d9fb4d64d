import type { Importer } from "#services/documents/importer.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { createPapers } from "#services/intake/papers.ts";
import { mayBeStored, type Preview } from "#services/intake/preview.ts";
import { heldOf } from "#services/intake/saying.ts";
import {
  type Approval,
  chatOf,
  type Paper,
  type StoredBesides,
  type StoredVersion,
} from "#services/intake/stored-intake.ts";
import type { Originals } from "#services/originals/originals.ts";
import { changesAnything } from "#services/sheets/overlay.ts";
import { publicationRevision } from "#services/sheets/publications-since.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { SHEETS_REVISION } from "#services/sheets/stored-sheets.ts";
import type { Item } from "#services/store/collection.ts";
import { joined } from "#services/store/joined.ts";
import type { Store } from "#services/store/store.ts";

export interface StoringOptions {
  /** Where results are kept, without a sample laid over it. */
  readonly store: Store;
  readonly importer: Pick<Importer, "confirm">;
  readonly papers: ReturnType<typeof createPapers>;
  readonly sheets: Pick<Sheets, "current">;
  readonly originals?: Pick<Originals, "keep">;
  /** How many persons must confirm. */
  readonly approvers: 1 | 2;
  readonly clock: () => Date;
  /** Whether sample results are shown now. */
  readonly showsSample: () => Promise<boolean>;
}

/** What became of a confirmation. */
export type Confirmation =
  | {
      readonly outcome: "stored";
      readonly plan: ImportPlan;
      /** The new versions; none when only targets or tasks were new. */
      readonly sheets: readonly Sheet[];
      /** Names what was stored, to take it back. */
      readonly code: string;
      /** The sample is shown no more. */
      readonly endsSample: boolean;
    }
  /** Another person has to confirm it too. */
  | { readonly outcome: "one-more"; readonly preview: Preview }
  /** This person has confirmed it before; it takes two. */
  | { readonly outcome: "same-person"; readonly preview: Preview }
  /** Something else was published since: this is what would be stored now. Nothing was. */
  | { readonly outcome: "changed"; readonly preview: Preview }
  /** A person has to say something first, or mend it. */
  | { readonly outcome: "open"; readonly preview: Preview }
  /** Confirmed, thrown away, or too old. */
  | { readonly outcome: "gone" };

const besidesOf = ({ newTargets, newTasks, newUnits }: ImportPlan): StoredBesides => ({
  targets: newTargets.length,
  tasks: newTasks.length,
  units: newUnits.length,
});

/** Whether the presser may; throws to say no. */
export type Allow = (preview: Preview) => Promise<void>;

/** Publications that may come between before a preview is shown anew. */
const ATTEMPTS = 5;

/** Between the plan and its commit somebody else published, or took the paper. */
class Overtaken extends Error {
  override readonly name = "Overtaken";
}

/** Storing what was shown: exactly that, once, confirmed by as many persons as it takes. */
export function createStoring(options: StoringOptions) {
  const { store, importer, papers, sheets, originals, approvers, clock, showsSample } = options;
  const revision = (): Promise<number> => publicationRevision(store);

  /** Keeps a paper under the code of what would be stored now; false = it is what was shown. */
  async function isMoved(item: Item<Paper>, code: string, preview: Preview): Promise<boolean> {
    if (preview.code === code) return false;
    const kept = papers.keeping(chatOf(item.id), { ...heldOf(item.value), preview });
    await store.commit(joined([papers.ending(item), kept]));
    return true;
  }

  /** The versions that confirming a plan takes the place of. */
  async function replacedBy({ sheets: planned }: ImportPlan): Promise<readonly StoredVersion[]> {
    const changed = planned.filter(({ changes }) => changesAnything(changes));
    return Promise.all(
      changed.map(async ({ draft: { scope, period } }) => {
        const current = await sheets.current(scope, period);
        return { scope, period, replaced: current?.version ?? 0 };
      }),
    );
  }

  /** One attempt; rejects with Overtaken when another publication came between. */
  async function attempt(chat: string, code: string, by: string, allow: Allow): Promise<Confirmation> {
    const seen = await revision();
    const item = await papers.find(chat, code);
    if (!item) return { outcome: "gone" };
    const preview = await papers.previewOf(item.value);
    await allow(preview);
    if (await isMoved(item, code, preview)) return { outcome: "changed", preview };
    if (!mayBeStored(preview)) return { outcome: "open", preview };
    const others = item.value.approvals.filter((approval) => approval.by !== by);
    if (others.length < approvers - 1) return approve(item, by, preview);
    return publish(item, seen, [...others.map((approval) => approval.by), by], preview);
  }

  async function approve(item: Item<Paper>, by: string, preview: Preview): Promise<Confirmation> {
    if (item.value.approvals.some((approval) => approval.by === by))
      return { outcome: "same-person", preview };
    const approval: Approval = { by, at: clock().toISOString() };
    const { committed } = await store.commit(papers.approving(item, approval));
    if (!committed) throw new Overtaken();
    return { outcome: "one-more", preview };
  }

  async function publish(
    item: Item<Paper>,
    seen: number,
    by: readonly string[],
    { plan, code }: Preview,
  ): Promise<Confirmation> {
    const hadSample = await showsSample();
    const replaced = await replacedBy(plan);
    const guard = async () => {
      const isThere = (await papers.current(item)) !== null;
      if ((await revision()) !== seen || !isThere) throw new Overtaken();
      return joined([
        papers.ending(item),
        papers.settling(item, { by, versions: replaced, besides: besidesOf(plan) }),
        { checks: [{ key: SHEETS_REVISION, version: seen }] },
      ]);
    };
    const made = await importer.confirm(plan, guard, { by });
    await originals?.keep(plan.document.hash);
    const endsSample = hadSample && !(await showsSample());
    return { outcome: "stored", plan, sheets: made, code, endsSample };
  }

  return {
    isMoved,

    /**
     * Stores exactly what was shown under a code, or nothing; with two persons, once the second confirms what the first
     * did. Rejects with what `allow` throws.
     */
    async confirm(chat: string, code: string, by: string, allow: Allow): Promise<Confirmation> {
      for (let attempts = ATTEMPTS; ; attempts--) {
        try {
          return await attempt(chat, code, by, allow);
        } catch (error) {
          if (!(error instanceof Overtaken) || attempts === 1) throw error;
        }
      }
    },
  };
}
