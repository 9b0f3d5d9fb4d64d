import * as z from "zod";
import { type ChatId, StoredChatId } from "#services/ids.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import { type Attempt, commitUntilFree } from "#services/store/commit-until-free.ts";
import { joined } from "#services/store/joined.ts";
import type { Commit, Store } from "#services/store/store.ts";
import {
  SUBSCRIPTION_KINDS,
  type Subscription,
  type SubscriptionFilter,
  type SubscriptionKind,
  type Wish,
} from "#services/subscriptions/subscription.ts";
import { indexSubscriptions, type SubscriptionIndex } from "#services/subscriptions/subscription-index.ts";

/** Key whose version moves with every subscription made, ended or moved. */
const SUBSCRIPTIONS_REVISION = "subscriptions/revision";

const Stored = z.object({
  chat: StoredChatId,
  unit: z.string(),
  kind: z.enum(SUBSCRIPTION_KINDS),
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
  let known: SubscriptionIndex | null = null;

  const ofChat = (chat: ChatId): Promise<readonly Item<Subscription>[]> =>
    byChat.list({ under: `${encodeURIComponent(chat)}/` });

  /** What a commit holds that makes some subscriptions and ends others; nothing when there are none. */
  const replacing = (ended: readonly Item<Subscription>[], made: readonly Subscription[]): Commit => {
    if (ended.length + made.length === 0) return {};
    const revision = { key: SUBSCRIPTIONS_REVISION, value: { v: 1, at: clock().toISOString() } };
    const puts = made.flatMap((one) => [byChat.put(chatId(one), one), byUnit.put(unitId(one), one)]);
    return {
      checks: ended.map((item) => byChat.check(item.id, item)),
      puts: [...puts, revision],
      deletes: ended.flatMap(({ value }) => [byChat.key(chatId(value)), byUnit.key(unitId(value))]),
    };
  };

  /** What a commit holds that makes some subscriptions, but for those held already, and ends others. */
  const making = async (
    wanted: readonly Subscription[],
    ended: readonly Item<Subscription>[] = [],
  ): Promise<Attempt<readonly SubscriptionKind[]>> => {
    const seen = await byChat.getMany(wanted.map(chatId));
    const fresh = wanted.filter((_, i) => !seen[i]);
    const checks = fresh.map((one) => byChat.check(chatId(one), null));
    return { commit: joined([replacing(ended, fresh), { checks }]), outcome: fresh.map(({ kind }) => kind) };
  };

  /** What subscribing a chat to some kinds adds to a commit; answers those it had not yet. */
  const adding = ({ kinds, ...wish }: Wish): Promise<Attempt<readonly SubscriptionKind[]>> => {
    const at = clock().toISOString();
    return making([...new Set(kinds)].map((kind) => ({ ...wish, kind, at })));
  };

  return {
    adding,

    /** Subscribes a chat to some kinds in one commit; answers those it had not yet. */
    async add(wish: Wish): Promise<readonly SubscriptionKind[]> {
      return (await commitUntilFree(store, () => adding(wish))).outcome;
    },

    /** What passing a chat's subscriptions on to another adds to a commit; answers those that were passed on. */
    async passing(from: ChatId, to: ChatId, by: string): Promise<Attempt<readonly Subscription[]>> {
      const ended = await ofChat(from);
      const at = clock().toISOString();
      const made = ended.map(({ value }) => ({ ...value, chat: to, by, at }));
      const { commit } = await making(made, ended);
      return { commit, outcome: ended.map(({ value }) => value) };
    },

    /** Ends a chat's subscriptions, all or those meant, in one commit; answers those that were. */
    async remove(chat: ChatId, meant: SubscriptionFilter = {}): Promise<readonly Subscription[]> {
      const { outcome } = await commitUntilFree(store, async () => {
        const ended = (await ofChat(chat)).filter(({ value }) => isMeant(value, meant));
        return { commit: replacing(ended, []), outcome: ended.map(({ value }) => value) };
      });
      return outcome;
    },

    async ofChat(chat: ChatId): Promise<readonly Subscription[]> {
      return (await ofChat(chat)).map(({ value }) => value);
    },

    /** Who wants to hear of a unit; in a fixed order. */
    async ofUnit(unit: string, kind: SubscriptionKind, limit?: number): Promise<readonly Subscription[]> {
      const under = `${kind}/${encodeURIComponent(unit)}/`;
      const items = await byUnit.list({ under, ...(limit === undefined ? {} : { limit }) });
      return items.map(({ value }) => value);
    },

    /** All subscriptions, in memory; read anew only when one was made, ended or moved. */
    async index(): Promise<SubscriptionIndex> {
      const version = (await store.get(SUBSCRIPTIONS_REVISION))?.version ?? 0;
      if (known?.revision.version === version) return known;
      const all = (await byUnit.list()).map(({ value }) => value);
      known = indexSubscriptions({ key: SUBSCRIPTIONS_REVISION, version }, all);
      return known;
    },

    /** A chat goes on under a new id, with all it is subscribed to; again changes nothing. */
    async move(from: ChatId, to: ChatId): Promise<void> {
      if (from === to) return;
      await commitUntilFree(store, async () => {
        const old = await ofChat(from);
        const moved = old.map(({ value }) => ({ ...value, chat: to }));
        return { commit: replacing(old, moved), outcome: undefined };
      });
    },
  };
}

function isMeant(one: Subscription, { unit, kinds }: SubscriptionFilter): boolean {
  return (unit === undefined || one.unit === unit) && (kinds === undefined || kinds.includes(one.kind));
}

const chatId = ({ chat, kind, unit }: Subscription): string =>
  [encodeURIComponent(chat), kind, encodeURIComponent(unit)].join("/");

const unitId = ({ chat, kind, unit }: Subscription): string =>
  [kind, encodeURIComponent(unit), encodeURIComponent(chat)].join("/");
