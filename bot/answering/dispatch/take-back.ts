import type { CarryOutOptions } from "#bot/answering/dispatch/carry-out.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Reply } from "#services/reply/reply.ts";

/** An answer about figures, with the button that takes it out of the group again; of other answers there is no need. */
export function withTakeBack(
  reply: Reply,
  { chat, chatKind, sender, unseen, pressed }: Inbound,
  { t, takeBackIn }: Pick<CarryOutOptions, "t" | "takeBackIn">,
): Reply {
  if (chatKind !== "group" || unseen || !reply.about || reply.refused !== undefined) return reply;
  if (!takeBackIn(chat)) return reply;
  // Whoever turns its page has not asked for it.
  const askedBy = (pressed && !pressed.stands && pressed.askedBy) || sender.id;
  return { ...reply, takeBack: { label: t.takeBack.action, command: "/thuhoi", askedBy } };
}
