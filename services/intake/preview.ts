import { createHash } from "node:crypto";
import type { DocumentRead } from "#services/documents/extraction.ts";
import type { Importer } from "#services/documents/importer.ts";
import type { ImportPlan } from "#services/documents/plan/plan-import.ts";
import { forbidsStoring, type OpenPoints, openPoints } from "#services/intake/open-points.ts";
import type { Approval, Paper } from "#services/intake/stored-intake.ts";
import { applyWords } from "#services/intake/words/apply-words.ts";
import { changesAnything } from "#services/sheets/overlay.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";
import { toDigits } from "#services/text/code-digits.ts";

/** What confirming a paper would store, as it was shown. */
export interface Preview {
  /** Names the paper, and this state of what it is laid over: another preview has another code. */
  readonly code: string;
  readonly plan: ImportPlan;
  /** Sender id of whoever pasted it. */
  readonly by: string;
  /** Nothing would be stored: all of it is held already. */
  readonly isKnown: boolean;
  /** The file's; "" = it was pasted. */
  readonly name: string;
  /** What persons said of it. */
  readonly words: readonly PersonsWord[];
  /** Those of them that changed nothing: what they are about is not there any more. */
  readonly lost: readonly PersonsWord[];
  readonly open: OpenPoints;
  /** Who has confirmed it so far. */
  readonly approvals: readonly Approval[];
}

/** What of a paper its preview is made of. */
export type Previewed = Pick<Paper, "document" | "words" | "name" | "by"> & Partial<Pick<Paper, "approvals">>;

/** What confirming a paper would store now. */
export async function previewOf(
  { document, words, name, by, approvals = [] }: Previewed,
  importer: Pick<Importer, "planOf">,
): Promise<Preview> {
  const { extraction, lost } = applyWords(document.extraction, words);
  const amended = { extraction, hash: document.hash, words: words.filter((word) => !lost.includes(word)) };
  const plan = await importer.planOf(amended);
  const code = codeOf(amended, plan);
  const open = openPoints(plan, words);
  return { code, plan, by, isKnown: isKnown(plan), name, words, lost, open, approvals };
}

/** Nothing of it can be kept, and nothing that a person could say or take back would change that. */
export function saysNothing({ plan, open, words }: Preview): boolean {
  const { sheets, targets, tasks } = plan;
  return sheets.length + targets.length + tasks.length + open.matters.length + words.length === 0;
}

/** Nothing stands against it, and it would change something. */
export const mayBeStored = ({ isKnown, plan, open }: Preview): boolean =>
  !isKnown && plan.blocked.length === 0 && !forbidsStoring(open);

const CODE_LENGTH = 6;

/** Of the paper and all that storing it would change, so that it tells one state of what is stored from another. */
function codeOf(
  { hash, words = [] }: DocumentRead,
  { sheets, newUnits, newTargets, newTasks }: ImportPlan,
): string {
  const changes = sheets.map(({ draft, changes }) => [
    draft.scope,
    draft.period,
    changes.filter((change) => changesAnything([change])),
  ]);
  // Their document is this paper, with the words on it.
  const tasks = newTasks.map(({ scope, text, owners, units, due }) => [scope, text, owners, units, due]);
  const said = JSON.stringify([hash, words.map(factsOf), changes, newUnits, newTargets, tasks]);
  return toDigits(createHash("sha256").update(said).digest()).slice(0, CODE_LENGTH);
}

/** A word as it is in every process, whatever order its parts came in. */
const factsOf = ({ kind, unit, indicator, period, before, after, by, at }: PersonsWord) => [
  kind,
  unit,
  indicator,
  period,
  before,
  after,
  by,
  at,
];

function isKnown({ sheets, newTargets, newTasks }: ImportPlan): boolean {
  return newTargets.length + newTasks.length === 0 && !sheets.some(({ changes }) => changesAnything(changes));
}
