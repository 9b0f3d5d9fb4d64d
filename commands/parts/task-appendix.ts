import type { AnswerContext } from "#commands/define-command.ts";
import { type AppendixFacts, appendixHead } from "#commands/parts/appendix-head.ts";
import type { StandingTask } from "#commands/parts/task-lines.ts";
import type { Alignment, PaperColumn, PaperSection } from "#services/papers/paper.ts";
import type { Unit } from "#services/units/unit.ts";

const SIZE = 12;

/** Work that is still open, whose it is, and by when. */
export function taskAppendix(
  { tasks, scope }: { readonly tasks: readonly StandingTask[]; readonly scope: Unit },
  { number, of }: Pick<AppendixFacts, "number" | "of">,
  t: AnswerContext["t"],
): PaperSection {
  const { title, columns, due: dueWords } = t.letter.paper.appendix.tasks;
  const column = (head: string, share: number, align: Alignment): PaperColumn => ({ head, share, align });
  const rows = tasks.map(({ task: { text, owners, due }, standing: { isOverdue } }, i) => [
    { text: t.figures.number(i + 1) },
    { text },
    { text: owners.join("; ") },
    { text: dueWords({ due, isOverdue }), attention: isOverdue },
  ]);
  return {
    landscape: false,
    blocks: [
      ...appendixHead({ number, title, scope, of }, t),
      {
        type: "table",
        size: SIZE,
        columns: [
          column(columns.order, 1, "centre"),
          column(columns.text, 9, "left"),
          column(columns.owners, 5, "left"),
          column(columns.due, 3, "left"),
        ],
        rows,
      },
    ],
  };
}
