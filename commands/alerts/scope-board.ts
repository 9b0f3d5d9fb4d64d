import { readBoard } from "#commands/alerts/read-board.ts";
import type { CommandContext } from "#commands/define-command.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { matterUnder, onlyPeriod } from "#commands/parts/alert-words.ts";
import type { AlertBoard } from "#services/charts/alert-board.ts";
import { countMarks, worstMark } from "#services/charts/alert-marks.ts";
import { alertChart } from "#services/charts/alert-spec.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type StyledText } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** How much is listed beside the picture: so many units, in so many UTF-16 units of text; the rest of the caption needs room too. */
const MOST_UNITS = 8;
const MOST_LETTERS = 720;

/** What is open below a scope: how much, how far it is dealt with, and the worst units; as text alone all of them. */
export async function scopeBoard(scope: Unit, isWhole: boolean, context: Context): Promise<Reply> {
  const { services, t } = context;
  const board = await readBoard(scope, services);
  const isBehind = await services.alerts.isBehind();
  if (!board) return { text: lines(t.alerts.noneOf(scope), isBehind && t.alerts.behind), actions: [] };
  const said = board.units.map((unit) => unitLine(unit, board, context));
  const named = isWhole ? said : besidePicture(said);
  const more = said.length - named.length;
  const isDrawn = said.length > 1 && !isWhole;
  return {
    text: lines(
      t.alerts.boardTitle({ scope, period: onlyPeriod(board.alerts) }),
      t.alerts.boardCounts(countsOf(board)),
      ...named,
      more > 0 && t.alerts.moreUnits(more),
      isBehind && t.alerts.behind,
      board.evidence.documents.length > 0 && t.evidence.line(board.evidence),
    ),
    ...(isDrawn ? { picture: services.charts.picture(alertChart(board, t.alerts.chart)) } : {}),
    actions: [actionsOf(scope, more > 0, context)],
  };
}

function besidePicture(said: readonly StyledText[]): readonly StyledText[] {
  let letters = 0;
  return said.slice(0, MOST_UNITS).filter(({ text }, i) => {
    letters += text.length;
    return i === 0 || letters <= MOST_LETTERS;
  });
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

function unitLine(unit: string, { alerts, late, unitOf }: AlertBoard, { services, t }: Context): StyledText {
  const period = onlyPeriod(alerts);
  const own = alerts.filter((alert) => alert.unit === unit);
  return t.alerts.boardUnit({
    name: t.rank.chart.unit(unitOf(unit)),
    state: t.alerts.chart.marks[worstMark(own, late)],
    matters: own.map((alert) => matterUnder(period, alert, services, t)),
  });
}

function actionsOf(scope: Unit, isCut: boolean, { services, t }: Context): readonly Action[] {
  const where = anywhere(scope, services);
  const { actions } = t.alerts;
  return [
    ...(isCut ? [{ label: actions.asText, command: typed("/canhbao tất cả", where) }] : []),
    { label: actions.rollCall, command: typed("/canhbao ai đã xem", where) },
  ];
}
