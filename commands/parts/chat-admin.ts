import type { Asker } from "#commands/define-command.ts";
import { Refusal } from "#services/refusal.ts";

/** What a group hears is for its admins to decide. Rejects with the Refusal "chat-admin-only". */
export async function expectChatAdmin({ isChatAdmin, adminsByCode: byCode }: Asker): Promise<void> {
  if (!(await isChatAdmin())) throw new Refusal("chat-admin-only", { byCode });
}
