import type { Inbound } from "#services/channel.ts";
import { clean } from "#services/text/clean.ts";

/** What a channel heard, as all that is inside may read it. */
export function cleaned(inbound: Inbound): Inbound {
  const { text, chatName, sender } = inbound;
  return {
    ...inbound,
    text: clean(text),
    chatName: clean(chatName),
    sender: { id: sender.id, name: clean(sender.name) },
  };
}
