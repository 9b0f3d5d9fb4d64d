import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createDispatch } from "#bot/answering/dispatch/dispatch.ts";
import { defineCommand } from "#commands/define-command.ts";
import { slot } from "#commands/slots/slot.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";
import { createDialogues } from "#services/dialogues/dialogues.ts";
import type { ChatId } from "#services/ids.ts";
import type { Role } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot({ operators: ["test:op"] });
  const op = { from: "test:op" };
  await bot.say("/quyen editor test:editor huyện Tiên Lữ", op);
  await bot.say("/quyen cán bộ test:officer xã Cương Chính", op);
});
afterAll(() => bot.stop());

const PEOPLE: readonly ChatId[] = ["test:op", "test:editor", "test:officer", "test:nobody"];

/** What becomes of a command that needs a role, asked about a unit: the codes of the four people's refusals. */
async function outcomes(needed: Role, about: string) {
  const command = defineCommand({
    name: "batdau",
    words: (t) => t.start,
    role: needed,
    slots: { unit: slot.optionalUnit() },
    run: async () => ({ text: lines("được"), actions: [] }),
  });
  const { services, lifecycle } = bot.app;
  const dispatch = createDispatch({
    commands: [command],
    services,
    catalogs: { vi, en },
    locale: "vi",
    home: () => services.units.get("vn") ?? expect.fail("no country"),
    meet: lifecycle.meet,
    roleOf: ({ sender }, unit) => services.rights.roleOf(sender.id, unit),
    admit: async () => ({ kind: "in" }),
    tell: async () => false,
    takeBackIn: () => null,
    showsTablesIn: () => false,
    dialogues: createDialogues({ store: bot.store, clock: () => new Date() }),
    onError: (error) => expect.fail(String(error)),
  });
  const replies = PEOPLE.map((person) =>
    dispatch({
      id: "1",
      chat: person,
      chatKind: "private",
      chatName: "",
      sender: { id: person, name: "" },
      text: `/batdau ${about}`,
      addressed: true,
      isChatAdmin: async () => true,
    }),
  );
  return (await Promise.all(replies)).map((reply) => reply?.refused ?? "ok");
}

const THERE = "role-needed-there";
const NO = "role-needed";

describe("role × command × unit, for operator, editor of Tiên Lữ, officer of Cương Chính, and anybody", () => {
  it.each<[Role, string, string[]]>([
    ["viewer", "huyện Tiên Lữ", ["ok", "ok", "ok", "ok"]],
    ["viewer", "tỉnh Gia Lai", ["ok", "ok", "ok", "ok"]],
    ["officer", "xã Cương Chính", ["ok", "ok", "ok", NO]],
    ["officer", "xã Thủ Sỹ", ["ok", "ok", THERE, NO]],
    ["officer", "tỉnh Gia Lai", ["ok", THERE, THERE, NO]],
    ["editor", "huyện Tiên Lữ", ["ok", "ok", NO, NO]],
    ["editor", "xã Cương Chính", ["ok", "ok", NO, NO]],
    ["editor", "tỉnh Gia Lai", ["ok", THERE, NO, NO]],
    ["editor", "", ["ok", THERE, NO, NO]],
    ["operator", "huyện Tiên Lữ", ["ok", NO, NO, NO]],
  ])("a command for %ss about %j", async (needed, about, expected) => {
    expect(await outcomes(needed, about)).toEqual(expected);
  });
});

it("a missing right is named with its unit", () => {
  const unit = bot.app.services.units.get("vn") ?? expect.fail("no country");
  expect(vi.refusals["role-needed-there"]({ role: "editor", unit })).toMatch(
    /^Lệnh này dành cho người nhập liệu .+\. Anh\/chị liên hệ người vận hành bot/u,
  );
});

it("help lists what the asker may use", async () => {
  expect(await bot.answer("/trogiup", { from: "test:nobody" })).not.toContain("/trangthai");
  expect(await bot.answer("/trogiup", { from: "test:op" })).toContain("/trangthai");
});
