import { type Api, GrammyError } from "grammy";
import type { LanguageCode } from "grammy/types";

/** The commands Telegram shows when a person types "/"; without a language, for everyone else. */
export interface Menu {
  readonly language?: "vi" | "en";
  readonly commands: readonly MenuCommand[];
}

export interface MenuCommand {
  readonly name: string;
  readonly description: string;
  /** In a group nobody else need see that it is typed (Bot API 10.2). */
  readonly personal?: boolean;
}

/** Limits of core.telegram.org/bots/api#botcommand. */
const MOST_COMMANDS = 100;
const MOST_DESCRIPTION = 256;

export async function publishMenus(api: Api, menus: readonly Menu[]): Promise<void> {
  for (const { language, commands } of menus) {
    const listed = commands
      .filter(({ name }) => /^[a-z0-9_]{1,32}$/.test(name))
      .slice(0, MOST_COMMANDS)
      .map(({ name, description, personal }) => ({
        command: name,
        description: shorten(description),
        ...(personal && { is_ephemeral: true }),
      }));
    const meant = language ? { language_code: language as LanguageCode } : {};
    await api.setMyCommands(listed, meant).catch(async (error: unknown) => {
      if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
      const plain = listed.map(({ command, description }) => ({ command, description }));
      await api.setMyCommands(plain, meant);
    });
  }
}

function shorten(description: string): string {
  return description.length <= MOST_DESCRIPTION
    ? description
    : `${description.slice(0, MOST_DESCRIPTION - 1)}…`;
}
