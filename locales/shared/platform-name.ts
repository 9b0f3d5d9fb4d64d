import { capital } from "#services/text/capital.ts";

/** Names that their platforms write otherwise than with one capital. */
const NAMES: Readonly<Record<string, string>> = { "zalo-oa": "Zalo OA" };

/** A channel as its platform is called: "Telegram", "Zalo OA". */
export const platformName = (channel: string): string => NAMES[channel] ?? capital(channel);
