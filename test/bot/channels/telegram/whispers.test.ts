import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import { serverError } from "#test/support/fake-telegram/faults.ts";
import type { FakeChat, FakeMessage, FakeUser } from "#test/support/fake-telegram/world.ts";

let open: Harness;
let binh: FakeUser;
let group: FakeChat;
let chat: ChatId;
let onlyFor: ChatId;

beforeEach(async () => {
  open = await openTelegram();
  binh = open.fake.person("Bình");
  group = open.fake.group();
  chat = `telegram:${group.id}`;
  onlyFor = `telegram:${binh.id}`;
});
afterEach(() => open.close());

const makeAdmin = () => open.fake.state(group).members.set(open.fake.world.me.id, "administrator");
const unseen = () => open.fake.state(group).unseen.filter((one) => one.receiver_user !== undefined);
const seen = () => open.fake.sent(group).map(({ text }) => text);
const button = [[{ label: "Cương Chính", command: "/xa Cương Chính" }]];

describe("words for one person of a group", () => {
  it("are seen by that person alone where the bot is an administrator, in reply to what was asked", async () => {
    makeAdmin();
    const asked = open.fake.say(group, "/xa An", { from: binh });
    const replyTo = `${group.id}/${asked.message_id}`;
    const receipt = await open.channel.send(chat, words("Ý anh/chị là:", button), { onlyFor, replyTo });
    expect(unseen()).toMatchObject([{ text: "Ý anh/chị là:", receiver_user: { id: binh.id } }]);
    expect(unseen()[0]?.reply_to_message?.message_id).toBe(asked.message_id);
    expect(receipt.messages).toEqual([`${unseen()[0]?.ephemeral_message_id}:text:${binh.id}`]);
    expect(seen()).toEqual([]);
  });

  it("go to all where the bot may not, which is not tried again until its standing changes", async () => {
    await open.start();
    const say = (text: string) => open.channel.send(chat, words(text), { onlyFor });
    await say("một");
    await say("hai");
    expect(seen()).toEqual(["một", "hai"]);
    expect(open.fake.callsOf("sendMessage")).toHaveLength(3);
    makeAdmin();
    open.fake.standing(group, "member", "administrator");
    open.fake.say(group, "/xong");
    await open.fake.until(() => open.heard.length === 1);
    await say("ba");
    expect(unseen()).toMatchObject([{ text: "ba" }]);
  });

  it("go to all, once, by a server that does not know such messages", async () => {
    makeAdmin();
    open.fake.world.isOld = true;
    await open.channel.send(chat, words("một"), { onlyFor });
    await open.channel.send(chat, words("hai"), { onlyFor });
    expect(seen()).toEqual(["một", "hai"]);
    const marked = open.fake
      .callsOf("sendMessage")
      .map(({ payload }) => "ephemeral_message_parameters" in payload);
    expect(marked).toEqual([true, false]);
  });

  it("are not sent twice when nobody knows whether they arrived", async () => {
    makeAdmin();
    open.fake.fail("sendMessage", serverError());
    const sending = open.channel.send(chat, words("một"), { onlyFor });
    await expect(sending).rejects.toMatchObject({ remedy: { kind: "unknown" } });
    expect(open.fake.callsOf("sendMessage")).toHaveLength(1);
  });

  it("are plain messages in private, and for whoever speaks as the group", async () => {
    makeAdmin();
    const own = open.fake.privateChat(binh);
    await open.channel.send(`telegram:${own.id}`, words("riêng"), { onlyFor });
    await open.channel.send(chat, words("nhóm"), { onlyFor: chat });
    const calls = open.fake.callsOf("sendMessage");
    expect(calls.some(({ payload }) => "ephemeral_message_parameters" in payload)).toBe(false);
    expect(calls).toHaveLength(2);
  });
});

describe("a press on words that one person sees", () => {
  /** Bình is asked back and presses; `answer` says what is answered. */
  async function pressed(reply: Reply, isPersonal: boolean) {
    makeAdmin();
    await open.start(async ({ chat: to, pressed: replace, id }) => {
      const how = replace ? { replace } : { replyTo: id };
      await open.channel.send(to, reply, isPersonal ? { ...how, onlyFor } : how);
    });
    await open.channel.send(chat, words("Ý anh/chị là:", button), { onlyFor });
    open.fake.press(unseen()[0] as FakeMessage, "Cương Chính", binh);
    await open.fake.until(() => open.heard.length === 1 && open.fake.world.openQueries.size === 0);
  }

  it("is answered for all, and the question goes", async () => {
    await pressed(words("Xã Cương Chính: 83,28"), false);
    expect(seen()).toEqual(["Xã Cương Chính: 83,28"]);
    expect(unseen()).toEqual([]);
  });

  it("is answered in its place where the answer concerns that person too", async () => {
    await pressed(words("Trang 2"), true);
    expect(seen()).toEqual([]);
    expect(unseen()).toMatchObject([{ text: "Trang 2", receiver_user: { id: binh.id } }]);
    expect(unseen()).toHaveLength(1);
  });
});

describe("a command that nobody else sees", () => {
  it("is answered so although the bot is no administrator", async () => {
    await open.start(async ({ chat: to, id, sender, unseen: isUnseen }) => {
      expect(isUnseen).toBe(true);
      await open.channel.send(to, words("Quyền của anh/chị"), { onlyFor: sender.id, replyTo: id });
    });
    open.fake.sayUnseen(group, "/quyen", binh);
    await open.fake.until(() => unseen().length === 1);
    expect(unseen()).toMatchObject([{ text: "Quyền của anh/chị" }]);
    expect(seen()).toEqual([]);
  });

  it("is answered for all when its time has passed", async () => {
    await open.start(async ({ chat: to, id, sender }) => {
      open.fake.state(group).unseen = [];
      await open.channel.send(to, words("Quyền của anh/chị"), { onlyFor: sender.id, replyTo: id });
    });
    open.fake.sayUnseen(group, "/quyen", binh);
    await open.fake.until(() => seen().length === 1);
    expect(unseen()).toEqual([]);
  });
});
