import { ApiError, badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import type { ChatState, World } from "#test/support/fake-telegram/world.ts";

/** The chat a call names, if the bot may speak there. */
export function openChat(world: World, payload: Payload): ChatState {
  const state = world.chats.get(Number(payload.chat_id));
  if (!state) throw badRequest("chat not found");
  if (state.migratedTo !== null) {
    throw badRequest("group chat was upgraded to a supergroup chat", {
      migrate_to_chat_id: state.migratedTo,
    });
  }
  if (state.refusal) throw new ApiError(state.refusal.code, state.refusal.description);
  return state;
}
