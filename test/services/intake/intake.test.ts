import { beforeEach, describe, expect, it } from "vitest";
import { createImporter, type Importer } from "#services/documents/importer.ts";
import { createIntake } from "#services/intake/intake.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createSheets } from "#services/sheets/create-sheets.ts";
import type { Said } from "#services/sheets/persons-word.ts";
import type { Sheets } from "#services/sheets/sheets.ts";
import { createSqliteStore } from "#services/store/sqlite.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { createTasks } from "#services/tasks/tasks.ts";
import { createAddedUnits } from "#services/units/added-units.ts";
import { createUnits } from "#services/units/create-units.ts";
import { fullName } from "#services/units/unit.ts";
import { createWorkdays } from "#services/workdays/workdays.ts";
import { indicators, LETTERS, TODAY, textOf } from "#test/services/documents/reading.ts";
import { makeDocument, makeDraft } from "#test/services/sheets/make.ts";

const timeZone = "Asia/Ho_Chi_Minh";
const WRITER = { chat: "test:1", person: "test:an" };
const AUGUST = toPeriod("2024-08");
const allow = async () => {};

let store: Store;
let sheets: Sheets;
let importer: Importer;
/** What happens once between a plan and its commit. */
let between: (() => Promise<unknown>) | null;

beforeEach(() => {
  store = createSqliteStore({ path: ":memory:" });
  sheets = createSheets({ store });
  importer = createImporter({
    ...{ units: createUnits(), indicators, sheets, today: () => TODAY },
    targets: createTargets({ store }),
    added: createAddedUnits({ store }),
    tasks: createTasks({ store, workdays: createWorkdays({ timeZone }), timeZone }),
  });
  between = null;
  return () => store.close();
});

function open() {
  const confirm: Importer["confirm"] = async (plan, guard, options) => {
    const [happens] = [between];
    between = null;
    await happens?.();
    return importer.confirm(plan, guard, options);
  };
  const clock = () => new Date(`${TODAY}T08:00:00+07:00`);
  return createIntake({
    ...{ store, sheets, clock, approvers: 1 },
    importer: { ...importer, confirm },
    showsSample: async () => false,
  });
}

/** A letter whose new units were agreed to. */
async function paste() {
  const { saying, readWhole } = open();
  const { code, open: points } = await readWhole(WRITER, { message: "1", text: textOf(LETTERS.tienLu) });
  const said = points.newUnits.map((unit): Said => {
    const name = fullName(unit);
    return { kind: "new-unit", unit: name, indicator: null, period: null, before: null, after: name };
  });
  const agreed = await saying.say(WRITER.chat, code, WRITER.person, said);
  if (!agreed) throw new Error("the paper is gone");
  return agreed;
}
const publish = (scope: string, value: number) =>
  sheets.publish([makeDraft({ a: value }, { scope, period: AUGUST, document: makeDocument(`of ${value}`) })]);

describe("between a preview and its commit", () => {
  it("a publication about something else changes nothing", async () => {
    const { code } = await paste();
    between = () => publish("od250", 1);
    expect(await open().confirm(WRITER.chat, code, WRITER.person, allow)).toMatchObject({
      outcome: "stored",
    });
  });

  it("a publication of the same list shows the paper anew, and nothing is stored", async () => {
    const { code } = await paste();
    between = () => publish("od332", 1);
    const confirmed = await open().confirm(WRITER.chat, code, WRITER.person, allow);
    expect(confirmed.outcome).toBe("changed");
    expect(await sheets.current("op33", AUGUST)).toBeNull();
    const other = confirmed.outcome === "changed" ? confirmed.preview.code : "";
    expect(await open().confirm(WRITER.chat, code, WRITER.person, allow)).toEqual({ outcome: "gone" });
    expect(await open().confirm(WRITER.chat, other, WRITER.person, allow)).toMatchObject({
      outcome: "stored",
    });
  });

  it("whoever takes the paper first has it", async () => {
    const { code } = await paste();
    between = () => open().confirm(WRITER.chat, code, WRITER.person, allow);
    expect(await open().confirm(WRITER.chat, code, WRITER.person, allow)).toEqual({ outcome: "gone" });
    expect(await sheets.versions("od332", AUGUST)).toHaveLength(1);
  });

  it("what breaks leaves nothing behind but the paper, which can be confirmed again", async () => {
    const { code } = await paste();
    const before = await store.list(keysUnder(""));
    between = async () => {
      throw new Error("killed");
    };
    await expect(open().confirm(WRITER.chat, code, WRITER.person, allow)).rejects.toThrow("killed");
    expect(await store.list(keysUnder(""))).toEqual(before);
    expect(await open().confirm(WRITER.chat, code, WRITER.person, allow)).toMatchObject({
      outcome: "stored",
    });
    expect(await store.list(keysUnder("intake/papers/"))).toEqual([]);
  });

  it("a part that comes while the others are read is read with them", async () => {
    const intake = open();
    const [head, tail] = [textOf(LETTERS.tienLu).slice(0, 3_000), textOf(LETTERS.tienLu).slice(3_000)];
    await intake.drafts.add(WRITER, { message: "1", text: head });
    const reading = intake.readCollected(WRITER);
    await intake.drafts.add(WRITER, { message: "2", text: tail });
    const preview = await reading;
    const whole = await paste();
    expect(preview?.plan.sheets.map(({ units }) => units.length)).toEqual(
      whole.plan.sheets.map(({ units }) => units.length),
    );
    expect(await store.list(keysUnder("intake/drafts/"))).toEqual([]);
  });
});
