import type { Catalog } from "#locales/catalog.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Refusal } from "#services/refusal.ts";
import type { Reply } from "#services/reply/reply.ts";
import { concat } from "#services/reply/text.ts";

/** In a group an unaddressed "/thing" may be meant for another bot: only what is surely ours is declined aloud. */
export function isOwed(refusal: Refusal, { addressed }: Inbound): boolean {
  return addressed || (refusal.code !== "unknown-command" && refusal.code !== "not-understood");
}

/** What is said of a refusal, with its ways on. */
export function refusalReply(refusal: Refusal, t: Catalog): Reply {
  const say = t.refusals[refusal.code] as (facts: Refusal["facts"]) => Parameters<typeof concat>[0];
  return {
    text: concat(say(refusal.facts)),
    actions: refusal.actions.map((action) => [action]),
    refused: refusal.code,
    ...(refusal.about === undefined ? {} : { about: refusal.about }),
    ...(refusal.expects === undefined ? {} : { expects: refusal.expects }),
  };
}
