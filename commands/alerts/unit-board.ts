import { evidenceFor } from "#commands/alerts/read-board.ts";
import type { CommandContext } from "#commands/define-command.ts";
import { alertActions } from "#commands/parts/alert-actions.ts";
import { matterOf, worstFirst } from "#commands/parts/alert-words.ts";
import { fittingMatters, type Room } from "#commands/parts/fitting.ts";
import type { Silence } from "#services/alerts/silences.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** One message on every platform, with the rest of what is said. */
const ROOM: Room = { most: 12, letters: 1_200 };

/** Everything open of one unit, line by line; in a group the unit's own officer alone sees it who asks. */
export async function unitBoard(unit: Unit, context: CommandContext<unknown>): Promise<Reply> {
  const isOwn = (await context.asker.roleIn(unit.id)) === "officer";
  const board = await boardOf(unit, context);
  return isOwn ? { ...board, personal: true } : board;
}

async function boardOf(unit: Unit, { services, t }: CommandContext<unknown>): Promise<Reply> {
  const open = worstFirst(await services.alerts.openOf(unit.id));
  const isBehind = await services.alerts.isBehind();
  const [first] = open;
  if (!first) return { text: lines(t.alerts.noneOf(unit), isBehind && t.alerts.behind), actions: [] };
  const isSeen = open.every(({ state }) => state !== "open");
  const evidence = await evidenceFor(open, services);
  const [silence] = await services.alerts.silences.ofUnit(unit.id);
  const said = open.map((alert) =>
    t.alerts.boardLine({ ...alert, matter: matterOf(alert, services, t).matter }),
  );
  return {
    text: lines(
      t.alerts.boardTitle({ scope: unit, period: null }),
      ...fittingMatters(said, ROOM, t),
      silence &&
        t.alerts.silentUntil({
          until: t.figures.date(lastDay(silence, services)),
          reason: silence.reason,
        }),
      isBehind && t.alerts.behind,
      evidence.documents.length > 0 && t.evidence.line(evidence),
    ),
    actions: alertActions({ unit, period: first.period, isOpen: true, isSeen }, services, t),
  };
}

/** A silence ends when a day begins, so the day before is its last one. */
function lastDay({ until }: Silence, { local }: Services): string {
  return local(new Date(Date.parse(until) - 1));
}
