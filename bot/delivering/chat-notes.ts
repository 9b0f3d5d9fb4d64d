import type { ChatLifecycle } from "#services/chats/chat-lifecycle.ts";
import type { Chats } from "#services/chats/chats.ts";
import type { Outcome } from "#services/delivery/sending.ts";

export interface ChatNotesOptions {
  readonly chats: Pick<Chats, "get">;
  readonly lifecycle: Pick<ChatLifecycle, "moved" | "gone">;
  readonly log: { error(facts: object, message: string): void };
}

/** Notes what sending tells of a chat: that it moved, or that it is closed to the bot. */
export function createChatNotes({ chats, lifecycle, log }: ChatNotesOptions): (outcome: Outcome) => void {
  async function note({ chat, error }: Outcome): Promise<void> {
    if (error?.remedy.kind === "moved") await lifecycle.moved(chat, error.remedy.to);
    if (error?.remedy.kind !== "forget-chat") return;
    const kind = (await chats.get(chat))?.kind ?? "private";
    await lifecycle.gone(chat, kind === "private" ? "blocked" : "left");
  }
  return (outcome) => {
    note(outcome).catch((err: unknown) => {
      log.error({ err, chat: outcome.chat }, "what became of a chat could not be noted");
    });
  };
}
