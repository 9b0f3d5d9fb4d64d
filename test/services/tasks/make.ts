import type { Task } from "#services/tasks/task.ts";
import { makeDocument } from "#test/services/sheets/make.ts";

/** A task of huyện Tiên Lữ; only what is given matters. */
export function makeTask(given: Partial<Task>): Task {
  return {
    id: "1",
    scope: "od332",
    document: makeDocument("directive"),
    text: "Rà soát hồ sơ quá hạn",
    owners: ["Văn phòng HĐND và UBND huyện"],
    units: [],
    due: { on: "date", date: "2024-11-10", includesDay: false },
    createdAt: "2024-10-25T01:00:00.000Z",
    sample: false,
    done: [],
    ...given,
  };
}
