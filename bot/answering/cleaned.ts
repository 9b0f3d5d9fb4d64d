import type { Inbound } from "#services/inbound.ts";
import { cleanName } from "#services/sent-file.ts";
import { clean } from "#services/text/clean.ts";

/** Cleans the texts of a message on their way in; nothing inside the bot cleans them again. */
export function cleaned(inbound: Inbound): Inbound {
  const { text, chatName, sender, files } = inbound;
  return {
    ...inbound,
    text: clean(text),
    chatName: clean(chatName),
    sender: { id: sender.id, name: clean(sender.name) },
    ...(files && { files: files.map((file) => ({ ...file, name: cleanName(file.name) })) }),
  };
}
