import { z } from "zod";
import type { Session } from "#bot/channels/web/session.ts";
import type { PostedPaper } from "#bot/channels/web/uploads.ts";
import type { Inbound, Pressed } from "#services/inbound.ts";

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

export function decode(posted: Posted, session: Session, trusted: boolean): Inbound {
  const { id, text, pressed } = posted;
  return {
    ...said(id, session, trusted),
    text,
    mayGoOn: text.length >= MAY_GO_ON,
    ...(pressed && session.has(pressed) && { pressed: pressedOn(pressed, session) }),
  };
}

export function decodePaper({ id, files }: PostedPaper, session: Session, trusted: boolean): Inbound {
  const sent = files.map(({ name, bytes }) => ({ name, size: bytes.length, bytes: async () => bytes }));
  return { ...said(id, session, trusted), text: "", wordless: true, files: sent };
}

/** A web chat is one person alone with the bot; who runs the chat is whoever sits there. */
function said(id: string, { chat }: Session, trusted: boolean) {
  return {
    id: `${chat}:${id}`,
    chat,
    chatKind: "private",
    chatName: "",
    sender: { id: chat, name: "" },
    trusted,
    addressed: true,
    takesFiles: true,
    isChatAdmin: async () => true,
  } as const;
}

function pressedOn(message: string, { chat, stands }: Session): Pressed {
  return { chat, messages: [message], ...(stands(message) && { stands: true }) };
}
