import { exportRows } from "#commands/alerts/export-rows.ts";
import type { CommandContext } from "#commands/define-command.ts";
import { expectEditor } from "#commands/kit/expect.ts";
import { anywhere, typed } from "#commands/kit/typed.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { alertWorkbook } from "#commands/parts/alert-workbook.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import { type Alert, isOpen } from "#services/alerts/alert.ts";
import { mostRecent } from "#services/periods/choose.ts";
import {
  comparePeriods,
  containsPeriod,
  type Period,
  periodRange,
  toPeriod,
} from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** Months that are offered where the one asked for has none. */
const OFFERED = 3;

/** All alerts of a scope that were open in a month, or are about its figures, as a workbook: "xuất tháng 8". */
export async function exportAlerts(text: string, context: Context): Promise<Reply> {
  const { services, t } = context;
  const { scope, wish } = await readAsked(text, context);
  await expectEditor(scope, context);
  const history = await services.alerts.historyOf(scope.id);
  const alertsOf = (span: Period) => history.filter((alert) => isMeant(alert, span, services));
  const period = periodOf(wish, services.today(), (span) => alertsOf(span).length > 0);
  if (!period) throw new Refusal("not-understood", { typed: text });
  const alerts = alertsOf(period);
  if (alerts.length === 0) return nothing({ scope, period, history }, context);
  const rows = await exportRows(alerts, context);
  const explained = rows.flatMap(({ explanation }) => explanation ?? []);
  return {
    text: lines(
      t.alertExport.title({ scope, period }),
      t.alertExport.counts({
        alerts: alerts.length,
        units: new Set(alerts.map(({ unit }) => unit)).size,
        open: alerts.filter(isOpen).length,
        explained: explained.length,
        accepted: explained.filter(({ state }) => state === "accepted").length,
      }),
      t.alertExport.covers,
    ),
    file: alertWorkbook(rows, { scope, period }, t),
    actions: [[boardAction(scope, services, t)]],
  };
}

/** Says so, and offers the latest periods that alerts are about. */
function nothing(
  { scope, period, history }: { scope: Unit; period: Period; history: readonly Alert[] },
  { services, t }: Context,
): Reply {
  const where = anywhere(scope, services);
  const periods = [...new Set(history.flatMap((alert) => [alert.period, alert.opened.period]))];
  const offered = periods.sort(comparePeriods).reverse().slice(0, OFFERED);
  return {
    text: lines(t.alertExport.none({ scope, period, others: offered.length > 0 })),
    actions: offered.map((other) => [
      { label: t.actions.period(other), command: typed("/canhbao xuất", other, where) },
    ]),
  };
}

async function readAsked(
  text: string,
  { services, asker, calledAs }: Context,
): Promise<{ readonly scope: Unit; readonly wish: PeriodWish | null }> {
  const slots = { period: slot.period(), scope: slot.scope() };
  const question = { text, calledAs: `${calledAs} xuất`, slots, services, home: asker.home };
  const { scope, period } = await readSlots(question);
  return { scope: scope as Unit, wish: (period ?? null) as PeriodWish | null };
}

/**
 * None named: this month. Without a year: the most recent one with alerts, as everywhere the most recent one with data;
 * where none has any, the last one that has begun. Null = there is no such period.
 */
function periodOf(
  wish: PeriodWish | null,
  today: string,
  hasAlerts: (span: Period) => boolean,
): Period | null {
  if (wish === null || wish.kind === "latest") return toPeriod(today.slice(0, 7));
  if (wish.kind === "exact") return wish.period;
  const thisYear = Number(today.slice(0, 4));
  for (let year = thisYear; year >= FIRST_YEAR; year--) {
    const period = wishInYear(wish, year);
    if (period && periodRange(period).start <= today && hasAlerts(period)) return period;
  }
  return mostRecent(wish, today);
}

/** The index began in August 2022. */
const FIRST_YEAR = 2022;

/** The alert was open on a day of the period, or is about its figures. */
function isMeant({ opened, period, resolvedAt }: Alert, span: Period, { local }: Services): boolean {
  const { start, end } = periodRange(span);
  const day = (moment: string): string => local(moment).slice(0, 10);
  const wasOpen = day(opened.at) <= end && (resolvedAt === null || day(resolvedAt) >= start);
  return wasOpen || containsPeriod(span, opened.period) || containsPeriod(span, period);
}
