import { badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import { checkKeyboard, checkText } from "#test/support/fake-telegram/checks.ts";
import { openChat } from "#test/support/fake-telegram/open-chat.ts";
import {
  type ChatState,
  type FakeMessage,
  type FakeUser,
  now,
  type World,
} from "#test/support/fake-telegram/world.ts";

/** Without administrator rights the bot may answer a press, or a message that nobody else saw, for so long. */
const LEAVE_SECONDS = 15;

/** The one person who shall see a message; null = all do. */
export function readerOf(world: World, state: ChatState, payload: Payload): FakeUser | null {
  const wished = payload.ephemeral_message_parameters as Payload | undefined;
  const reply = payload.reply_parameters as Payload | undefined;
  const repliesTo = reply?.ephemeral_message_id;
  if (world.isOld) return null;
  if (!wished) {
    if (repliesTo !== undefined) throw badRequest("a reply to an ephemeral message must be ephemeral");
    return null;
  }
  const id = Number(wished.receiver_user_id);
  if (state.chat.type === "private" || id <= 0 || state.members.get(id) === "left")
    throw badRequest("EPHEMERAL_RECEIVER_INVALID");
  const isAdmin = state.members.get(world.me.id) === "administrator";
  const isAllowed =
    isAdmin || mayAnswerPress(world, id, wished.callback_query_id) || mayReply(state, id, repliesTo);
  if (!isAllowed) throw badRequest("not enough rights to send ephemeral messages to the chat");
  if (repliesTo !== undefined && !mayReply(state, id, repliesTo))
    throw badRequest("message to be replied not found");
  return { id, is_bot: false, first_name: "" };
}

function mayAnswerPress(world: World, reader: number, query: unknown): boolean {
  const press = world.presses.get(String(query));
  return press !== undefined && press.from === reader && now() - press.at <= LEAVE_SECONDS;
}

function mayReply(state: ChatState, reader: number, id: unknown): boolean {
  const message = state.unseen.find((one) => one.ephemeral_message_id === id && one.from?.id === reader);
  return message !== undefined && now() - message.date <= LEAVE_SECONDS;
}

export function editEphemeralMessageText(world: World, payload: Payload): true {
  const { state, index, old } = find(world, payload);
  const { text, entities } = checkText(payload);
  const markup = checkKeyboard(payload.reply_markup);
  const { reply_markup: _, entities: __, ...frame } = old;
  state.unseen[index] = {
    ...frame,
    text,
    ...(entities.length > 0 && { entities }),
    ...(markup && { reply_markup: markup }),
  };
  return true;
}

export function deleteEphemeralMessage(world: World, payload: Payload): true {
  const { state, index } = find(world, payload);
  state.unseen.splice(index, 1);
  return true;
}

function find(world: World, payload: Payload): { state: ChatState; index: number; old: FakeMessage } {
  const state = openChat(world, payload);
  const index = state.unseen.findIndex(
    (one) =>
      one.ephemeral_message_id === Number(payload.ephemeral_message_id) &&
      one.receiver_user?.id === Number(payload.receiver_user_id),
  );
  const old = state.unseen[index];
  if (!old) throw badRequest("message to edit not found");
  return { state, index, old };
}
