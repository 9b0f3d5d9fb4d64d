import type { Chats, Locale } from "#services/chats/chats.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";

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
}

export type NoticeKind = keyof NoticeFacts;

export interface NoticesOptions {
  /** Chats of the operators: a person's private chat goes by the person's id. */
  readonly operators: () => Promise<readonly string[]>;
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
    except: readonly string[] = [],
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
