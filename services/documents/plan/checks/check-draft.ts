import type { Checked } from "#services/documents/plan/checks/checked.ts";
import { identicalToLast } from "#services/documents/plan/checks/identical.ts";
import { jumps } from "#services/documents/plan/checks/jumps.ts";
import { tooHigh } from "#services/documents/plan/checks/limits.ts";
import { missingUnits } from "#services/documents/plan/checks/missing-units.ts";
import { ranksAgainstOrder } from "#services/documents/plan/checks/ranks.ts";
import { changesThatDiffer } from "#services/documents/plan/checks/stated-changes.ts";
import { sumsThatDiffer } from "#services/documents/plan/checks/sums.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

/** What does not fit in one draft. "over-100" and "over-maximum" cannot be true and block. */
export function checkDraft(checked: Checked): readonly ImportWarning[] {
  return [
    ...tooHigh(checked),
    ...sumsThatDiffer(checked),
    ...ranksAgainstOrder(checked),
    ...identicalToLast(checked),
    ...jumps(checked),
    ...statedChanges(checked),
    ...missingUnits(checked),
  ];
}

/** The changes a paper states are of the month before; those that the month after stated are of this one. */
function statedChanges({ draft, previous, next, indicators, nameOf }: Checked): readonly ImportWarning[] {
  const ours = previous ? changesThatDiffer(draft, previous, indicators, nameOf) : [];
  const theirs = next ? changesThatDiffer(next, draft, indicators, nameOf) : [];
  return [
    ...ours,
    ...theirs.map(({ facts }) => ({
      code: "later-change-differs" as const,
      facts: { ...facts, period: next?.period ?? draft.period },
    })),
  ];
}
