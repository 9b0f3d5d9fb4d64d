import type { MessageContext, MessageKind } from "#commands/kit/message.ts";
import { type StandingTask, standingTask, taskActions, taskLines } from "#commands/parts/task-lines.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

export const taskReminder: MessageKind<"task-reminder"> = {
  message: taskReminderMessage,
  isMadeAnew: true,
  asksDecision: false,
};

/** Deadlines ahead or just passed, the most urgent first; what was done in the meantime says so. */
async function taskReminderMessage({ services, t, recipe }: MessageContext<"task-reminder">): Promise<Reply> {
  const found = await Promise.all(
    recipe.tasks.map(async ({ task: id, occurrence }): Promise<StandingTask | null> => {
      const task = await services.tasks.get(id);
      return task && standingTask(task, services, occurrence);
    }),
  );
  const tasks = found
    .filter((each) => each !== null)
    .sort((a, b) => a.standing.deadline.getTime() - b.standing.deadline.getTime());
  if (tasks.length === 0) return { text: lines(t.messages.notices.gone), actions: [] };
  return {
    text: lines(
      t.tasks.reminder,
      ...tasks.map((each) => taskLines(each, services.units.get(each.task.scope) ?? null, t)),
    ),
    actions: tasks.map((each) => taskActions(each, t, true)),
  };
}
