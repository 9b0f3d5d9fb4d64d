import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { bold, lines, tabled } from "#services/reply/text.ts";
import { type Harness, openTelegram } from "#test/bot/channels/telegram/harness.ts";
import { wordsOfRich } from "#test/support/fake-telegram/rich.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

let open: Harness;
let group: FakeChat;
let refusals: string[];
let sees: boolean;

beforeEach(async () => {
  refusals = [];
  sees = true;
  open = await openTelegram({
    tableChats: {
      showsIn: async () => sees,
      async refusedIn(chat) {
        refusals.push(chat);
        sees = false;
      },
    },
  });
  group = open.fake.group();
  await open.start();
});
afterEach(() => open.close());

const COLUMNS = [
  { head: "Hạng", isFigure: true },
  { head: "Đơn vị" },
  { head: "Điểm", isFigure: true },
] as const;

const list = (
  rows: readonly (readonly string[])[] = [
    ["1", "Thủ Sỹ", "89,63"],
    ["2", "Hải Triều", "88,82"],
  ],
) =>
  tabled(
    { columns: COLUMNS, rows },
    lines(...rows.map(([rank, name, value]) => `${rank}. ${name} ${value}`)),
  );

function ranking(more: Partial<Reply> = {}): Reply {
  const text = lines(bold("Xếp hạng tháng 8/2024"), list(), "Chính thức · bản 1");
  return { text, actions: [[{ label: "Nguồn", command: "/nguon" }]], ...more };
}

const chat = () => `telegram:${group.id}` as const;
const sent = () => open.fake.sent(group);
const rich = () => sent().map(({ rich_message: one }) => (one ? wordsOfRich(one.blocks) : null));

describe("in a chat that sees tables", () => {
  it("a list is a table between the lines around it, its buttons below", async () => {
    await open.channel.send(chat(), ranking());
    expect(rich()).toEqual([
      [
        "Xếp hạng tháng 8/2024",
        "Hạng | Đơn vị | Điểm",
        "1 | Thủ Sỹ | 89,63",
        "2 | Hải Triều | 88,82",
        "Chính thức · bản 1",
      ].join("\n"),
    ]);
    expect(sent()[0]?.reply_markup?.inline_keyboard.flat()).toMatchObject([{ text: "Nguồn" }]);
    expect(sent()[0]?.rich_message?.blocks[0]).toMatchObject({ text: [{ type: "bold" }] });
  });

  it("what has no table is said as everywhere", async () => {
    await open.channel.send(chat(), { text: lines("Chưa có số liệu"), actions: [] });
    expect(sent()).toMatchObject([{ text: "Chưa có số liệu" }]);
  });

  it("its picture stands in the same message, and is uploaded once", async () => {
    const picture = tinyPicture();
    await open.channel.send(chat(), ranking({ picture }));
    await open.channel.send(chat(), ranking({ picture }));
    const blocks = sent().map(({ rich_message: one }) => one?.blocks[0]);
    expect(blocks).toMatchObject([{ type: "photo" }, { type: "photo" }]);
    expect(open.fake.world.files.size).toBe(1);
  });

  it("a list too long for one message is said in lines, and the chat goes on seeing tables", async () => {
    const rows = Array.from({ length: 500 }, (_, i) => [String(i + 1), `Xã số ${i + 1}`, "80,00"]);
    await open.channel.send(chat(), { text: list(rows), actions: [] });
    expect(rich().every((one) => one === null)).toBe(true);
    expect(
      sent()
        .map(({ text }) => text)
        .join("\n"),
    ).toContain("500. Xã số 500 80,00");
    expect(refusals).toEqual([]);
  });

  it("a table takes the place of a text, and a text of a table", async () => {
    const first = await open.channel.send(chat(), { text: lines("Đang tính"), actions: [] });
    const second = await open.channel.send(chat(), ranking(), { replace: first });
    expect(rich()).toHaveLength(1);
    expect(rich()[0]).toContain("1 | Thủ Sỹ | 89,63");
    await open.channel.send(chat(), { text: lines("Đã thu hồi"), actions: [] }, { replace: second });
    expect(sent()).toMatchObject([{ text: "Đã thu hồi" }]);
    expect(rich()).toEqual([null]);
  });

  it("is taken away like any message", async () => {
    const receipt = await open.channel.send(chat(), ranking());
    expect(await open.channel.takeBack?.(receipt)).toBe(true);
    expect(sent()).toEqual([]);
  });

  it("what is pressed on a table is answered in its place", async () => {
    await open.channel.send(chat(), ranking());
    const message = sent()[0];
    if (!message) return expect.fail("nothing was sent");
    open.fake.press(message, "Nguồn");
    const press = await open.fake.until(() => open.heard[0]);
    await open.channel.send(
      chat(),
      { text: lines("Nguồn số liệu"), actions: [] },
      press.pressed && { replace: press.pressed },
    );
    expect(sent()).toMatchObject([{ text: "Nguồn số liệu", message_id: message.message_id }]);
  });
});

describe("where a table cannot be sent", () => {
  it("because the server is too old, all is said in lines, and it is told once", async () => {
    open.fake.world.knowsNoTables = true;
    await open.channel.send(chat(), ranking());
    await open.channel.send(chat(), ranking());
    expect(sent().map(({ text }) => text)).toEqual([ranking().text.text, ranking().text.text]);
    expect(refusals).toEqual([chat()]);
    expect(open.fake.callsOf("sendRichMessage")).toHaveLength(1);
  });

  it("because Telegram refuses this one, all is said in lines", async () => {
    open.fake.fail("sendRichMessage", {
      kind: "refuse",
      code: 400,
      description: "Bad Request: RICH_MESSAGE_INVALID",
    });
    await open.channel.send(chat(), ranking());
    expect(sent()).toMatchObject([{ text: ranking().text.text }]);
    expect(refusals).toEqual([chat()]);
  });

  it("for a reason that has nothing to do with tables, that is no word against them", async () => {
    open.fake.state(group).photosForbidden = true;
    const picture = tinyPicture();
    await open.channel.send(chat(), ranking({ picture }));
    expect(sent()).toMatchObject([{ text: ranking().text.text }]);
    await open.channel.send(chat(), ranking({ picture }));
    expect(rich()[1]).toContain("1 | Thủ Sỹ | 89,63");
    open.fake.state(group).refusal = {
      code: 403,
      description: "Forbidden: bot was kicked from the supergroup chat",
    };
    await expect(open.channel.send(chat(), ranking())).rejects.toMatchObject({
      remedy: { kind: "forget-chat" },
    });
    expect(refusals).toEqual([]);
  });

  it("of a message that nobody knows to have arrived, nothing is sent again", async () => {
    open.fake.fail("sendRichMessage", { kind: "drop", when: "after" });
    await expect(open.channel.send(chat(), ranking())).rejects.toMatchObject({ remedy: { kind: "unknown" } });
    expect(rich()).toHaveLength(1);
    expect(refusals).toEqual([]);
  });
});

it("a chat that has not said so sees none, but the one sent to be looked at", async () => {
  sees = false;
  await open.channel.send(chat(), ranking());
  await open.channel.send(chat(), ranking({ triesTables: true }));
  expect(rich()).toEqual([null, expect.stringContaining("1 | Thủ Sỹ | 89,63")]);
});
