import * as z from "zod";
import { createCollection, type Item } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** What a chat may want to hear of a unit. */
export type SubscriptionKind = "results";

/** A chat that wants to hear of a unit. */
export interface Subscription {
  readonly chat: string;
  readonly unit: string;
  readonly kind: SubscriptionKind;
  /** Who asked for it. */
  readonly by: string;
  /** ISO. */
  readonly at: string;
}

const Stored = z.object({
  chat: z.string(),
  unit: z.string(),
  kind: z.enum(["results"]),
  by: z.string(),
  at: z.string(),
});

export type Subscriptions = ReturnType<typeof createSubscriptions>;

export interface SubscriptionsOptions {
  readonly store: Store;
  readonly clock?: () => Date;
}

/** Subscriptions, each kept by its chat and by its unit, both in one commit. */
export function createSubscriptions({ store, clock = () => new Date() }: SubscriptionsOptions) {
  const form = { store, version: 1, schema: Stored };
  const byChat = createCollection<Subscription>({ ...form, prefix: "subscriptions/chats" });
  const byUnit = createCollection<Subscription>({ ...form, prefix: "subscriptions/units" });

  const ofChat = (chat: string): Promise<readonly Item<Subscription>[]> =>
    byChat.list({ under: `${encodeURIComponent(chat)}/` });

  const puts = (one: Subscription): NonNullable<Commit["puts"]> => [
    byChat.put(chatId(one), one),
    byUnit.put(unitId(one), one),
  ];
  const deletes = (one: Subscription): readonly string[] => [
    byChat.key(chatId(one)),
    byUnit.key(unitId(one)),
  ];

  return {
    /** False when the chat had it already. */
    async add(wanted: Omit<Subscription, "at">): Promise<boolean> {
      const { outcome } = await commitUntilFree(store, async () => {
        const seen = await byChat.get(chatId(wanted));
        const checks = [byChat.check(chatId(wanted), seen)];
        const added = { ...wanted, at: clock().toISOString() };
        return { commit: seen ? { checks } : { checks, puts: puts(added) }, outcome: seen === null };
      });
      return outcome;
    },

    /** Ends a chat's subscriptions, of one unit or all; answers those that were. */
    async remove(chat: string, unit?: string): Promise<readonly Subscription[]> {
      const { outcome } = await commitUntilFree(store, async () => {
        const ended = (await ofChat(chat)).filter(({ value }) => unit === undefined || value.unit === unit);
        return {
          commit: {
            checks: ended.map((item) => byChat.check(item.id, item)),
            deletes: ended.flatMap(({ value }) => deletes(value)),
          },
          outcome: ended.map(({ value }) => value),
        };
      });
      return outcome;
    },

    async ofChat(chat: string): Promise<readonly Subscription[]> {
      return (await ofChat(chat)).map(({ value }) => value);
    },

    /** Who wants to hear of a unit; in a fixed order. */
    async ofUnit(unit: string, kind: SubscriptionKind, limit?: number): Promise<readonly Subscription[]> {
      const under = `${kind}/${encodeURIComponent(unit)}/`;
      const items = await byUnit.list({ under, ...(limit === undefined ? {} : { limit }) });
      return items.map(({ value }) => value);
    },

    /** A chat goes on under a new id, with all it is subscribed to; again changes nothing. */
    async move(from: string, to: string): Promise<void> {
      if (from === to) return;
      await commitUntilFree(store, async () => {
        const old = await ofChat(from);
        const moved = old.map(({ value }) => ({ ...value, chat: to }));
        return {
          commit: {
            checks: old.map((item) => byChat.check(item.id, item)),
            puts: moved.flatMap(puts),
            deletes: old.flatMap(({ value }) => deletes(value)),
          },
          outcome: undefined,
        };
      });
    },
  };
}

const chatId = ({ chat, kind, unit }: Omit<Subscription, "at">): string =>
  [encodeURIComponent(chat), kind, encodeURIComponent(unit)].join("/");

const unitId = ({ chat, kind, unit }: Omit<Subscription, "at">): string =>
  [kind, encodeURIComponent(unit), encodeURIComponent(chat)].join("/");
