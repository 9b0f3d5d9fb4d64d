import { NAMED, nameValues } from "#commands/parts/phrases.ts";
import { type Facts, type Line, rowLines, tiedBeyond } from "#commands/parts/ranking-lines.ts";
import type { Take } from "#commands/slots/slot.ts";
import type { RankingView } from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { RankedUnit } from "#services/sheets/ranking.ts";
import { capital } from "#services/text/capital.ts";

/** How many a question for the best or the worst shows when it names no number. */
const USUALLY_TAKEN = 5;

/** The rows wanted, in the list's order; those that changed the most, first the one that did so most. */
export function takenRows({ from, count, by }: Take, view: RankingView): readonly RankedUnit[] {
  const rows = superlative(view);
  const most = count ?? USUALLY_TAKEN;
  if (!isOfChange(by)) return endOf({ from, by }, view) === "top" ? rows.slice(0, most) : rows.slice(-most);
  const sign = from === "top" ? 1 : -1;
  const changeOf = (row: RankedUnit): number => sign * ((by === "places" ? row.moved : row.change) ?? 0);
  const changed = rows.filter((row) => changeOf(row) > 0);
  return changed.sort((a, b) => changeOf(b) - changeOf(a)).slice(0, most);
}

/** Rows that may stand at an end; where all rest on a few dossiers, all of them, marked. */
function superlative({ ranking }: RankingView): readonly RankedUnit[] {
  const rows = weighty(ranking.rows);
  return rows.length > 0 ? rows : ranking.rows;
}

const isOfChange = (by: Take["by"]): by is "change" | "places" => by === "change" || by === "places";

/** Which end of the list is meant: the highest of what should be low stands last. */
function endOf({ from, by }: Pick<Take, "from" | "by">, { indicator }: RankingView): Take["from"] {
  if (by !== "value" || indicator.direction !== "down") return from;
  return from === "top" ? "bottom" : "top";
}

/** The first or last so many, a line each; where no number was said, above them the one that was asked for. */
export function takenLines(take: Take, facts: Facts): readonly Line[] {
  const { view, t } = facts;
  const { by } = take;
  const taken = takenRows(take, view);
  if (isOfChange(by)) {
    const { comparison } = view.ranking;
    if (comparison.kind === "none") return [capital(t.evidence.incomparable(comparison.reason, view.before))];
    const { period, before } = view;
    return [
      t.rank.changed({ from: take.from, by, count: taken.length, period, before }),
      ...rowLines(taken, facts),
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
