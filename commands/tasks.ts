import { defineCommand } from "#commands/define-command.ts";
import { sameOf } from "#commands/kit/phrases.ts";
import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { listTasks } from "#commands/tasks/list.ts";
import { completeTask, reopenTask } from "#commands/tasks/mark.ts";
import { oneTask } from "#commands/tasks/one.ts";
import { readTask } from "#commands/tasks/read-task.ts";
import type { Task } from "#services/tasks/task.ts";

const VERBS: Verbs<"done" | "reopen"> = [
  ["done", /(?:da )?(?:hoan thanh|xong)/u],
  ["reopen", /mo lai|chua xong/u],
];

/** Work that documents gave somebody by a deadline: what is open, one in full, and whether it is done. */
export const tasks = defineCommand({
  name: "nhiemvu",
  words: (t) => t.tasks,
  role: "viewer",
  phrases: {
    asks: wholeWords(
      "(?:cac |nhung )?nhiem vu|(?:co )?(?:nhung )?viec (?:gi )?(?:can lam|phai lam|duoc giao|den han)",
    ),
    matters: [
      {
        asks: wholeWords(
          "(?:(?:cac |nhung )?(?:viec|cong viec)|(?:cac |nhung )?nhiem vu)(?: nao| gi)?(?: da| dang| bi| sap| con| chua)* (?:qua han|den han|tre han|tre|xong|hoan thanh|ton dong)",
        ),
      },
    ],
    takes: ["page", "period", "units"],
    goOn: sameOf("/nhiemvu"),
  },
  slots: { words: slot.words() },

  async run({ slots, ...context }) {
    const { verb, rest } = readVerb(slots.words, VERBS);
    if (verb === "done") return completeTask(await readTask(rest, context), context);
    if (verb === "reopen") return reopenTask(await readTask(rest, context, lastDone), context);
    if (/^(?:số\s+|so\s+)?\d+$/iu.test(rest)) return oneTask(await readTask(rest, context), context);
    return listTasks(rest, context);
  },
});

const lastDone = ({ done }: Task): string | undefined => done.at(-1)?.occurrence;
