import type { MessageEntity } from "grammy/types";
import { clean } from "#services/text/clean.ts";

export interface Heard {
  /** Cleaned, the bot's own name taken out. */
  readonly text: string;
  /** The bot was named, by `@name`, by a link to it, or by `/command@name`. */
  readonly named: boolean;
  /** `/command@name` of another bot. */
  readonly forAnother: boolean;
}

/**
 * What was said, and to whom. Commands are read from the text: Telegram marks no entity on `/xếphạng`, and on its
 * NFD form it marks `/xe`.
 */
export function hear(
  raw: string,
  entities: readonly MessageEntity[],
  me: { readonly id: number; readonly username: string },
): Heard {
  const spelled = clean(spellMentions(raw, entities, me)).trim();
  const unnamed = withoutName(spelled, me.username);
  const command = /^(\/[^\s@/]+)@([A-Za-z0-9_]+)/u.exec(unnamed);
  if (!command) return { text: unnamed, named: unnamed !== spelled, forAnother: false };
  const forMe = command[2]?.toLowerCase() === me.username.toLowerCase();
  if (!forMe) return { text: unnamed, named: unnamed !== spelled, forAnother: true };
  return { text: `${command[1]}${unnamed.slice(command[0].length)}`, named: true, forAnother: false };
}

/** Links that name the bot by its id become `@username`. */
function spellMentions(
  raw: string,
  entities: readonly MessageEntity[],
  me: { id: number; username: string },
) {
  let text = raw;
  for (const entity of entities.toReversed()) {
    if (entity.type !== "text_mention" || entity.user.id !== me.id) continue;
    text = `${text.slice(0, entity.offset)}@${me.username}${text.slice(entity.offset + entity.length)}`;
  }
  return text;
}

/** `/command@name` is left for the command's own rule: there the `@` follows a letter. */
function withoutName(text: string, username: string): string {
  const name = new RegExp(`[ \\t]*(?<![\\p{L}\\p{N}_])@${username}(?![A-Za-z0-9_])[,:]?[ \\t]*`, "giu");
  return text.replace(name, " ").trim();
}
