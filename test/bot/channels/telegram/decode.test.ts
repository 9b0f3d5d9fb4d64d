import type { Update, UserFromGetMe } from "grammy/types";
import { describe, expect, it } from "vitest";
import { decode } from "#bot/channels/telegram/decode.ts";
import type { Inbound } from "#services/inbound.ts";

const me = {
  id: 7,
  is_bot: true,
  first_name: "Bot",
  username: "Bot766_bot",
  can_read_all_group_messages: false,
};
const an = { id: 42, is_bot: false, first_name: "Nguyễn Văn", last_name: "An" };
const group = { id: -1001, type: "supergroup", title: "Tổ 766" };
const home = { id: 42, type: "private", first_name: "Nguyễn Văn", last_name: "An" };

function read(update: object, admins: readonly number[] = []): Inbound | null {
  return decode({ update_id: 1, ...update } as unknown as Update, {
    me: me as unknown as UserFromGetMe,
    isChatAdmin: async (_, user) => admins.includes(user),
    fetchFile: async (id) => new TextEncoder().encode(id),
  });
}

const message = (fields: object) =>
  read({ message: { message_id: 5, date: 0, chat: group, from: an, ...fields } });

describe("decode: what was said", () => {
  it("leaves a command for another bot alone in a group, not in private", () => {
    expect(message({ text: "/xephang@other_bot t8" })).toBeNull();
    expect(message({ chat: home, text: "/xephang@other_bot t8" })).toMatchObject({ addressed: true });
  });

  it("reads a bare command in a group without being addressed", () => {
    expect(message({ text: "/xephang t8" })).toMatchObject({ text: "/xephang t8", addressed: false });
    expect(message({ text: "/xephang@Bot766_bot t8" })).toMatchObject({
      text: "/xephang t8",
      addressed: true,
    });
  });

  it.each(["/xephang thang 8", "@Bot766_bot /xephang thang 8", "／xephang thang 8"])(
    "takes a caption that is a command for the command: %j",
    (caption) => {
      const entities = { caption_entities: [] };
      expect(message({ chat: home, caption, photo: [], ...entities })).toMatchObject({
        text: "/xephang thang 8",
        wordless: false,
      });
    },
  );

  it("takes no other caption for words said to the bot", () => {
    const letter = { caption: "công văn tháng 9", document: {} };
    expect(message({ chat: home, ...letter })).toMatchObject({ text: "", wordless: true, addressed: true });
    expect(message(letter)).toBeNull();
    expect(message({ ...letter, caption: "@Bot766_bot công văn" })).toMatchObject({
      text: "",
      wordless: true,
      addressed: true,
    });
  });

  it("is addressed by a reply to the bot, not by one to a person", () => {
    const to = (from: object) => ({ message_id: 3, date: 0, chat: group, from });
    expect(message({ text: "còn tháng 7?", reply_to_message: to(me) })?.addressed).toBe(true);
    expect(message({ text: "còn tháng 7?", reply_to_message: to(an) })?.addressed).toBe(false);
  });

  it("is not addressed by every message of a topic the bot opened", () => {
    const opener = { message_id: 55, date: 0, chat: group, from: me };
    const topic = { is_topic_message: true, message_thread_id: 55 };
    expect(message({ text: "chào", ...topic, reply_to_message: opener })?.addressed).toBe(false);
  });

  it("is addressed in private", () => {
    expect(message({ chat: home, text: "tháng 8" })).toMatchObject({
      chatKind: "private",
      addressed: true,
      wordless: false,
    });
  });

  it.each([
    "animation",
    "audio",
    "contact",
    "dice",
    "document",
    "location",
    "photo",
    "poll",
    "sticker",
    "story",
    "venue",
    "video",
    "video_note",
    "voice",
  ])("hears a %s in private, or in answer to the bot, as something without words", (kind) => {
    const wordless = { text: "", addressed: true, wordless: true };
    const sent = kind === "photo" ? [{ file_id: "AgAC1", width: 1, height: 1 }] : {};
    expect(message({ chat: home, [kind]: sent })).toMatchObject(wordless);
    const to = { message_id: 3, date: 0, chat: group, from: me };
    expect(message({ [kind]: sent, reply_to_message: to })).toMatchObject(wordless);
    expect(message({ [kind]: sent })).toBeNull();
  });
});

