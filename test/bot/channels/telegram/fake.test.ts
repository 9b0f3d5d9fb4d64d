import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import type { FakeChat } from "#test/support/fake-telegram/world.ts";

let fake: FakeTelegram;
let chat: FakeChat;

beforeEach(async () => {
  fake = await startFakeTelegram();
  chat = fake.group({ topics: [55] });
});
afterEach(() => fake.close());

async function call(method: string, payload: object = {}) {
  const response = await fetch(`${fake.apiRoot}/bot${fake.token}/${method}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(isOfChat(method) ? { chat_id: chat.id, ...payload } : payload),
  });
  return (await response.json()) as {
    ok: boolean;
    result?: unknown;
    description?: string;
    error_code?: number;
  };
}

function isOfChat(method: string): boolean {
  return /^(send|edit|delete(?!Webhook))/.test(method);
}

const keyboard = (data: string) => ({ inline_keyboard: [[{ text: "a", callback_data: data }]] });

describe("the fake Telegram", () => {
  it.each([
    ["an empty text", "sendMessage", { text: " \n" }, "message text is empty"],
    ["a text over 4,096", "sendMessage", { text: "x".repeat(4097) }, "message is too long"],
    ["a style beyond the text", "sendMessage", styled(2, 9), "ENTITY_BOUNDS_INVALID"],
    ["a style that halves an emoji", "sendMessage", styled(0, 1), "in a middle of a UTF-16 symbol"],
    [
      "65 bytes in a button",
      "sendMessage",
      { text: "x", reply_markup: keyboard("x".repeat(65)) },
      "BUTTON_DATA",
    ],
    ["the general topic by its id", "sendMessage", { text: "x", message_thread_id: 1 }, "thread not found"],
    ["an unknown chat", "sendMessage", { text: "x", chat_id: 4 }, "chat not found"],
    [
      "a reply to nothing",
      "sendMessage",
      { text: "x", reply_parameters: { message_id: 9 } },
      "replied not found",
    ],
    [
      "words for one person from a bot that is no administrator",
      "sendMessage",
      { text: "x", ephemeral_message_parameters: { receiver_user_id: 1000 } },
      "not enough rights",
    ],
    [
      "words for one person upon a press that nobody made",
      "sendMessage",
      { text: "x", ephemeral_message_parameters: { receiver_user_id: 1000, callback_query_id: "9" } },
      "not enough rights",
    ],
    [
      "words for all in reply to what one person sees",
      "sendMessage",
      { text: "x", reply_parameters: { ephemeral_message_id: 1 } },
      "must be ephemeral",
    ],
    [
      "an edit of what that person was not sent",
      "editEphemeralMessageText",
      { receiver_user_id: 1000, ephemeral_message_id: 9, text: "x" },
      "message to edit not found",
    ],
    ["an unknown file id", "sendPhoto", { photo: "AgAC" }, "wrong remote file identifier"],
    ["an edit of nothing", "editMessageText", { message_id: 9, text: "x" }, "message to edit not found"],
    [
      "a pop-up over 200",
      "answerCallbackQuery",
      { callback_query_id: "9", text: "x".repeat(201) },
      "MESSAGE_TOO_LONG",
    ],
    ["an answer to no press", "answerCallbackQuery", { callback_query_id: "9" }, "query is too old"],
    [
      "a menu with accents",
      "setMyCommands",
      { commands: [{ command: "xã", description: "x" }] },
      "COMMAND_INVALID",
    ],
  ])("refuses %s", async (_, method, payload, description) => {
    const answer = await call(method, payload);
    expect(answer).toMatchObject({ ok: false, error_code: 400 });
    expect(answer.description).toContain(description);
  });

  it("takes eyes as a reaction, and no cross", async () => {
    const { message_id: id } = fake.say(chat, "chào");
    const react = (emoji: string) =>
      call("setMessageReaction", { chat_id: chat.id, message_id: id, reaction: [{ type: "emoji", emoji }] });
    expect((await react("👀")).ok).toBe(true);
    expect((await react("❌")).description).toContain("REACTION_INVALID");
  });

  it("passes over words for one person, and knows no method of theirs, as a server of before 10.2", async () => {
    fake.world.isOld = true;
    await call("sendMessage", { text: "x", ephemeral_message_parameters: { receiver_user_id: 1000 } });
    expect(fake.sent(chat)).toHaveLength(1);
    const gone = { receiver_user_id: 1000, ephemeral_message_id: 1 };
    expect(await call("deleteEphemeralMessage", gone)).toMatchObject({ error_code: 404 });
  });

  it("refuses an edit that changes nothing, and a text in the place of a person's", async () => {
    await call("sendMessage", { text: "x", reply_markup: keyboard("/a") });
    const [mine] = fake.sent(chat);
    const same = { message_id: mine?.message_id, text: "x", reply_markup: keyboard("/a") };
    expect((await call("editMessageText", same)).description).toContain("message is not modified");
    expect((await call("editMessageText", { ...same, text: "y" })).ok).toBe(true);
    expect((await call("editMessageText", { ...same, text: "y" })).description).toContain("not modified");
    const theirs = fake.say(chat, "chào");
    const other = await call("editMessageText", { message_id: theirs.message_id, text: "y" });
    expect(other.description).toContain("message can't be edited");
  });

  it.each([
    ["sendMessage", { text: "x", colour: "red" }, "sendMessage.colour is unknown"],
    ["sendMessage", {}, "sendMessage.text is missing"],
    ["sendMessage", { text: 5 }, "sendMessage.text is no text"],
    ["sendMessage", { text: "x", reply_parameters: { id: 4 } }, "sendMessage.reply_parameters.id is unknown"],
    ["sendMessage", { text: "x", reply_markup: { keyboard: [] } }, "inline_keyboard is missing"],
    ["sendMessage", { text: "x", entities: [{ type: "bold", offset: 0 }] }, "entities.length is missing"],
    ["setMyCommands", { commands: {} }, "setMyCommands.commands is no list"],
  ])(
    "refuses %s %j, which is not of the Bot API, and fails the test that sends it",
    async (method, payload, breach) => {
      const answer = await call(method, payload);
      expect(answer).toMatchObject({ ok: false, error_code: 400 });
      expect(answer.description).toContain(breach);
      expect(fake.takeBreaches()).toHaveLength(1);
    },
  );

  it("knows no method but those of the Bot API, and fails the test that calls another", async () => {
    expect(await call("sendLetter")).toMatchObject({
      error_code: 404,
      description: "Not Found: method not found",
    });
    const { close } = fake;
    fake = await startFakeTelegram();
    await expect(close()).rejects.toThrow("not of the Bot API: sendLetter");
  });

  it("gives an update again until a later offset confirms it", async () => {
    fake.say(chat, "một");
    fake.say(chat, "hai");
    const first = (await call("getUpdates")).result as { update_id: number }[];
    expect(first).toHaveLength(2);
    expect((await call("getUpdates")).result).toHaveLength(2);
    expect((await call("getUpdates", { offset: (first[0]?.update_id ?? 0) + 1 })).result).toHaveLength(1);
    expect((await call("getUpdates")).result).toHaveLength(1);
  });

  it("lets only one poll at a time", async () => {
    const earlier = call("getUpdates", { timeout: 5 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const later = call("getUpdates", { timeout: 5 });
    expect((await earlier).error_code).toBe(409);
    fake.say(chat, "một");
    expect((await later).result).toHaveLength(1);
  });

  it("knows only its own token", async () => {
    const ask = async (token: string) => (await fetch(`${fake.apiRoot}/bot${token}/getMe`)).status;
    expect(await ask(fake.token)).toBe(200);
    expect(await ask("7660001:AAanother-token_0123456789abcdef")).toBe(401);
    expect(await ask("nonsense")).toBe(404);
  });
});

function styled(offset: number, length: number) {
  return { text: "🏆 x", entities: [{ type: "bold", offset, length }] };
}
