import { limitedLines } from "#commands/parts/limit-lines.ts";
import { endsLines, type Facts, type Line } from "#commands/parts/ranking-lines.ts";
import { takenLines } from "#commands/parts/taken-lines.ts";
import type { RankSlots } from "#commands/rank/asked.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { RankingView } from "#services/results/views.ts";

/** What of the list was asked for: those within limits, the first or last ones, else both ends. */
export function askedLines({ limits, takes }: RankSlots, facts: Facts): readonly Line[] {
  if (limits.length > 0) return limitedLines(limits, facts);
  if (takes.length > 0) return takes.flatMap((take) => takenLines(take, facts));
  return endsLines(facts);
}

/** Says that the list is of one title alone. */
export const titleLine = ({ title }: RankSlots, t: Catalog): Line => title && t.rank.titledAlone(title);

/** Says why a period is shown that is not the latest. */
export function insteadLine({ lacking, period, indicator }: RankingView, t: Catalog): Line {
  return lacking && t.rank.earlierInstead({ lacking, shown: period, indicator });
}
