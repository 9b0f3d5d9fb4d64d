import type { CommandContext } from "#commands/define-command.ts";
import { alertActions } from "#commands/parts/alert-actions.ts";
import { matterOf, worstFirst } from "#commands/parts/alert-words.ts";
import { typed } from "#commands/parts/ask-again.ts";
import { anywhere } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Alert } from "#services/alerts/alert.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

const MOST_UNITS = 10;
const MOST_MATTERS = 12;

/** Everything open of one unit, line by line. */
export async function unitBoard(unit: Unit, { services, t }: Context): Promise<Reply> {
  const open = worstFirst(await services.alerts.openOf(unit.id));
  const [first] = open;
  if (!first) return { text: lines(t.alerts.noneOf(unit)), actions: [] };
  const [silence] = await services.alerts.silences.ofUnit(unit.id);
  return {
    text: lines(
      t.alerts.boardTitle(unit),
      ...open.slice(0, MOST_MATTERS).map((alert) => {
        const { matter } = matterOf(alert, services, t);
        return t.alerts.boardLine({ ...alert, matter });
      }),
      open.length > MOST_MATTERS && t.alerts.moreMatters(open.length - MOST_MATTERS),
      silence &&
        t.alerts.silentUntil({
          until: t.figures.date(services.local(silence.until)),
          reason: silence.reason,
        }),
    ),
    actions: alertActions({ unit, period: first.period, isOpen: true }, services, t),
  };
}

/** What is open below a scope: how much, and the worst units. */
export async function scopeBoard(scope: Unit, { services, t }: Context): Promise<Reply> {
  const open = worstFirst(await services.alerts.openIn(scope.id));
  if (open.length === 0) return { text: lines(t.alerts.noneOf(scope)), actions: [] };
  const units = [...new Set(open.map(({ unit }) => unit))];
  const call = {
    label: t.alerts.actions.rollCall,
    command: typed("/canhbao điểm danh", anywhere(scope, services)),
  };
  return {
    text: lines(
      t.alerts.boardTitle(scope),
      t.alerts.boardCounts({
        open: open.length,
        units: units.length,
        unseen: open.filter(({ state }) => state === "open").length,
        unexplained: open.filter(({ state }) => state === "open" || state === "acknowledged").length,
      }),
      ...units.slice(0, MOST_UNITS).map((unit) => unitLine(unit, open, { services, t })),
      units.length > MOST_UNITS && t.alerts.moreUnits(units.length - MOST_UNITS),
    ),
    actions: [[call]],
  };
}

function unitLine(
  unit: string,
  open: readonly Alert[],
  { services, t }: Pick<Context, "services" | "t">,
): TextPart {
  const own = open.filter((alert) => alert.unit === unit);
  const matters = own.map((alert) => matterOf(alert, services, t).matter);
  return t.alerts.unitLine(t.rank.chart.unit(unitLookup(services.units)(unit)), matters);
}
