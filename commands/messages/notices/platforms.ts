import * as z from "zod";
import type { MessageContext } from "#commands/messages/results.ts";
import { broadcastActions, nameOf } from "#commands/parts/broadcast-parts.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";

type Notice = Extract<Recipe, { kind: "notice" }>;

const channel = z.string();
const AboutPlatform = z.discriminatedUnion("notice", [
  z.object({
    notice: z.literal("allowance"),
    facts: z.object({
      channel,
      percent: z.number(),
      used: z.number(),
      perMonth: z.number(),
      renewedOn: z.string(),
    }),
  }),
  z.object({
    notice: z.literal("held"),
    facts: z.object({
      channel,
      broadcast: z.string(),
      needed: z.number(),
      left: z.number(),
      renewedOn: z.string(),
    }),
  }),
  z.object({
    notice: z.literal("text-only"),
    facts: z.object({ channel, trouble: z.enum(["no-address", "unreachable"]) }),
  }),
  z.object({
    notice: z.literal("group-cap"),
    facts: z.object({ channel, chat: z.string(), cap: z.number() }),
  }),
]);

/** What operators are told of the limits that platforms set; null = the notice is about something else. */
export async function platformNotice({ services, t, recipe }: MessageContext<Notice>): Promise<Reply | null> {
  const about = AboutPlatform.safeParse(recipe).data;
  if (!about) return null;
  const { platforms } = t;
  switch (about.notice) {
    case "allowance":
      return said(platforms.warning(about.facts), [
        { label: platforms.actions.state, command: "/trangthai" },
      ]);
    case "text-only":
      return said(platforms.textOnly(about.facts));
    case "group-cap":
      return said(platforms.tooManyGroups(about.facts));
    case "held": {
      const broadcast = await services.broadcasts.get(about.facts.broadcast);
      if (!broadcast) return null;
      const name = nameOf(broadcast.recipe, services, t);
      return {
        text: lines(platforms.held({ ...about.facts, name })),
        actions: broadcastActions(broadcast, t),
      };
    }
  }
}

function said(words: TextPart, actions: readonly Action[] = []): Reply {
  return { text: lines(words), actions: actions.length > 0 ? [actions] : [] };
}
