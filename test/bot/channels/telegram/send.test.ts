import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createMapMemory } from "#bot/channels/memory.ts";
import type { ChatId } from "#services/ids.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const button = [[{ label: "Tháng 7", command: "/xephang t7" }]];
const long = Array.from({ length: 60 }, (_, i) => `${i + 1}. Xã Thiện Phiến 85,22 điểm`).join("\n");
const file = {
  name: "Kết quả; tháng 8.xlsx",
  mediaType: "application/vnd.ms-excel",
  bytes: async () => new Uint8Array([80, 75]),
};

let open: Harness;
let group: FakeChat;
let chat: ChatId;

beforeEach(async () => {
  open = await openTelegram();
  group = open.fake.group({ topics: [55] });
  chat = `telegram:${group.id}`;
});
afterEach(() => open.close());

const sent = () => open.fake.sent(group);
const texts = () => sent().map((message) => message.text ?? message.caption);
const methods = () => open.fake.calls.map((call) => call.method);

describe("sending", () => {
  it("uploads a picture once, then sends it by its id in every chat", async () => {
    const picture = tinyPicture();
    const other = open.fake.group();
    await open.channel.send(chat, { ...words("một"), picture });
    await open.channel.send(`telegram:${other.id}`, { ...words("hai"), picture });
    expect(picture.drawn()).toBe(1);
    expect(open.fake.sent(other)[0]?.photo).toEqual(sent()[0]?.photo);
  });

  it("uploads a picture under the name it has", async () => {
    await open.channel.send(chat, {
      ...words("một"),
      picture: tinyPicture({ name: "Xep-hang-766-2024-08" }),
    });
    const photo = open.fake.calls.find(({ method }) => method === "sendPhoto")?.payload.photo;
    expect(photo).toMatchObject({ name: "Xep-hang-766-2024-08.jpg" });
  });

  it("uploads again when Telegram does not know the id any more", async () => {
    const memory = createMapMemory();
    const picture = tinyPicture();
    await memory.remember(`file:${picture.key}`, "AgACfrom-another-bot");
    await open.close();
    open = await openTelegram({ memory });
    group = open.fake.group();
    const receipt = await open.channel.send(`telegram:${group.id}`, { ...words("một"), picture });
    expect(methods()).toEqual(["sendPhoto", "sendPhoto"]);
    expect(receipt.messages).toEqual([`${sent()[0]?.message_id}:photo`]);
    expect(await memory.recall(`file:${picture.key}`)).toBe(sent()[0]?.photo?.[0]?.file_id);
  });

  it.each([
    [
      "photos are forbidden in the group",
      () => {
        open.fake.state(group).photosForbidden = true;
      },
      tinyPicture(),
    ],
    ["the picture is too long for Telegram", () => {}, tinyPicture({ width: 30, height: 900 })],
    ["the picture cannot be drawn", () => {}, tinyPicture({ fails: true })],
  ])("sends the text alone, whole and with its buttons, when %s", async (_, prepare, picture) => {
    prepare();
    await open.channel.send(chat, { ...words(long, button), picture });
    expect(texts()).toEqual([long]);
    expect(sent()[0]?.reply_markup?.inline_keyboard).toHaveLength(1);
    expect(open.log.messages("warn")).toHaveLength(1);
  });

  it("sends a file under its text, with its name", async () => {
    await open.channel.send(chat, { ...words("Tháng 8"), file });
    expect(sent()[0]).toMatchObject({ caption: "Tháng 8", document: { file_name: "Kết quả  tháng 8.xlsx" } });
  });

  it("sends the text when the file is refused", async () => {
    open.fake.fail("sendDocument", { kind: "refuse", code: 413, description: "Request Entity Too Large" });
    await open.channel.send(chat, { ...words("Tháng 8"), file });
    expect(texts()).toEqual(["Tháng 8"]);
  });

  it("answers under the question, and still answers when the question is gone", async () => {
    const question = open.fake.say(group, "/xephang");
    const replyTo = `${group.id}/${question.message_id}`;
    await open.channel.send(chat, words("một"), { replyTo });
    await open.channel.send(chat, words("hai"), { replyTo: `${group.id}/9999` });
    expect(sent().map((message) => message.reply_to_message?.message_id)).toEqual([
      question.message_id,
      undefined,
    ]);
  });

  it("answers in the topic, and in the general one without naming it", async () => {
    await open.channel.send(`${chat}:55`, words("trong chủ đề"));
    await open.channel.send(chat, words("chung"));
    expect(sent().map((message) => message.message_thread_id)).toEqual([55, undefined]);
  });

  it("shows no link previews", async () => {
    await open.channel.send(chat, words("https://dichvucong.gov.vn"));
    expect(open.fake.calls[0]?.payload.link_preview_options).toEqual({ is_disabled: true });
  });

  it("shows in the topic that it is typing or drawing, and never fails at it", async () => {
    await open.channel.busy?.(`${chat}:55`, "typing");
    await open.channel.busy?.(chat, "picture");
    await open.channel.busy?.("telegram:404", "typing");
    await open.channel.busy?.("zalo:1", "typing");
    const shown = open.fake
      .callsOf("sendChatAction")
      .map(({ payload }) => [payload.action, payload.message_thread_id]);
    expect(shown.slice(0, 2)).toEqual([
      ["typing", 55],
      ["upload_photo", undefined],
    ]);
  });
});
