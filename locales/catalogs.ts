import type { Catalog } from "#locales/catalog.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";
import type { Locale } from "#services/chats/chats.ts";

/** The languages the bot speaks. */
export const catalogs: Readonly<Record<Locale, Catalog>> = { vi, en };

/** The catalogue of a locale's name, before the configuration has been checked. */
export function catalogOf(locale: string | undefined): Catalog {
  return locale === "en" ? en : vi;
}
