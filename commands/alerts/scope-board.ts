import { readBoard } from "#commands/alerts/read-board.ts";
import type { CommandContext } from "#commands/define-command.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { matterUnder, onlyPeriod } from "#commands/parts/alert-words.ts";
import { fitting, fittingMatters, type Room } from "#commands/parts/fitting.ts";
import type { AlertBoard } from "#services/charts/alert-board.ts";
import { countMarks, worstMark } from "#services/charts/alert-marks.ts";
import { alertChart } from "#services/charts/alert-spec.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** The least that a platform lets a picture's caption hold, in UTF-16 units. */
const CAPTION = 1_024;
/** How much of one unit is listed beside the picture. */
const UNIT_ROOM: Room = { most: 6, letters: 400 };
const MOST_UNITS = 8;
/** As text alone nothing is left out. */
const ALL: Room = { most: Number.POSITIVE_INFINITY, letters: Number.POSITIVE_INFINITY };

/** What is open below a scope: how much, how far it is dealt with, and the worst units; as text alone all of them. */
export async function scopeBoard(scope: Unit, isWhole: boolean, context: Context): Promise<Reply> {
  const { services, t } = context;
  const board = await readBoard(scope, services);
  const isBehind = await services.alerts.isBehind();
  if (!board) return { text: lines(t.alerts.noneOf(scope), isBehind && t.alerts.behind), actions: [] };
  const said = board.units.map((unit) => unitLine(unit, board, isWhole ? ALL : UNIT_ROOM, context));
  const head = [
    t.alerts.boardTitle({ scope, period: onlyPeriod(board.alerts) }),
    t.alerts.boardCounts(countsOf(board)),
  ];
  const foot = [
    isBehind && t.alerts.behind,
    board.evidence.documents.length > 0 && t.evidence.line(board.evidence),
  ];
  const around = lines(...head, t.alerts.moreUnits(said.length), ...foot).text.length;
  const { shown: named, more } = fitting(
    said.map(({ line }) => line),
    isWhole ? ALL : { most: MOST_UNITS, letters: CAPTION - around },
  );
  const isCut = more > 0 || said.some((one) => one.isCut);
  const isDrawn = said.length > 1 && !isWhole;
  return {
    text: lines(...head, ...named, more > 0 && t.alerts.moreUnits(more), ...foot),
    ...(isDrawn ? { picture: services.charts.picture(alertChart(board, t.alerts.chart)) } : {}),
    actions: [actionsOf(scope, isCut, context)],
  };
}

function countsOf({ alerts, units, late }: AlertBoard) {
  const marks = countMarks(alerts, late);
  return {
    open: alerts.length,
    units: units.length,
    unseen: marks.get("unseen") ?? 0,
    unexplained: alerts.filter(({ state }) => state !== "explained" && state !== "accepted").length,
    late: marks.get("late") ?? 0,
  };
}

/** What a unit's line names, as far as there is room. */
function unitLine(unit: string, { alerts, late, unitOf }: AlertBoard, room: Room, { services, t }: Context) {
  const period = onlyPeriod(alerts);
  const own = alerts.filter((alert) => alert.unit === unit);
  const matters = own.map((alert) => matterUnder(period, alert, services, t));
  const line = t.alerts.boardUnit({
    name: t.rank.chart.unit(unitOf(unit)),
    state: t.alerts.chart.marks[worstMark(own, late)],
    matters: fittingMatters(matters, room, t),
  });
  return { line, isCut: fitting(matters, room).more > 0 };
}

function actionsOf(scope: Unit, isCut: boolean, { services, t }: Context): readonly Action[] {
  const where = anywhere(scope, services);
  const { actions } = t.alerts;
  return [
    ...(isCut ? [{ label: actions.asText, command: typed("/canhbao tất cả", where) }] : []),
    { label: actions.rollCall, command: typed("/canhbao ai đã xem", where) },
  ];
}
