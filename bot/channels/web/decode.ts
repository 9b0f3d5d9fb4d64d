import { z } from "zod";
import type { Session } from "#bot/channels/web/session.ts";
import type { Inbound, Pressed } from "#services/channel.ts";

export const MAX_TEXT_LENGTH = 8000;

/** A longer text is pasted in parts. */
const MAY_GO_ON = 7_000;

/** What the page posts: a typed text, or the command of a pressed action with the message it sits on. */
export const Posted = z.object({
  id: z.string().regex(/^[0-9a-f]{16,64}$/),
  text: z.string().min(1).max(MAX_TEXT_LENGTH),
  pressed: z.string().max(64).optional(),
});

export type Posted = z.infer<typeof Posted>;

/** A web chat is one person alone with the bot; who runs the chat is whoever sits there. */
export function decode(posted: Posted, session: Session, trusted: boolean): Inbound {
  const { id, text, pressed } = posted;
  const { chat } = session;
  return {
    id: `${chat}:${id}`,
    chat,
    chatKind: "private",
    chatName: "",
    sender: { id: chat, name: "" },
    trusted,
    text,
    mayGoOn: text.length >= MAY_GO_ON,
    addressed: true,
    ...(pressed && session.has(pressed) && { pressed: pressedOn(pressed, session) }),
    isChatAdmin: async () => true,
  };
}

function pressedOn(message: string, { chat, stands }: Session): Pressed {
  return { chat, messages: [message], ...(stands(message) && { stands: true }) };
}
