import { describe, expect, it } from "vitest";
import { createChats } from "#services/chats/chats.ts";
import { createAddressing } from "#services/delivery/addressing.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import type { Store } from "#services/store/store.ts";
import { createSubscriptions } from "#services/subscriptions/subscriptions.ts";
import { createReminders } from "#services/tasks/reminders.ts";
import type { NewTask } from "#services/tasks/task.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createUnits } from "#services/units/create-units.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { createMortalStore } from "#test/services/delivery/mortal-store.ts";
import { makeTask } from "#test/services/tasks/make.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const workdays = createWorkdays({ timeZone });
const units = createUnits();

/** One process: its tasks, its ledger, and its look for deadlines. */
function startProcess(store: Store, clock: () => Date) {
  const ledger = createLedger({ store, clock });
  const subscriptions = createSubscriptions({ store, clock });
  const chats = createChats({ store, clock });
  const options = {
    store,
    units,
    workdays,
    subscriptions,
    addressed: createAddressing({ chats, locale: "vi" }),
    ledger,
    timeZone,
    clock,
  } as const;
  const tasks = createTasks({ store, workdays, timeZone, clock });
  return { tasks, ledger, subscriptions, look: createReminders({ ...options, ring: async () => undefined }) };
}

async function add({ tasks }: ReturnType<typeof startProcess>, store: Store, ...wanted: NewTask[]) {
  const result = await store.commit(await tasks.adding(wanted));
  return result.committed;
}

const wanted = (text: string): NewTask => makeTask({ text });

onBothStores("tasks", (place) => {
  let now = new Date("2024-11-01T09:00:00+07:00");
  const clock = () => now;

  describe("numbers", () => {
    it("are given in order, and never twice, to documents taken in at once", async () => {
      const [a, b] = [startProcess(place.store, clock), startProcess(await place.connect(), clock)];
      const pieces = await Promise.all([a.tasks.adding([wanted("một")]), b.tasks.adding([wanted("hai")])]);
      const results = [];
      for (const piece of pieces) results.push((await place.store.commit(piece)).committed);
      expect(results).toEqual([true, false]);
      expect(await add(b, place.store, wanted("hai"), wanted("ba"))).toBe(true);
      expect((await a.tasks.list()).map(({ id, text }) => [id, text])).toEqual([
        ["1", "một"],
        ["2", "hai"],
        ["3", "ba"],
      ]);
    });

    it("are not given again to what is held already, nor to the same words twice", async () => {
      const process = startProcess(place.store, clock);
      await add(process, place.store, wanted("Rà soát, hồ sơ"));
      expect(await process.tasks.adding([wanted("ra soat hồ sơ")])).toEqual({ checks: [], puts: [] });
      await add(process, place.store, wanted("hai"), wanted("hai"));
      expect((await process.tasks.list()).map(({ id }) => id)).toEqual(["1", "2"]);
    });
  });

  it("are done by the first who says so, and open again when it is taken back", async () => {
    const [a, b] = [startProcess(place.store, clock), startProcess(await place.connect(), clock)];
    await add(a, place.store, wanted("một"));
    const word = (by: string) => ({ occurrence: "2024-11-10", by, name: by.toUpperCase() });
    await Promise.all([a.tasks.complete("1", word("an")), b.tasks.complete("1", word("binh"))]);
    const done = (await a.tasks.get("1"))?.done ?? [];
    expect(done).toHaveLength(1);
    expect(a.tasks.standing(await held(a))).toMatchObject({
      occurrence: "2024-11-10",
      isOverdue: false,
      days: 6,
    });
    await b.tasks.reopen("1", "2024-11-10");
    expect((await a.tasks.get("1"))?.done).toEqual([]);
    expect(await a.tasks.complete("9", word("an"))).toBeNull();
  });

  async function held({ tasks }: ReturnType<typeof startProcess>) {
    const task = await tasks.get("1");
    if (!task) throw new Error("no task 1");
    return task;
  }

  it("are told of once, however many processes look at the same time", async () => {
    now = new Date("2024-11-01T09:00:00+07:00");
    const processes = [startProcess(place.store, clock)];
    for (let i = 0; i < 3; i++) processes.push(startProcess(await place.connect(), clock));
    const [first] = processes;
    if (!first) throw new Error("no process");
    for (const chat of ["test:a", "test:b"] as const) {
      await first.subscriptions.add({ chat, unit: "od332", kinds: ["tasks"], by: "test:a" });
    }
    const many = Array.from({ length: 20 }, (_, i) => wanted(`việc ${i}`));
    await add(first, place.store, ...many);
    now = new Date("2024-11-06T07:30:00+07:00");
    await Promise.all(processes.map(({ look }) => look()));
    await Promise.all(processes.map(({ look }) => look()));
    const told = (await first.ledger.ofChat("test:a", 100)).flatMap(({ recipe }) =>
      recipe.kind === "task-reminder" ? recipe.tasks.map(({ task }) => Number(task)) : [],
    );
    expect(told.sort((x, y) => x - y)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    expect(await first.ledger.ofChat("test:b", 100)).toHaveLength(3);
  });

  it("are told of once though the process dies at any step between the look and the ledger", async () => {
    for (let step = 0; step < 16; step++) {
      now = new Date(`2024-11-01T09:00:00+07:00`);
      const healthy = startProcess(place.store, clock);
      const chat: ChatId = `test:chat-${step}`;
      await healthy.subscriptions.add({ chat, unit: "od332", kinds: ["tasks"], by: "test:a" });
      await add(healthy, place.store, wanted(`việc ${step}`));
      now = new Date("2024-11-06T07:30:00+07:00");

      const mortal = createMortalStore(place.store);
      const dying = startProcess(dyingAfter(step, mortal), clock);
      await dying.look().catch(() => undefined);
      await startProcess(place.store, clock).look();

      const rows = await healthy.ledger.ofChat(chat, 10);
      expect([step, rows.map(({ recipe }) => recipe)]).toEqual([
        step,
        [{ kind: "task-reminder", tasks: [{ task: String(step + 1), occurrence: "2024-11-10" }] }],
      ]);
      await healthy.subscriptions.remove(chat);
    }
  });
});

/** The process is killed once it has asked the store so many times. */
function dyingAfter(requests: number, mortal: ReturnType<typeof createMortalStore>): Store {
  let left = requests;
  const count = <T>(ask: () => Promise<T>): Promise<T> => {
    if (left-- <= 0) mortal.die();
    return ask();
  };
  return {
    get: (key) => count(() => mortal.get(key)),
    getMany: (keys) => count(() => mortal.getMany(keys)),
    list: (range) => count(() => mortal.list(range)),
    commit: (commit) => count(() => mortal.commit(commit)),
    close: async () => undefined,
  };
}
