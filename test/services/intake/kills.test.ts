import { beforeEach, describe, expect, it } from "vitest";
import { createImporter } from "#services/documents/importer.ts";
import { createIntake } from "#services/intake/intake.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import type { Store } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { fullName } from "#services/units/unit.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { indicators, LETTERS, TODAY, textOf } from "#test/services/documents/reading.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const WRITER = { chat: "test:1", person: "test:an" };
const AUGUST = toPeriod("2024-08");
const SCOPES = ["od332", "op33"];

class Killed extends Error {}

/** A store whose program ends at a commit: before it is written, or after. */
function killedAt(store: Store, commit: number, when: "before" | "after"): Store {
  let seen = 0;
  return {
    ...store,
    async commit(wanted) {
      seen += 1;
      if (seen > commit || (seen === commit && when === "before")) throw new Killed();
      const result = await store.commit(wanted);
      if (seen === commit) throw new Killed();
      return result;
    },
  };
}

/** A program over a store: what is read and kept in memory is its own. */
function start(store: Store) {
  const sheets = createSheets({ store });
  const importer = createImporter({
    ...{ units: createUnits(), indicators, sheets, today: () => TODAY },
    targets: createTargets({ store }),
    added: createAddedUnits({ store }),
    tasks: createTasks({ store, workdays: createWorkdays({ timeZone }), timeZone }),
  });
  const clock = () => new Date(`${TODAY}T08:00:00+07:00`);
  const intake = createIntake({
    store,
    importer,
    sheets,
    clock,
    approvers: 1,
    showsSample: async () => false,
  });
  return { intake, sheets };
}

/** All that a person does, from pasting to taking back. */
async function takeIn(store: Store, text: string): Promise<void> {
  const { intake } = start(store);
  const shown = await intake.readWhole(WRITER, { message: "1", text });
  const said = shown.open.newUnits.map((unit) => {
    const none = { indicator: null, period: null, before: null } as const;
    return { ...none, kind: "new-unit" as const, unit: fullName(unit), after: fullName(unit) };
  });
  const agreed =
    said.length > 0 ? await intake.saying.say(WRITER.chat, shown.code, WRITER.person, said) : shown;
  await intake.confirm(WRITER.chat, agreed?.code ?? "", WRITER.person, async () => {});
}

const versions = (store: Store): Promise<readonly (number | undefined)[]> =>
  Promise.all(SCOPES.map(async (scope) => (await start(store).sheets.current(scope, AUGUST))?.version));

let store: Store;
beforeEach(() => {
  store = createSqliteStore({ path: ":memory:" });
  return () => store.close();
});

describe("a program that ends at any commit of an import", () => {
  it("leaves the old versions or the new ones, whole; what is done again then ends in the same", async () => {
    const text = textOf(LETTERS.tienLu);
    for (const when of ["before", "after"] as const) {
      for (let commit = 1; commit <= 3; commit++) {
        const fresh = createSqliteStore({ path: ":memory:" });
        await expect(takeIn(killedAt(fresh, commit, when), text)).rejects.toThrow(Killed);
        const left = await versions(fresh);
        expect(left, `${when} commit ${commit}`).toEqual(
          commit === 3 && when === "after" ? [1, 1] : [undefined, undefined],
        );
        await takeIn(fresh, text);
        expect(await versions(fresh)).toEqual([1, 1]);
        await fresh.close();
      }
    }
  });

  it("leaves an undoing done or not, and the same paper twice changes nothing", async () => {
    const text = textOf(LETTERS.tienLu);
    await takeIn(store, text);
    await takeIn(store, text);
    expect(await versions(store)).toEqual([1, 1]);
    const undo = (over: Store) => start(over).intake.undoing.undo(WRITER.chat, null, WRITER.person);
    await expect(undo(killedAt(store, 1, "before"))).rejects.toThrow(Killed);
    expect(await versions(store)).toEqual([1, 1]);
    await expect(undo(killedAt(store, 1, "after"))).rejects.toThrow(Killed);
    expect(await versions(store)).toEqual([2, 2]);
    expect(await undo(store)).toEqual({ outcome: "gone" });
  });
});
