import { type Facts, type Line, rowLines } from "#commands/parts/ranking-lines.ts";
import type { TextPart } from "#services/reply/text.ts";
import { type Limit, rowsWithin } from "#services/results/limits.ts";

/** Units named one a line; more are counted. */
const MOST_LISTED = 40;

/** How many units are meant, of how many; then each of them. */
export function limitedLines(limits: readonly Limit[], facts: Facts): readonly Line[] {
  const rows = rowsWithin(limits, facts.view);
  return [
    limitedHead(limits, facts),
    ...rowLines(rows.slice(0, MOST_LISTED), facts),
    rows.length > MOST_LISTED ? facts.t.rank.more(rows.length - MOST_LISTED) : null,
  ];
}

/** How many units are meant, of how many. */
export function limitedHead(limits: readonly Limit[], facts: Facts): TextPart {
  const { view, t } = facts;
  const { indicator, target } = view;
  return t.rank.limited({
    count: rowsWithin(limits, view).length,
    of: view.ranking.rows.length,
    limits: limits.map((limit) => t.rank.limit({ limit, indicator, target })),
    source: limits.some(({ kind }) => kind === "target") ? targetSource(facts) : null,
  });
}

/** The document that set the target; null = it is none of the list's. */
function targetSource({ view: { target, documents, period }, t }: Facts): string | null {
  const document = documents.find(({ id }) => id === target?.source);
  return document ? t.evidence.document(document, period) : null;
}
