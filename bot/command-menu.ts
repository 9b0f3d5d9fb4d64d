import { catalogs } from "#bot/catalogs.ts";
import { commands } from "#commands/index.ts";
import type { Locale } from "#services/chats/chats.ts";

/** The commands a platform shows when a person types "/". */
export function commandMenu(
  locale: Locale,
): readonly { readonly name: string; readonly description: string }[] {
  const { help } = catalogs[locale];
  return commands.map(({ name }) => ({ name, description: help.commands[name].purpose }));
}
