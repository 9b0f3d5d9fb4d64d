import type { DispatchOptions } from "#bot/answering/dispatch/dispatch.ts";
import type { Tell } from "#commands/define-command.ts";
import type { Admission, ChatAdmission } from "#services/chats/admission.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { lines } from "#services/reply/text.ts";
import type { Rights } from "#services/rights/rights.ts";

/**
 * Who may use the bot: with `ACCESS=approved` chats that an operator approved, operators anywhere, and people with
 * rights in private. Operators are asked about a stranger, with a button.
 */
export function createGate(options: {
  readonly admission: ChatAdmission;
  readonly rights: Rights;
  readonly roleOf: DispatchOptions["roleOf"];
  readonly tell: Tell;
}): (inbound: Inbound) => Promise<Admission> {
  const { admission, rights, roleOf, tell } = options;
  return async (inbound) => {
    if (admission.isOpen) return { kind: "in" };
    const role = await roleOf(inbound);
    const isOurs = role === "operator" || (role !== "viewer" && inbound.chatKind === "private");
    if (isOurs) return { kind: "in" };
    const admitted = await admission.admit(inbound.group ?? inbound.chat);
    if (admitted.kind !== "told" || !admitted.request) return admitted;
    const asked = await Promise.all(rights.operators.map((operator) => ask(operator, inbound, tell)));
    return { ...admitted, request: asked.includes(true) };
  };
}

/** A person's private chat goes by the person's id. */
function ask(operator: ChatId, { chat, group, chatName, chatKind, sender }: Inbound, tell: Tell) {
  const whole = group ?? chat;
  return tell(operator, (t) => ({
    text: lines(t.chat.request({ chat: whole, name: chatName, kind: chatKind, person: sender.name })),
    actions: [
      [
        { label: t.rights.actions.approve, command: `/quyen duyệt ${whole}` },
        { label: t.rights.actions.refuse, command: `/quyen từ chối ${whole}` },
      ],
    ],
  }));
}
