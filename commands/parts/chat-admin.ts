import type { Asker } from "#commands/define-command.ts";
import { Refusal } from "#services/refusal.ts";

/** What a group hears is for its admins to decide. Rejects with the Refusal "chat-admin-only". */
export async function expectChatAdmin({ chatKind, role, isChatAdmin }: Asker): Promise<void> {
  if (chatKind === "private" || role === "operator" || (await isChatAdmin())) return;
  throw new Refusal("chat-admin-only", {});
}
