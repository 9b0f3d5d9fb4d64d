import type { AnswerContext } from "#commands/define-command.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { doneAction, reopenAction, type StandingTask } from "#commands/parts/task-lines.ts";
import { mayMark } from "#commands/tasks/may-mark.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { type Task, unitsOwing } from "#services/tasks/task.ts";

/** Notes that a task is done: an officer of a unit that owes it, an editor of the one that gave it, or an operator. */
export async function completeTask(
  { task, standing, ended }: StandingTask,
  context: AnswerContext,
): Promise<Reply> {
  await expectOwner(task, context);
  const { services, t, asker } = context;
  const { occurrence, done } = standing;
  const { id, due } = task;
  const actions = [
    [reopenAction({ task, standing }, t), { label: t.tasks.actions.all, command: "/nhiemvu" }],
  ];
  if (done) {
    const at = t.figures.moment(services.local(done.at));
    return { text: lines(t.tasks.before({ id, name: done.name, at })), actions };
  }
  await services.tasks.complete(id, { occurrence, by: asker.sender, name: asker.senderName });
  return { text: lines(t.tasks.completed({ id, due, standing, ended })), actions };
}

/** Marks a task as open again; allowed to whoever may mark it as done. */
export async function reopenTask({ task, standing }: StandingTask, context: AnswerContext): Promise<Reply> {
  await expectOwner(task, context);
  const { services, t } = context;
  const { id } = task;
  const actions = [[doneAction({ task, standing }, t), { label: t.tasks.actions.all, command: "/nhiemvu" }]];
  if (!standing.done) return { text: lines(t.tasks.wasOpen(id)), actions };
  await services.tasks.reopen(id, standing.occurrence);
  return { text: lines(t.tasks.reopened(id)), actions };
}

/** Rejects with the Refusal "role-needed-there", or "sample-only". */
async function expectOwner(task: Task, { services, asker }: AnswerContext): Promise<void> {
  if (!(await mayMark(task, asker))) {
    const [first = task.scope] = unitsOwing(task);
    throw new Refusal("role-needed-there", { role: "officer", unit: unitLookup(services.units)(first) });
  }
  if (task.sample) throw new Refusal("sample-only", {});
}
