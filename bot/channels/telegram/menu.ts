import type { Api } from "grammy";
import type { LanguageCode } from "grammy/types";

/** The commands Telegram shows when a person types "/"; without a language, for everyone else. */
export interface Menu {
  readonly language?: "vi" | "en";
  readonly commands: readonly { readonly name: string; readonly description: string }[];
}

/** Limits of core.telegram.org/bots/api#botcommand. */
const MOST_COMMANDS = 100;
const MOST_DESCRIPTION = 256;

export async function publishMenus(api: Api, menus: readonly Menu[]): Promise<void> {
  for (const { language, commands } of menus) {
    const listed = commands
      .filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name))
      .slice(0, MOST_COMMANDS)
      .map(({ name, description }) => ({ command: name, description: shorten(description) }));
    await api.setMyCommands(listed, language ? { language_code: language as LanguageCode } : {});
  }
}

function shorten(description: string): string {
  return description.length <= MOST_DESCRIPTION
    ? description
    : `${description.slice(0, MOST_DESCRIPTION - 1)}…`;
}
