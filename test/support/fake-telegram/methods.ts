import { ApiError, badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import { getFile } from "#test/support/fake-telegram/downloads.ts";
import * as messages from "#test/support/fake-telegram/messages.ts";
import { openChat } from "#test/support/fake-telegram/open-chat.ts";
import { setMessageReaction } from "#test/support/fake-telegram/reactions.ts";
import * as unseen from "#test/support/fake-telegram/unseen.ts";
import type { Updates } from "#test/support/fake-telegram/updates.ts";
import type { FakeCommand, World } from "#test/support/fake-telegram/world.ts";

export type Method = (payload: Payload, gone: AbortSignal) => unknown;

const MOST_POP_UP = 200;

const actions = new Set(["typing", "upload_photo", "upload_document"]);

/** The methods the fake knows, each as strict as Telegram. */
export function createMethods(world: World, updates: Updates): ReadonlyMap<string, Method> {
  return new Map<string, Method>([
    ["getMe", () => world.me],
    ["getUpdates", (payload, gone) => updates.get(payload, gone)],
    ["setWebhook", (payload) => updates.setWebhook(payload)],
    ["deleteWebhook", () => updates.setWebhook({})],
    ["getWebhookInfo", () => webhookInfo(updates)],
    ["sendMessage", (payload) => messages.sendMessage(world, payload)],
    ["sendRichMessage", (payload) => messages.sendRichMessage(world, payload)],
    ["sendPhoto", (payload) => messages.sendPhoto(world, payload)],
    ["sendDocument", (payload) => messages.sendDocument(world, payload)],
    ["editMessageText", (payload) => messages.editMessageText(world, payload)],
    ["editMessageCaption", (payload) => messages.editMessageCaption(world, payload)],
    ["editMessageMedia", (payload) => messages.editMessageMedia(world, payload)],
    ["editMessageReplyMarkup", (payload) => messages.editMessageReplyMarkup(world, payload)],
    ["editEphemeralMessageText", since(world, unseen.editEphemeralMessageText)],
    ["deleteEphemeralMessage", since(world, unseen.deleteEphemeralMessage)],
    ["setMessageReaction", (payload) => setMessageReaction(world, payload)],
    ["deleteMessage", (payload) => messages.deleteMessage(world, payload)],
    ["answerCallbackQuery", (payload) => answerCallbackQuery(world, payload)],
    ["sendChatAction", (payload) => sendChatAction(world, payload)],
    ["getFile", (payload) => getFile(world, payload)],
    ["getChat", (payload) => openChat(world, payload).chat],
    ["getChatMember", (payload) => getChatMember(world, payload)],
    ["setMyCommands", (payload) => setMyCommands(world, payload)],
    ["getMyCommands", (payload) => world.menus.get(String(payload.language_code ?? "")) ?? []],
  ]);
}

/** A method of 10.2: a server of the time before does not know it. */
function since(world: World, method: (world: World, payload: Payload) => true): Method {
  return (payload) => {
    if (world.isOld) throw new ApiError(404, "Not Found: method not found");
    return method(world, payload);
  };
}

function webhookInfo(updates: Updates) {
  const { url } = updates.webhook();
  return { url, has_custom_certificate: false, pending_update_count: updates.pending() };
}

function answerCallbackQuery(world: World, payload: Payload): true {
  const { callback_query_id: id, text = "", show_alert: isAlert = false } = payload;
  const query = String(id);
  if (String(text).length > MOST_POP_UP) throw badRequest("MESSAGE_TOO_LONG");
  if (!world.openQueries.delete(query)) {
    throw badRequest("query is too old and response timeout expired or query ID is invalid");
  }
  if (text !== "") world.popUps.push({ query, text: String(text), isAlert: isAlert === true });
  return true;
}

function sendChatAction(world: World, payload: Payload): true {
  openChat(world, payload);
  if (!actions.has(String(payload.action))) throw badRequest("wrong parameter action in request");
  return true;
}

function getChatMember(world: World, payload: Payload) {
  const state = openChat(world, payload);
  const id = Number(payload.user_id);
  return { status: state.members.get(id) ?? "left", user: { id, is_bot: false, first_name: "" } };
}

function setMyCommands(world: World, payload: Payload): true {
  const commands = payload.commands as FakeCommand[];
  for (const { command, description } of commands) {
    const isFit = /^[a-z0-9_]{1,32}$/.test(command) && description.length >= 1 && description.length <= 256;
    if (!isFit) throw badRequest("BOT_COMMAND_INVALID");
  }
  if (commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
  world.menus.set(String(payload.language_code ?? ""), commands);
  return true;
}
