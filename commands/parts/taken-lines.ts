import { NAMED, nameValues } from "#commands/parts/phrases.ts";
import { type Facts, type Line, rowLines, tiedBeyond } from "#commands/parts/ranking-lines.ts";
import type { Take } from "#commands/slots/slot.ts";
import type { Limit } from "#services/results/limits.ts";
import type { RankingView } from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { capital } from "#services/text/capital.ts";

/** How many a question for the best or the worst shows when it names no number. */
const USUALLY_TAKEN = 5;

/** Units that changed, named one a line; more are counted. */
const MOST_CHANGED = 40;

/** Of those within limits everybody who changed is meant, unless a number is named. */
export const takesWithin = (takes: readonly Take[], limits: readonly Limit[]): readonly Take[] =>
  limits.length === 0
    ? takes
    : takes.map((take) =>
        isOfChange(take) && take.count === null ? { ...take, count: MOST_CHANGED } : take,
      );

/** The rows wanted, in the list's order; those that changed the most, first the one that did so most. */
export function takenRows(take: Take, view: RankingView): readonly RankedUnit[] {
  const most = take.count ?? USUALLY_TAKEN;
  if (isOfChange(take)) return changedRows(take, view).slice(0, most);
  const rows = superlative(view);
  return endOf(take, view) === "top" ? rows.slice(0, most) : rows.slice(-most);
}

/** Everybody who rose, or who fell; first the one that did so most. */
function changedRows({ from, by }: Pick<Take, "from" | "by">, view: RankingView): readonly RankedUnit[] {
  const sign = from === "top" ? 1 : -1;
  const changeOf = (row: RankedUnit): number => sign * ((by === "places" ? row.moved : row.change) ?? 0);
  const changed = superlative(view).filter((row) => changeOf(row) > 0);
  return changed.sort((a, b) => changeOf(b) - changeOf(a));
}

/** Rows that may stand at an end; where all rest on a few dossiers, all of them, marked. */
function superlative({ ranking }: RankingView): readonly RankedUnit[] {
  const rows = weighty(ranking.rows);
  return rows.length > 0 ? rows : ranking.rows;
}

/** Those who rose or fell are asked for, not an end of the list. */
export const isOfChange = (take: Take): take is Take & { readonly by: "change" | "places" } =>
  take.by === "change" || take.by === "places";

/** Which end of the list is meant: the highest of what should be low stands last. */
function endOf({ from, by }: Pick<Take, "from" | "by">, { indicator }: RankingView): Take["from"] {
  if (by !== "value" || indicator.direction !== "down") return from;
  return from === "top" ? "bottom" : "top";
}

/** The first or last so many, a line each; where no number was said, above them the one that was asked for. */
export function takenLines(take: Take, facts: Facts): readonly Line[] {
  const { view, t } = facts;
  const taken = takenRows(take, view);
  if (isOfChange(take)) {
    const { comparison } = view.ranking;
    if (comparison.kind === "none") return [capital(t.evidence.incomparable(comparison.reason, view.before))];
    const { period, before } = view;
    const { from, by } = take;
    const of = changedRows(take, view).length;
    return [
      t.rank.changed({ from, by, count: taken.length, of, period, before }),
      ...rowLines(taken.slice(0, MOST_CHANGED), facts),
      taken.length > MOST_CHANGED ? t.rank.more(taken.length - MOST_CHANGED) : null,
    ];
  }
  const end = endOf(take, view);
  return [
    take.count === null ? oneLine(end, take, facts) : null,
    t.rank.taken({ from: end, count: taken.length, isAll: taken.length === view.ranking.rows.length }),
    ...rowLines(taken, facts),
    tiedBeyond(end === "top" ? taken.at(-1) : taken[0], taken, facts),
  ];
}

/** The one that was asked for, where no number was said: the lowest, or the one that fell the most; null = none or several. */
export function theOneTaken(take: Take, view: RankingView): RankedUnit | null {
  if (take.count !== null) return null;
  const taken = takenRows(take, view);
  const one = isOfChange(take) || endOf(take, view) === "top" ? taken[0] : taken.at(-1);
  return one && (isOfChange(take) || !one.tied) ? one : null;
}

/** The one at an end, with those that share its place; a crowd is told of elsewhere. */
function oneLine(end: Take["from"], { from, by }: Take, facts: Facts): Line {
  const { view, unitOf, t } = facts;
  const rows = superlative(view);
  const edge = end === "top" ? rows[0] : rows.at(-1);
  const peers = rows.filter(({ rank }) => rank === edge?.rank);
  if (!edge || peers.length > NAMED) return null;
  return t.rank.one({
    from,
    by: by === "value" ? "value" : "rank",
    names: nameValues(peers, view, unitOf, t),
  });
}
