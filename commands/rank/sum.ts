import { typed } from "#commands/kit/typed.ts";
import { limitedHead } from "#commands/parts/limit-lines.ts";
import type { Facts, Line } from "#commands/parts/ranking-lines.ts";
import { wholeLine } from "#commands/parts/ranking-lines.ts";
import type { RankSlots } from "#commands/rank/asked.ts";
import { rowsAsked } from "#commands/rank/section.ts";
import { Refusal } from "#services/refusal.ts";

/**
 * What the units have together, or those within limits or at ends. Throws the Refusal "no-sum" for scores and rates, which
 * cannot be added up.
 */
export function sumLines(slots: RankSlots, facts: Facts): readonly Line[] {
  const { view, t } = facts;
  const { indicator, ranking, scope, period } = view;
  if (indicator.measure !== "count") {
    const own = { label: t.actions.summary, command: typed("/tonghop", period, `#${scope.id}`) };
    throw new Refusal("no-sum", { indicator }, [own]);
  }
  const rows = rowsAsked(slots, view) ?? ranking.rows;
  const sum = rows.reduce((total, { value }) => total + value, 0);
  return [
    slots.limits.length > 0 ? limitedHead(slots.limits, facts) : null,
    t.rank.sum({ units: rows.length, value: t.figures.value(sum, indicator) }),
    wholeLine(facts),
  ];
}
