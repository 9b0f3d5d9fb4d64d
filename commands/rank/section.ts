import { limitedHead, limitedLines } from "#commands/parts/limit-lines.ts";
import { endsLines, type Facts, type Line } from "#commands/parts/ranking-lines.ts";
import { takenLines, takenRows, takesWithin } from "#commands/parts/taken-lines.ts";
import type { RankSlots } from "#commands/rank/asked.ts";
import type { Catalog } from "#locales/catalog.ts";
import { rowsWithin, viewWithin } from "#services/results/limits.ts";
import type { RankingView } from "#services/results/views.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";

/** The rows asked for, by limits, by ends, or by ends of what is within limits; null = all of the list. */
export function rowsAsked(
  { limits, takes }: Pick<RankSlots, "limits" | "takes">,
  view: RankingView,
): readonly RankedUnit[] | null {
  if (takes.length === 0) return limits.length > 0 ? rowsWithin(limits, view) : null;
  const within = viewWithin(limits, view);
  const wanted = new Set(takesWithin(takes, limits).flatMap((take) => takenRows(take, within)));
  return within.ranking.rows.filter((row) => wanted.has(row));
}

/** What of the list was asked for: those within limits, the first or last ones, else both ends. */
export function askedLines({ limits, takes }: RankSlots, facts: Facts): readonly Line[] {
  if (takes.length === 0) return limits.length > 0 ? limitedLines(limits, facts) : endsLines(facts);
  if (limits.length === 0) return takes.flatMap((take) => takenLines(take, facts));
  const head = limitedHead(limits, facts);
  const view = viewWithin(limits, facts.view);
  if (view.ranking.rows.length === 0) return [head];
  const within = { ...facts, view };
  return [
    facts.t.rank.among(head),
    ...takesWithin(takes, limits).flatMap((take) => takenLines(take, within)),
  ];
}

/** Says that the list is of one title alone. */
export const titleLine = ({ title }: RankSlots, t: Catalog): Line => title && t.rank.titledAlone(title);

/** Says why a period is shown that is not the latest. */
export function insteadLine({ lacking, period, indicator }: RankingView, t: Catalog): Line {
  return lacking && t.rank.earlierInstead({ lacking, shown: period, indicator });
}
