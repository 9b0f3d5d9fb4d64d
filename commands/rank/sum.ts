import { typed } from "#commands/kit/typed.ts";
import type { Facts, Line } from "#commands/parts/ranking-lines.ts";
import { wholeLine } from "#commands/parts/ranking-lines.ts";
import { Refusal } from "#services/refusal.ts";

/** What the units have together. Throws the Refusal "no-sum" for scores and rates, which cannot be added up. */
export function sumLines(facts: Facts): readonly Line[] {
  const { view, t } = facts;
  const { indicator, ranking, scope, period } = view;
  if (indicator.measure !== "count") {
    const own = { label: t.actions.summary, command: typed("/tonghop", period, `#${scope.id}`) };
    throw new Refusal("no-sum", { indicator }, [own]);
  }
  const sum = ranking.rows.reduce((total, { value }) => total + value, 0);
  return [
    t.rank.sum({ units: ranking.rows.length, value: t.figures.value(sum, indicator) }),
    wholeLine(facts),
  ];
}
