import type { AnswerContext } from "#commands/define-command.ts";
import { worstFirst } from "#commands/parts/alert-words.ts";
import type { MonthFindings } from "#commands/parts/month-findings.ts";
import { type StandingTask, standingTask } from "#commands/parts/task-lines.ts";
import type { Alert } from "#services/alerts/alert.ts";
import { addDays } from "#services/periods/calendar.ts";
import { createConcern } from "#services/tasks/concern.ts";
import type { Unit } from "#services/units/unit.ts";

/** What a meeting has before it. */
export interface Briefing extends MonthFindings {
  /** Open, and nobody has explained them; the worst first. */
  readonly alerts: readonly Alert[];
  /** Overdue, or due until this week's Sunday; the earliest first. */
  readonly tasks: readonly StandingTask[];
}

/** States in which a unit still owes its explanation. */
const UNEXPLAINED: ReadonlySet<Alert["state"]> = new Set(["open", "acknowledged", "returned"]);

export async function readBriefing(
  findings: MonthFindings,
  scope: Unit,
  { services }: Pick<AnswerContext, "services">,
): Promise<Briefing> {
  const open = await services.alerts.openIn(scope.id);
  const concerns = createConcern(services.units)(scope.id);
  const all = (await services.tasks.list()).filter(concerns).map((task) => standingTask(task, services));
  const sunday = sundayOf(services.today());
  const due = all.filter(
    ({ standing, ended }) => !standing.done && ended === null && standing.occurrence <= sunday,
  );
  return {
    ...findings,
    alerts: worstFirst(open.filter(({ state }) => UNEXPLAINED.has(state))),
    tasks: due.sort((a, b) => a.standing.deadline.getTime() - b.standing.deadline.getTime()),
  };
}

/** Of the week that an ISO date lies in. */
function sundayOf(date: string): string {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return addDays(date, weekday === 0 ? 0 : 7 - weekday);
}
