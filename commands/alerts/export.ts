import { exportRows } from "#commands/alerts/export-rows.ts";
import type { CommandContext } from "#commands/define-command.ts";
import { boardAction } from "#commands/parts/alert-actions.ts";
import { alertWorkbook } from "#commands/parts/alert-workbook.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import { type Alert, isOpen } from "#services/alerts/alert.ts";
import { containsPeriod, type Period, periodRange, toPeriod } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { atLeast } from "#services/rights/roles.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = CommandContext<unknown>;

/** All alerts of a scope that were open in a month, or are about its figures, as a workbook: "xuất tháng 8". */
export async function exportAlerts(text: string, context: Context): Promise<Reply> {
  const { services, t, asker } = context;
  const { scope, period } = await readAsked(text, context);
  if (!atLeast(await asker.roleIn(scope.id), "editor")) {
    throw new Refusal("role-needed-there", { role: "editor", unit: scope });
  }
  const history = await services.alerts.historyOf(scope.id);
  const alerts = history.filter((alert) => isMeant(alert, period, services));
  if (alerts.length === 0) return { text: lines(t.alertExport.none({ scope, period })), actions: [] };
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

async function readAsked(
  text: string,
  { services, asker, calledAs }: Context,
): Promise<{ readonly scope: Unit; readonly period: Period }> {
  const slots = { period: slot.period(), scope: slot.scope() };
  const question = { text, calledAs: `${calledAs} xuất`, slots, services, home: asker.home };
  const { scope, period } = await readSlots(question);
  const meant = periodOf((period ?? null) as PeriodWish | null, services.today());
  if (!meant) throw new Refusal("not-understood", { typed: text });
  return { scope: scope as Unit, period: meant };
}

/** None named: this month. Without a year: the last one that has begun. Null = there is no such period. */
function periodOf(wish: PeriodWish | null, today: string): Period | null {
  if (wish === null || wish.kind === "latest") return toPeriod(today.slice(0, 7));
  if (wish.kind === "exact") return wish.period;
  const year = Number(today.slice(0, 4));
  const meant = [wishInYear(wish, year), wishInYear(wish, year - 1)];
  return meant.find((period) => period !== null && periodRange(period).start <= today) ?? null;
}

/** Open on one of the days, or about figures of that time. */
function isMeant({ opened, period, resolvedAt }: Alert, span: Period, { local }: Services): boolean {
  const { start, end } = periodRange(span);
  const day = (moment: string): string => local(moment).slice(0, 10);
  const wasOpen = day(opened.at) <= end && (resolvedAt === null || day(resolvedAt) >= start);
  return wasOpen || containsPeriod(span, opened.period) || containsPeriod(span, period);
}
