import { type Checked, pairsOf } from "#services/documents/plan/checks/checked.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";

const FEWEST = 3;

/** Every figure is that of the period before: the same paper under another month. */
export function identicalToLast(
  checked: Pick<Checked, "draft" | "previous" | "nameOf">,
): readonly ImportWarning[] {
  const { draft, previous, nameOf } = checked;
  const pairs = pairsOf(checked);
  const isAlike = pairs.length >= FEWEST && pairs.every(({ before, after }) => before.value === after.value);
  if (!previous || !isAlike) return [];
  const facts = { scope: nameOf(draft.scope), period: draft.period, earlier: previous.period };
  return [{ code: "identical-to-last", facts: { ...facts, count: pairs.length } }];
}
