import { createHash } from "node:crypto";
import { filesOf, type ReceivedPaper } from "#services/documents/document-reader.ts";
import { extract } from "#services/documents/extract.ts";
import type { DocumentRead, Extraction } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import { type ImportPlan, type PlanOptions, planImport } from "#services/documents/plan/plan-import.ts";
import { readDocument } from "#services/documents/read-document.ts";
import type { Known } from "#services/documents/threads/worker.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit } from "#services/store/store.ts";
import type { Targets } from "#services/targets/targets.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import type { AddedUnits } from "#services/units/added-units.ts";

export interface ImporterOptions extends PlanOptions {
  readonly targets: Targets;
  readonly added: AddedUnits;
  readonly tasks: Tasks;
  /** Today's date, ISO. */
  readonly today: () => string;
  /** Reads elsewhere than here, where others would have to wait. Rejects with DocumentRefused. */
  readonly extract?: (paper: ReceivedPaper, known: Known) => Promise<Extraction>;
}

export type Importer = ReturnType<typeof createImporter>;

/** Takes documents in: first a plan to be looked at, then, when a person agrees, everything in one commit. */
export function createImporter(options: ImporterOptions) {
  const { units, indicators, sheets, targets, added, tasks, today } = options;
  const {
    extract: readHere = async (paper, { today: day, given }) =>
      extract(await readDocument(paper), { units, indicators, today: day, given }),
  } = options;

  /** `given`: what a person says for what the paper leaves open. Rejects with DocumentRefused. */
  async function read(paper: ReceivedPaper, given?: Given): Promise<DocumentRead> {
    const extraction = await readHere(paper, { added: await added.all(), today: today(), given });
    return { extraction, hash: hashOf(paper) };
  }

  const planOf = (document: DocumentRead): Promise<ImportPlan> => planImport(document, options);

  return {
    read,

    /** What confirming a document would store as things stand now. */
    planOf,

    /** Reads a paper and says what confirming it would store. Rejects with DocumentRefused or StoreUnavailable. */
    plan: async (paper: ReceivedPaper, given?: Given): Promise<ImportPlan> =>
      planOf(await read(paper, given)),

    /**
     * Publishes the plan's sheets with its new units, targets and tasks; the same document again changes nothing.
     * `guard` is asked at every attempt for what the commit rests on besides; when it rejects, nothing is stored. `by`:
     * sender ids of those who confirmed it.
     */
    async confirm(
      plan: ImportPlan,
      guard: () => Promise<Commit> = async () => ({}),
      { by = [] }: { readonly by?: readonly string[] } = {},
    ): Promise<readonly Sheet[]> {
      if (plan.blocked.length > 0)
        throw new RangeError(`a blocked plan was confirmed: ${plan.blocked.join(", ")}`);
      const puts = [...added.puts(plan.newUnits), ...targets.puts(plan.newTargets)];
      const published = await sheets.publish(
        plan.sheets.map(({ draft }) => draft),
        { by, extra: async () => joined([await guard(), { puts }, await tasks.adding(plan.tasks)]) },
      );
      units.learn(plan.newUnits);
      return published;
    },
  };
}

function hashOf(paper: ReceivedPaper): string {
  const hash = createHash("sha256");
  for (const { bytes } of filesOf(paper)) hash.update(bytes);
  return hash.digest("hex");
}
