import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { doneAction, reopenAction, type StandingTask, unknownYearLine } from "#commands/parts/task-lines.ts";
import { isMarkOffered } from "#commands/tasks/may-mark.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** Units named of those that owe one task. */
const NAMED = 5;

/** One task in full, with where it comes from. */
export async function oneTask(
  { task, standing, ended }: StandingTask,
  { services, t, asker }: AnswerContext,
): Promise<Reply> {
  const unitOf = unitLookup(services.units);
  const { id, due, document } = task;
  const scope = unitOf(task.scope);
  const { done } = standing;
  const mark = done ? reopenAction({ task, standing }, t) : doneAction({ task, standing }, t);
  const canMark = !ended && (await isMarkOffered(task, asker));
  return {
    text: lines(
      t.tasks.one({ id, scope }),
      task.text,
      t.tasks.owners(task.owners),
      task.units.length > 0 &&
        t.tasks.units(task.units.slice(0, NAMED).map(unitOf), Math.max(0, task.units.length - NAMED)),
      t.tasks.due({ id, due, standing, ended }),
      unknownYearLine([{ task, standing, ended }], services, t),
      ended && t.tasks.ended(scope, ended),
      done && t.tasks.done({ name: done.name, at: t.figures.moment(services.local(done.at)) }),
      t.tasks.source(document),
      task.sample && t.evidence.sample,
    ),
    actions: [[...(canMark ? [mark] : []), { label: t.tasks.actions.all, command: "/nhiemvu" }]],
  };
}
