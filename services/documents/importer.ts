import { createHash } from "node:crypto";
import type { FileOptions, Reading } from "#services/documents/create-reading.ts";
import { filesOf, type OnProgress, type ReceivedPaper } from "#services/documents/document-reader.ts";
import { extract } from "#services/documents/extract.ts";
import type { DocumentRead, ReadPaper } from "#services/documents/extraction.ts";
import type { Given } from "#services/documents/given.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import type { ScopedDraft } from "#services/documents/plan/drafts-of.ts";
import { planFigures } from "#services/documents/plan/plan-figures.ts";
import { type ImportPlan, type PlanOptions, planImport } from "#services/documents/plan/plan-import.ts";
import { readDocument } from "#services/documents/read-document.ts";
import type { Known } from "#services/documents/threads/worker.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit } from "#services/store/store.ts";
import type { Targets } from "#services/targets/targets.ts";
import type { Tasks } from "#services/tasks/tasks.ts";
import type { AddedUnits } from "#services/units/added-units.ts";
import type { Unit } from "#services/units/unit.ts";

export interface ImporterOptions extends PlanOptions {
  readonly targets: Targets;
  readonly added: AddedUnits;
  readonly tasks: Tasks;
  /** What stays of lists of dossiers; without it nothing does. */
  readonly dossiers?: { puts(plan: ImportPlan): NonNullable<Commit["puts"]> };
  /** Today's date, ISO. */
  readonly today: () => string;
  /** Reads elsewhere than here, where others would have to wait. Rejects with DocumentRefused. */
  readonly reading?: Pick<Reading, "read" | "readAgain">;
}

/** A document as it was read, with all that it takes to read it again. */
export interface Taken extends DocumentRead {
  readonly neutral: NeutralDocument;
}

export type Importer = ReturnType<typeof createImporter>;

/** Takes documents in: first a plan to be looked at, then, when a person agrees, everything in one commit. */
export function createImporter(options: ImporterOptions) {
  const { units, indicators, sheets, targets, added, tasks, today } = options;
  const { reading = { read: readHere, readAgain: readAgainHere } } = options;

  async function readHere(paper: ReceivedPaper, { onProgress, ...known }: FileOptions): Promise<ReadPaper> {
    return readAgainHere(await readDocument(paper, onProgress), known);
  }

  async function readAgainHere(neutral: NeutralDocument, { today: day, given }: Known): Promise<ReadPaper> {
    return { neutral, extraction: extract(neutral, { units, indicators, today: day, given }) };
  }

  const knownWith = async (given?: Given): Promise<Known> => ({
    added: await added.all(),
    today: today(),
    given,
  });

  /** `given`: what a person says for what the paper leaves open. Rejects with DocumentRefused. */
  async function read(paper: ReceivedPaper, given?: Given, onProgress?: OnProgress): Promise<Taken> {
    const options = { ...(await knownWith(given)), onProgress };
    return { ...(await reading.read(paper, options)), hash: hashOf(paper) };
  }

  /** The same document with what a person says now. Rejects with DocumentRefused. */
  async function readAgain({ neutral, hash }: Pick<Taken, "neutral" | "hash">, given: Given): Promise<Taken> {
    return { ...(await reading.readAgain(neutral, await knownWith(given))), hash };
  }

  const planOf = (document: DocumentRead): Promise<ImportPlan> => planImport(document, options);

  return {
    read,
    readAgain,

    /** What storing figures would change that came ready made. `newUnits`: those they name that no list knows. */
    planFigures: (drafts: readonly ScopedDraft[], newUnits: readonly Unit[]): Promise<ImportPlan> =>
      planFigures(drafts, newUnits, options),

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
      const puts = [
        ...added.puts(plan.newUnits),
        ...targets.puts(plan.newTargets),
        ...(options.dossiers?.puts(plan) ?? []),
      ];
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
