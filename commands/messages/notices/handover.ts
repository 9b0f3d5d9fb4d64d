import type { NoticeMessage } from "#commands/kit/message.ts";
import { postLines } from "#commands/parts/post-lines.ts";
import { lines } from "#services/reply/text.ts";

/** To whoever handed a post over: who holds it now. */
export const handedOver: NoticeMessage<"handed-over"> = async ({ services, t, facts }) => {
  const handover = await services.posts.handover(facts.handover);
  if (!handover) return null;
  const at = t.figures.moment(services.local(handover.at));
  return {
    text: lines(
      t.posts.gone({ to: handover.toName || handover.to, at }),
      ...postLines(handover, services, t),
    ),
    actions: [[{ label: t.posts.actions.rights, command: "/quyen" }]],
  };
};
