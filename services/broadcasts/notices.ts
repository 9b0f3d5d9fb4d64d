import type { Chats, Locale } from "#services/chats/chats.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import type { ChatId } from "#services/ids.ts";

/** Why pictures and files cannot be fetched from outside: no PUBLIC_BASE_URL, or it does not lead here. */
export type MediaTrouble = "no-address" | "unreachable";

/** What operators are told unasked. Facts that are ids are put into words when the message is made. */
export interface NoticeFacts {
  /** Results are in and wait for an approval. */
  draft: { readonly broadcast: string };
  /** Approved once; another person's approval is needed. */
  "one-more": { readonly broadcast: string };
  /** The figures a schedule waited for did not come in time. */
  "no-data": { readonly schedule: string; readonly period: string; readonly deadline: string };
  /** The figures are there, but the bot did not run when the schedule was due. */
  missed: { readonly schedule: string; readonly period: string; readonly occurrence: string };
  /** A rule fired for most of a scope at once: the units were not told. */
  "fell-together": { readonly batch: string };
  /** A month's figures are not there, or not of most units, on the day they should be. */
  "no-figures": {
    readonly scope: string;
    readonly period: string;
    readonly missing: number;
    readonly listed: number;
  };
  /** So many per cent of what a channel's platform lets out this month is used. */
  allowance: {
    readonly channel: string;
    readonly percent: number;
    readonly used: number;
    readonly perMonth: number;
    readonly renewedOn: string;
  };
  /** A broadcast takes more messages on a channel than its platform still lets out this month. */
  held: {
    readonly broadcast: string;
    readonly channel: string;
    readonly needed: number;
    readonly left: number;
    readonly renewedOn: string;
  };
  /** A channel's pictures and files cannot be fetched from outside. */
  "text-only": { readonly channel: string; readonly trouble: MediaTrouble };
  /** The bot is in more groups of a channel than its platform allows. */
  "group-cap": { readonly channel: string; readonly chat: ChatId; readonly cap: number };
}

export type NoticeKind = keyof NoticeFacts;

export interface NoticesOptions {
  /** Chats of the operators: a person's private chat goes by the person's id. */
  readonly operators: () => Promise<readonly ChatId[]>;
  readonly chats: Pick<Chats, "settings">;
  readonly locale: Locale;
}

export type Notices = ReturnType<typeof createNotices>;

/** Messages owed to the operators; a notice is about one thing and told once. */
export function createNotices({ operators, chats, locale }: NoticesOptions) {
  return async <K extends NoticeKind>(
    notice: K,
    about: string,
    facts: NoticeFacts[K],
    except: readonly ChatId[] = [],
  ): Promise<readonly NewDelivery[]> => {
    const recipe: Recipe = { kind: "notice", notice, facts: { ...facts } };
    const told = (await operators()).filter((chat) => !except.includes(chat));
    return Promise.all(
      told.map(async (chat) => ({
        cause: `notice/${notice}/${about}`,
        chat,
        locale: (await chats.settings(chat)).locale ?? locale,
        recipe,
        guarantee: "at-least-once" as const,
      })),
    );
  };
}
