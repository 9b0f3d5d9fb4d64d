import * as z from "zod";
import type { MessageContext } from "#commands/messages/results.ts";
import { postLines } from "#commands/parts/post-lines.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

type Notice = Extract<Recipe, { kind: "notice" }>;

const AboutHandover = z.object({
  notice: z.literal("handed-over"),
  facts: z.object({ handover: z.string() }),
});

/** To whoever handed a post over: who holds it now. null = another notice, or nothing is known of it. */
export async function handoverNotice({ services, t, recipe }: MessageContext<Notice>): Promise<Reply | null> {
  const about = AboutHandover.safeParse(recipe).data;
  const handover = about ? await services.posts.handover(about.facts.handover) : null;
  if (!handover) return null;
  const at = t.figures.moment(services.local(handover.at));
  return {
    text: lines(
      t.posts.gone({ to: handover.toName || handover.to, at }),
      ...postLines(handover, services, t),
    ),
    actions: [[{ label: t.posts.actions.rights, command: "/quyen" }]],
  };
}
