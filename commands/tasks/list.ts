import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import {
  type StandingTask,
  standingTask,
  taskActions,
  taskLines,
  unknownYearLine,
} from "#commands/parts/task-lines.ts";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot } from "#commands/slots/slot.ts";
import { isMarkOffered } from "#commands/tasks/may-mark.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type DateRange, type Period, periodRange } from "#services/periods/period.ts";
import { type PeriodWish, wishInYear } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import type { Services } from "#services/services.ts";
import { createConcern } from "#services/tasks/concern.ts";
import type { Unit } from "#services/units/unit.ts";

/** Tasks on one screen. */
const A_PAGE = 6;
/** Other units named where there is nothing. */
const OFFERED = 3;

/** Open tasks that a unit gave or owes, overdue ones first. */
export async function listTasks(words: string, context: AnswerContext): Promise<Reply> {
  const { services, t, asker } = context;
  const { unit, page, wish } = await readList(words, context);
  const about = { command: "nhiemvu", units: [unit.id], period: null, indicators: [], kind: "" };
  const open = await openTasks(services);
  const concerns = createConcern(services.units)(unit.id);
  const concerning = open.filter(({ task }) => concerns(task));
  const due = wish && periodOf(wish, concerning, services.today());
  const own = due ? concerning.filter((each) => isDueIn(each, due)) : concerning;
  if (own.length === 0 && due) return { ...nothingDue(unit, due, context), about };
  if (own.length === 0) return { ...nothing(unit, open, context), about };
  const pages = Math.ceil(own.length / A_PAGE);
  if (page > pages) throw new Refusal("no-such-page", { pages });
  const shown = own.slice((page - 1) * A_PAGE, page * A_PAGE);
  const to = (number: number): string =>
    typed("/nhiemvu", due, `trang ${number}`, scopeWords(unit, asker.home, services));
  const next = to(page + 1);
  return {
    text: lines(
      titleOf(own, { unit, due: due && periodRange(due) }, t),
      ...shown.map((each) => taskLines(each, giverOf(each, unit, services), t)),
      pages > 1 && t.tasks.more({ page, pages }),
      unknownYearLine(shown, services, t),
      shown.some(({ task }) => task.sample) && t.evidence.sample,
      t.tasks.how,
    ),
    about,
    pages: { next: page < pages ? next : null, previous: page > 1 ? to(page - 1) : null },
    actions: [
      ...(await Promise.all(
        shown.map(async (each) => taskActions(each, t, await isMarkOffered(each.task, asker))),
      )),
      ...(page < pages ? [[{ label: t.tasks.actions.next, command: next }]] : []),
    ],
  };
}

interface Asked {
  readonly unit: Unit;
  /** Only what is due then; null = whenever. */
  readonly due: DateRange | null;
}

function titleOf(own: readonly StandingTask[], asked: Asked, t: Catalog): TextPart {
  const valid = own.filter(({ ended }) => ended === null);
  const overdue = valid.filter(({ standing }) => standing.isOverdue).length;
  return t.tasks.title({ ...asked, open: valid.length, overdue });
}

/** Who gave the task, where that is not the unit asked for. */
function giverOf({ task: { scope } }: StandingTask, unit: Unit, { units }: Services): Unit | null {
  return scope === unit.id ? null : (units.get(scope) ?? null);
}

async function readList(text: string, { services, asker }: AnswerContext) {
  const slots = { unit: slot.optionalUnit(), page: slot.page(), period: slot.period() };
  const read = await readSlots({ text, calledAs: "nhiemvu", slots, services, home: asker.home });
  const wish = read.period as PeriodWish | null;
  return { unit: (read.unit as Unit | null) ?? asker.home, page: read.page as number, wish };
}

const isDueIn = ({ standing }: StandingTask, period: Period): boolean => {
  const { start, end } = periodRange(period);
  return start <= standing.occurrence && standing.occurrence <= end;
};

/** Without its year: this year's, else the next one's or last one's in which something is due. Null = no such period. */
function periodOf(wish: PeriodWish, tasks: readonly StandingTask[], today: string): Period | null {
  const year = Number(today.slice(0, 4));
  const periods = [year, year + 1, year - 1].flatMap((one) => wishInYear(wish, one) ?? []);
  const [first = null] = periods;
  return periods.find((period) => tasks.some((task) => isDueIn(task, period))) ?? first;
}

/** Those that are not done, the earliest deadline first; orders that no longer hold come last. */
async function openTasks(services: Services): Promise<readonly StandingTask[]> {
  const all = (await services.tasks.list()).map((task) => standingTask(task, services));
  const open = all.filter(({ standing }) => !standing.done);
  const rank = ({ ended }: StandingTask): number => (ended ? 1 : 0);
  return open.sort(
    (a, b) => rank(a) - rank(b) || a.standing.deadline.getTime() - b.standing.deadline.getTime(),
  );
}

/** Says so, and offers what is open without regard to when it is due. */
function nothingDue(unit: Unit, due: Period, { services, t, asker }: AnswerContext): Reply {
  const all = typed("/nhiemvu", scopeWords(unit, asker.home, services));
  return {
    text: lines(t.tasks.none({ unit, due: periodRange(due) })),
    actions: [[{ label: t.tasks.actions.all, command: all }]],
  };
}

/** Says so, and where there are some. */
function nothing(unit: Unit, open: readonly StandingTask[], { services, t, asker }: AnswerContext): Reply {
  const counts = new Map<string, number>();
  for (const { task } of open) counts.set(task.scope, (counts.get(task.scope) ?? 0) + 1);
  const actions = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, OFFERED)
    .flatMap(([id, count]): Action[] => {
      const scope = services.units.get(id);
      if (!scope) return [];
      const command = typed("/nhiemvu", scopeWords(scope, asker.home, services));
      return [{ label: t.tasks.actions.where(scope, count), command }];
    });
  return {
    text: lines(t.tasks.none({ unit, due: null }), actions.length > 0 && t.tasks.elsewhere),
    actions: actions.map((action) => [action]),
  };
}
