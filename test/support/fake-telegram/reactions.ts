import { badRequest } from "#test/support/fake-telegram/api-error.ts";
import type { Payload } from "#test/support/fake-telegram/body.ts";
import { openChat } from "#test/support/fake-telegram/open-chat.ts";
import type { World } from "#test/support/fake-telegram/world.ts";

/** Of the list at core.telegram.org/bots/api#reactiontypeemoji; a cross is none of it. */
const ALLOWED: ReadonlySet<string> = new Set([
  "👍",
  "👎",
  "❤",
  "🔥",
  "👏",
  "🤔",
  "🎉",
  "🙏",
  "👌",
  "⚡",
  "👀",
  "✍",
  "🤝",
]);

export function setMessageReaction(world: World, payload: Payload): true {
  const state = openChat(world, payload);
  const id = Number(payload.message_id);
  const emojis = ((payload.reaction ?? []) as readonly { readonly emoji: string }[]).map(
    ({ emoji }) => emoji,
  );
  if (!state.messages.some((one) => one.message_id === id)) throw badRequest("message to react not found");
  if (emojis.length > 1) throw badRequest("REACTIONS_TOO_MANY");
  if (emojis.some((emoji) => !ALLOWED.has(emoji) || state.reactionsForbidden))
    throw badRequest("REACTION_INVALID");
  state.reactions.set(id, emojis);
  return true;
}
