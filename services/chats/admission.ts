import type { ChatAccess } from "#services/chats/chat.ts";
import type { Chats } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import { isWithin } from "#services/is-within.ts";

/** How often a chat that waits for its approval is told so. */
const TOLD_EVERY_MS = 24 * 3600_000;

/** in: it may use the bot. told: it is to be told that it may not yet, `request`: and operators are asked. */
export type Admission =
  | { readonly kind: "in" }
  | { readonly kind: "told"; readonly request: boolean }
  | { readonly kind: "silent" };

export type ChatAdmission = ReturnType<typeof createAdmission>;

/** Which chats may use the bot: all of them, or those an operator approved. */
export function createAdmission(options: {
  readonly chats: Chats;
  readonly access: "open" | "approved";
  readonly clock: () => Date;
}) {
  const { chats, access, clock } = options;
  return {
    /** Nobody needs an approval. */
    isOpen: access === "open",

    /** A stranger's first word is answered, and operators are asked; then one sentence a day. */
    async admit(chat: ChatId): Promise<Admission> {
      const state = (await chats.get(chat))?.access ?? null;
      if (state?.state === "approved") return { kind: "in" };
      const now = clock();
      if (state && isWithin(TOLD_EVERY_MS, Date.parse(state.at), now.getTime())) return { kind: "silent" };
      await chats.update(chat, (record) => ({
        ...record,
        access: { state: "asked", by: null, ...record.access, at: now.toISOString() },
      }));
      return { kind: "told", request: state?.state !== "refused" };
    },

    /** An operator's word on a chat. Answers how it stood before. */
    async decide(chat: ChatId, state: "approved" | "refused", by: string): Promise<ChatAccess | null> {
      const before = (await chats.get(chat))?.access ?? null;
      await chats.update(chat, (record) => ({ ...record, access: { state, by, at: clock().toISOString() } }));
      return before;
    },

    /** Chats that wait for an operator's word, by id. */
    async waiting(): Promise<readonly { readonly chat: ChatId; readonly name: string }[]> {
      const all = [...(await chats.all())];
      return all.flatMap(([chat, { name, access: at }]) => (at?.state === "asked" ? [{ chat, name }] : []));
    },
  };
}
