import type { CommandContext } from "#commands/define-command.ts";
import type { Order } from "#commands/rights/read-order.ts";
import { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** An operator's word on a chat that asked to use the bot; what was approved is told so once. */
export async function decide(
  { state, chat }: Extract<Order, { kind: "decide" }>,
  { services, t, asker, tell }: CommandContext<unknown>,
): Promise<Reply> {
  const record = await services.chats.get(chat);
  if (!record) throw new Refusal("unknown-chat", { typed: chat });
  const before = await services.admission.decide(chat, state, asker.sender);
  if (state === "approved" && before?.state !== "approved") {
    await tell(chat, (words) => ({
      text: lines(words.chat.approved(record.kind)),
      actions: [
        [
          { label: words.actions.summary, command: "/tonghop" },
          { label: words.actions.ranking, command: "/xephang" },
        ],
        [{ label: words.actions.help, command: "/trogiup" }],
      ],
    }));
  }
  const other =
    state === "approved"
      ? { label: t.rights.actions.refuse, command: `/quyen từ chối ${chat}` }
      : { label: t.rights.actions.approve, command: `/quyen duyệt ${chat}` };
  return {
    text: lines(t.rights.decided({ state, again: before?.state === state, chat, name: record.name })),
    actions: [[other]],
    deeds: [{ kind: state === "approved" ? "chat-approved" : "chat-refused", about: chat }],
  };
}