describe("decode: where and who", () => {
  it("names the topic in the chat only for a topic's messages, and the group beside it", () => {
    expect(message({ text: "x", is_topic_message: true, message_thread_id: 55 })).toMatchObject({
      chat: "telegram:-1001:55",
      group: "telegram:-1001",
    });
    expect(message({ text: "x", message_thread_id: 55 })).toMatchObject({ chat: "telegram:-1001" });
    expect(message({ text: "x", message_thread_id: 55 })?.group).toBeUndefined();
  });

  it("names sender, chat and message", () => {
    expect(message({ text: "x" })).toMatchObject({
      id: "-1001/5",
      chatName: "Tổ 766",
      sender: { id: "telegram:42", name: "Nguyễn Văn An" },
    });
    expect(message({ chat: home, text: "x" })?.chatName).toBe("Nguyễn Văn An");
  });

  it.each([
    ["the bot itself", { from: me }],
    ["another bot", { from: { id: 8, is_bot: true, first_name: "b" } }],
    ["a linked channel", { from: { id: 777000, is_bot: false, first_name: "Telegram" } }],
    [
      "an automatic forward",
      { is_automatic_forward: true, sender_chat: { id: -5, type: "channel", title: "c" } },
    ],
    ["a channel", { chat: { id: -5, type: "channel", title: "c" } }],
  ])("ignores %s", (_, fields) => {
    expect(message({ text: "/xephang", ...fields })).toBeNull();
  });

  it.each([
    [
      "a service message",
      { message: { message_id: 5, date: 0, chat: group, from: an, new_chat_members: [an] } },
    ],
    ["a post of a channel", { channel_post: { message_id: 5, date: 0, chat: group, text: "/xephang" } }],
    ["an update of a kind unknown", { whatever: {} }],
  ])("ignores %s", (_, update) => {
    expect(read(update)).toBeNull();
  });

  it("takes an anonymous admin for the group and for its admin", async () => {
    const anonymous = { from: { id: 1087968824, is_bot: true, first_name: "Group" }, sender_chat: group };
    const heard = message({ text: "/caidat", ...anonymous });
    expect(heard?.sender).toEqual({ id: "telegram:-1001", name: "Tổ 766" });
    expect(await heard?.isChatAdmin()).toBe(true);
  });

  it("takes a channel that speaks in the group for no admin", async () => {
    const as = {
      from: { id: 136817688, is_bot: true, first_name: "Channel" },
      sender_chat: { id: -9, title: "K" },
    };
    expect(await message({ text: "/caidat", ...as })?.isChatAdmin()).toBe(false);
  });

  it("takes a person in private for the one who runs the chat", async () => {
    expect(await message({ chat: home, text: "/caidat" })?.isChatAdmin()).toBe(true);
  });
});

describe("decode: presses and joins", () => {
  const press = (on: object, data = "/xephang t7") =>
    read({
      callback_query: {
        id: "9",
        from: an,
        chat_instance: "1",
        data,
        message: { message_id: 6, chat: group, ...on },
      },
    });

  it("hears a press as its command, on the message it stood on", () => {
    expect(press({ date: 1, text: "x" })).toMatchObject({
      id: "press:9",
      text: "/xephang t7",
      addressed: true,
      pressed: { chat: "telegram:-1001", messages: ["6"] },
    });
  });

  it("knows a picture and a file from a text, for replacing", () => {
    expect(press({ date: 1, photo: [{}] })?.pressed?.messages).toEqual(["6:photo"]);
    expect(press({ date: 1, document: {} })?.pressed?.messages).toEqual(["6:file"]);
    expect(press({ date: 0 })?.pressed?.messages).toEqual(["6"]);
  });

  it("hears a press in a topic in that topic", () => {
    expect(press({ date: 1, is_topic_message: true, message_thread_id: 55 })?.chat).toBe("telegram:-1001:55");
  });

  it("ignores a press of an inline message", () => {
    expect(read({ callback_query: { id: "9", from: an, chat_instance: "1", data: "/x" } })).toBeNull();
  });

  const change = (from: object, to: object, chat: object = group) =>
    read({ my_chat_member: { chat, from: an, date: 3, old_chat_member: from, new_chat_member: to } });

  it("tells when it joins, and whether it hears only what is addressed to it", () => {
    const asMember = change({ status: "left" }, { status: "member" });
    expect(asMember).toMatchObject({
      event: "joined",
      hearsOnlyMentions: true,
      chat: "telegram:-1001",
      text: "",
    });
    const asAdmin = change({ status: "kicked" }, { status: "administrator" });
    expect(asAdmin).toMatchObject({ event: "joined", hearsOnlyMentions: false });
  });

  it("does not join by being promoted, muted, or kept out", () => {
    expect(change({ status: "member" }, { status: "administrator" })).toBeNull();
    expect(change({ status: "member" }, { status: "restricted", is_member: true })).toBeNull();
    expect(change({ status: "left" }, { status: "restricted", is_member: false })).toBeNull();
  });

  it.each([
    ["put out", { status: "member" }, { status: "kicked" }, "left"],
    ["leaving", { status: "administrator" }, { status: "left" }, "left"],
    ["muted and put out", { status: "restricted", is_member: true }, { status: "left" }, "left"],
    ["no admin any more", { status: "administrator" }, { status: "member" }, "admin-lost"],
    [
      "no admin, and muted",
      { status: "administrator" },
      { status: "restricted", is_member: true },
      "admin-lost",
    ],
  ])("tells of being %s, without a claim to be answered", (_, from, to, event) => {
    expect(change(from, to)).toMatchObject({ event, addressed: false, text: "", chat: "telegram:-1001" });
  });

  it("tells who blocked it in private, and who takes it back", () => {
    const [member, kicked] = [{ status: "member" }, { status: "kicked" }];
    expect(change(member, kicked, home)).toMatchObject({ event: "blocked", chatKind: "private" });
    expect(change(kicked, member, home)).toMatchObject({ event: "unblocked", addressed: false });
  });

  it("leaves channels it is put into alone", () => {
    const channel = { id: -5, type: "channel", title: "c" };
    expect(change({ status: "left" }, { status: "administrator" }, channel)).toBeNull();
    expect(change({ status: "administrator" }, { status: "member" }, channel)).toBeNull();
  });

  it("tells a group's new name", () => {
    expect(message({ new_chat_title: "Tổ mới" })).toMatchObject({
      event: "renamed",
      chatName: "Tổ mới",
      addressed: false,
    });
  });
});
