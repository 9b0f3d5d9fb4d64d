import { commands } from "#commands/index.ts";
import { catalogs } from "#locales/catalogs.ts";
import type { Locale } from "#services/chats/chats.ts";

/** The commands a platform shows when a person types "/"; `forOperators`: nobody else may use it. */
export function commandMenu(locale: Locale): readonly {
  readonly name: string;
  readonly description: string;
  readonly personal: boolean;
  readonly forOperators: boolean;
}[] {
  const t = catalogs[locale];
  return commands.map(({ name, help, role, personal = false }) => ({
    name,
    description: help(t).purpose,
    personal,
    forOperators: role === "operator",
  }));
}
