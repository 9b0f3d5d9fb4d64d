import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { alertActions, boardAction } from "#commands/parts/alert-actions.ts";
import { matterUnder, onlyPeriod, worstFirst } from "#commands/parts/alert-words.ts";
import { fitting, fittingMatters, type Room } from "#commands/parts/fitting.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { groupBy } from "#services/group-by.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

export const alertsReminder: MessageKind<"alerts-reminder"> = {
  message: alertReminderMessage,
  isMadeAnew: true,
  asksDecision: false,
};

/** What is named of one unit, and of all: a screen of a phone, and one message on every platform. */
const UNIT_ROOM: Room = { most: 6, letters: 900 };
const UNITS_ROOM: Room = { most: 8, letters: 1_200 };

/** Alerts that still nobody has seen, as things stand when the message is made. */
async function alertReminderMessage({
  services,
  t,
  recipe,
}: MessageContext<"alerts-reminder">): Promise<Reply> {
  const unitOf = unitLookup(services.units);
  const scope = unitOf(recipe.scope);
  const alerts = await Promise.all(recipe.alerts.map(services.alerts.get));
  const unseen = worstFirst(alerts.flatMap((alert) => (alert?.state === "open" ? [alert] : [])));
  const [first] = unseen;
  if (!first) return { text: lines(t.alerts.allSeen(scope)), actions: [[boardAction(scope, services, t)]] };
  const units = [...groupBy(unseen, ({ unit }) => unit)];
  const unit = unitOf(first.unit);
  const period = onlyPeriod(unseen);
  const said = units.map(([id, own]) => {
    const matters = own.map((alert) => matterUnder(period, alert, services, t));
    return t.alerts.unitLine(t.rank.chart.unit(unitOf(id)), fittingMatters(matters, UNIT_ROOM, t));
  });
  const { shown, more } = fitting(said, UNITS_ROOM);
  return {
    text: lines(
      t.alerts.reminder({ place: units.length === 1 ? unit : scope, period }),
      ...shown,
      more > 0 && t.alerts.moreUnits(more),
    ),
    actions:
      units.length === 1
        ? alertActions({ unit, period: first.period, isOpen: true }, services, t)
        : [[boardAction(scope, services, t)]],
  };
}
