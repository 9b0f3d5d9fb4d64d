import * as z from "zod";
import type { DossierCounts } from "#services/documents/dossiers/dossier.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import type { Period } from "#services/periods/period.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** What stays of a paper's lists of dossiers: counts, and no code of any dossier. */
export type ListedDossiers = Pick<DossierCounts, "total" | "byField" | "byMinistry" | "late" | "reckonedTo">;

const Counts = z.array(z.tuple([z.string(), z.number()]));
const StoredListed: z.ZodType<ListedDossiers> = z.object({
  total: z.number(),
  byField: Counts,
  byMinistry: Counts,
  late: z.object({ few: z.number(), some: z.number(), many: z.number(), unknown: z.number() }),
  reckonedTo: z.string().nullable(),
});

export type KeptDossiers = ReturnType<typeof createKeptDossiers>;

/** Counts of lists of dossiers by scope, period and the document they came in. */
export function createKeptDossiers({ store }: { readonly store: Store }) {
  const listed = createCollection<ListedDossiers>({
    store,
    prefix: "dossiers",
    version: 1,
    schema: StoredListed,
  });
  return {
    /** Of the documents named, those that brought lists for a scope in a period. */
    async of(
      scope: string,
      period: Period,
      documents: readonly string[],
    ): Promise<readonly ListedDossiers[]> {
      const found = await listed.getMany(documents.map((document) => idOf(scope, period, document)));
      return found.flatMap((item) => (item ? [item.value] : []));
    },

    /** Puts for the commit that stores the document's sheet; of several sheets none is the lists' own. */
    puts({ extraction, document, sheets }: Pick<ImportPlan, "extraction" | "document" | "sheets">) {
      const [only, ...others] = sheets;
      if (!extraction.dossiers || !only || others.length > 0) return [];
      const { total, byField, byMinistry, late, reckonedTo } = extraction.dossiers;
      const { scope, period } = only.draft;
      return [listed.put(idOf(scope, period, document.id), { total, byField, byMinistry, late, reckonedTo })];
    },
  };
}

const idOf = (scope: string, period: Period, document: string): string => `${scope}/${period}/${document}`;
