import { ApiError, badRequest } from "#test/support/fake-zalo/api-error.ts";
import type { Manners } from "#test/support/fake-zalo/manners.ts";
import { fetchPhoto } from "#test/support/fake-zalo/photos.ts";
import { readStyles, readText } from "#test/support/fake-zalo/texts.ts";
import type { Updates } from "#test/support/fake-zalo/updates.ts";
import { type ChatState, type FakeMessage, newId, type World } from "#test/support/fake-zalo/world.ts";

export type Payload = Readonly<Record<string, unknown>>;
/** `undefined` = Zalo answers with no result. */
export type Method = (payload: Payload, gone: AbortSignal) => unknown;

/** The methods the fake knows, each as strict as the documentation. */
export function createMethods(world: World, updates: Updates, manners: Manners): ReadonlyMap<string, Method> {
  return new Map<string, Method>([
    ["getMe", () => world.me],
    ["getUpdates", (_, gone) => updates.get(gone)],
    ["setWebhook", (payload) => updates.setWebhook(payload)],
    ["deleteWebhook", () => updates.deleteWebhook()],
    ["getWebhookInfo", () => updates.webhookInfo()],
    ["testWebhook", () => updates.testWebhook()],
    ["sendMessage", (payload) => sendMessage(world, payload)],
    ["sendPhoto", (payload) => sendPhoto(world, payload, manners)],
    ["sendChatAction", (payload) => sendChatAction(world, payload)],
  ]);
}

function sendMessage(world: World, payload: Payload) {
  const { messages } = openChat(world, payload);
  const text = readText(payload.text, "text");
  const styles = readStyles(payload.text_styles, text);
  takeQuota(world);
  return told(messages, { text, styles, photo: null });
}

async function sendPhoto(world: World, payload: Payload, { photoMs }: Manners) {
  const { messages } = openChat(world, payload);
  const { photo: url, caption } = payload;
  if (typeof url !== "string" || !/^https?:\/\//.test(url)) throw badRequest("photo must be a URL");
  const text = caption === undefined ? "" : readText(caption, "caption");
  takeQuota(world);
  return told(messages, { text, styles: [], photo: await fetchPhoto(url, photoMs) });
}

function sendChatAction(world: World, payload: Payload): undefined {
  openChat(world, payload);
  if (payload.action !== "typing") throw badRequest("unknown action");
}

function told(messages: FakeMessage[], said: Pick<FakeMessage, "text" | "styles" | "photo">) {
  const message = { message_id: newId(), date: Date.now(), ...said };
  messages.push(message);
  return { message_id: message.message_id, date: message.date };
}

function openChat(world: World, { chat_id: id }: Payload): ChatState {
  if (typeof id !== "string") throw badRequest("chat_id must be a string");
  const state = world.chats.get(id);
  if (!state) throw new ApiError(404, "Not Found");
  if (state.refusal) throw new ApiError(state.refusal.code, state.refusal.description);
  return state;
}

function takeQuota(world: World): void {
  if (world.quota <= 0) throw new ApiError(429, "Quota exceeded");
  world.quota--;
}
