import type { Allowance } from "#services/delivery/allowances.ts";
import type { MediaTrouble } from "#services/delivery/notice.ts";
import type { TextPart } from "#services/reply/text.ts";

/** What these words add to the catalog. */
export interface PlatformCatalog {
  readonly platforms: PlatformWords;
}

/** What is said of the limits that platforms set. */
export interface PlatformWords {
  /** A line of the bot's state. */
  allowance(facts: Allowance): string;
  /** To operators: so many per cent of the month's messages are used. */
  warning(facts: Omit<Allowance, "left"> & { percent: number }): TextPart;
  /** To operators: a broadcast waits for the next month. */
  held(facts: Pick<Allowance, "channel" | "left" | "renewedOn"> & { name: string; needed: number }): TextPart;
  /** To operators: pictures and files cannot be sent. */
  textOnly(facts: { channel: string; trouble: MediaTrouble }): TextPart;
  /** To operators: the platform takes the account no more. */
  accountRefused(facts: { channel: string }): TextPart;
  /** To operators: what of the account ends by itself, `on` an ISO date. */
  endsSoon(facts: { what: "package" | "group" | "tokens"; name: string; on: string }): TextPart;
  /** To operators, then to the group itself. */
  tooManyGroups(facts: { channel: string; chat: string; cap: number }): TextPart;
  /** Under the last refusal of its kind that a person in a group hears for so long. */
  lastRefusal(facts: { minutes: number }): string;
  beyondCap(facts: { cap: number }): TextPart;
  readonly actions: { readonly state: string };
}
