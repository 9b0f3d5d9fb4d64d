import type { Asker } from "#commands/define-command.ts";
import type { Met } from "#services/chats/chat-lifecycle.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Role } from "#services/refusal.ts";
import type { Unit } from "#services/units/unit.ts";

export interface Known {
  readonly met: Met;
  readonly homeUnit: Unit;
  readonly roleOf: (inbound: Inbound, unit?: string) => Role | Promise<Role>;
  readonly showsTablesIn: (chat: ChatId) => boolean;
}

/** Who asks, with what they may do. */
export async function askerOf(
  inbound: Inbound,
  { met, homeUnit, roleOf, showsTablesIn }: Known,
): Promise<Asker> {
  const { chat, group, chatKind, sender } = inbound;
  const role = await roleOf(inbound);
  const runsChat = chatKind === "private" || role === "operator" || met.admins.includes(sender.id);
  return {
    chat,
    wholeChat: group ?? chat,
    chatKind,
    sender: sender.id,
    senderName: sender.name,
    role,
    roleIn: async (unit) => roleOf(inbound, unit),
    home: homeUnit,
    settings: met.settings,
    isChatAdmin: async () => runsChat || inbound.isChatAdmin(),
    adminsByCode: inbound.adminsByCode ?? false,
    showsTables: showsTablesIn(chat),
  };
}
