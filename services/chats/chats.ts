import {
  type ChatRecord,
  type ChatSettings,
  inherited,
  type Locale,
  mendChat,
  StoredChat,
  UNKNOWN_CHAT,
} from "#services/chats/chat.ts";
import type { ChatId } from "#services/ids.ts";
import { createCollection, type Item, type StoredValueInvalid } from "#services/store/collection.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Commit, Store } from "#services/store/store.ts";

export type { ChatSettings, Locale };

export type Chats = ReturnType<typeof createChats>;

/** Everything kept of chats, by opaque chat id. */
export function createChats(options: {
  readonly store: Store;
  readonly clock?: () => Date;
  /** Told of every reading of a record of which a part cannot be read. */
  readonly onInvalid?: (error: StoredValueInvalid) => void;
}) {
  const { store, clock = () => new Date(), onInvalid = () => undefined } = options;
  const stamp = (by: string) => ({ by, at: clock().toISOString() });
  const chats = createCollection<ChatRecord>({
    store,
    prefix: "chats",
    version: 1,
    schema: StoredChat,
    repair(data, error) {
      onInvalid(error);
      return mendChat(data);
    },
  });

  return {
    /** null = nothing was kept of it. */
    async get(chat: ChatId): Promise<ChatRecord | null> {
      return (await chats.get(chat))?.value ?? null;
    },

    /** Those that are known, by id. */
    async getMany(ids: readonly ChatId[]): Promise<ReadonlyMap<ChatId, ChatRecord>> {
      return byId(await chats.getMany(ids));
    },

    async all(): Promise<ReadonlyMap<ChatId, ChatRecord>> {
      return byId(await chats.list());
    },

    /** What holds in a chat: its own settings, for a topic its group's where it has none. */
    async settings(chat: ChatId): Promise<ChatSettings> {
      const record = (await chats.get(chat))?.value ?? UNKNOWN_CHAT;
      return inherited(
        record,
        record.group === null ? null : ((await chats.get(record.group))?.value ?? null),
      );
    },

    /** Sets what is named in `change`; `by` is the person who did it. */
    async change(chat: ChatId, change: Partial<ChatSettings>, by?: string): Promise<void> {
      await chats.update(chat, (record) => ({
        ...(record ?? UNKNOWN_CHAT),
        ...change,
        ...(by === undefined ? {} : { changed: stamp(by) }),
      }));
    },

    /** Replaces a record by what `change` makes of it; called again when somebody else wrote in between. */
    async update(chat: ChatId, change: (record: ChatRecord) => ChatRecord): Promise<ChatRecord> {
      return (await chats.update(chat, (record) => change(record ?? UNKNOWN_CHAT))).value;
    },

    /** Pieces of a commit that makes a person an admin of a chat, which is approved by that. */
    async admitting(chat: ChatId, person: ChatId): Promise<Pick<Commit, "checks" | "puts">> {
      const seen = await chats.get(chat);
      const record = seen?.value ?? UNKNOWN_CHAT;
      const admins = [...new Set([...record.admins, person])];
      const access = { state: "approved", ...stamp(person) } as const;
      return { checks: [chats.check(chat, seen)], puts: [chats.put(chat, { ...record, admins, access })] };
    },

    /**
     * A chat goes on under a new id: what was kept of it holds there, and nothing under the old one. What was set under
     * the new one is not overwritten. May be told more than once.
     */
    async move(from: ChatId, to: ChatId): Promise<void> {
      await commitUntilFree(store, async () => {
        const [old = null, next = null] = await chats.getMany([from, to]);
        if (!old || from === to) return { commit: {}, outcome: undefined };
        const merged = merge(old.value, next?.value ?? null);
        const checks = [chats.check(from, old), chats.check(to, next)];
        return {
          commit: { checks, puts: [chats.put(to, merged)], deletes: [chats.key(from)] },
          outcome: undefined,
        };
      });
    },

    /**
     * Which of these chats can be written to, neither they nor their group having put the bot out, and in which
     * language (null = the bot's own).
     */
    async reachable(ids: readonly ChatId[]): Promise<ReadonlyMap<ChatId, Locale | null>> {
      const records = byId(await chats.getMany(ids));
      const groups = byId(
        await chats.getMany([...new Set([...records.values()].flatMap(({ group }) => group ?? []))]),
      );
      const reachable = new Map<ChatId, Locale | null>();
      for (const id of ids) {
        const own = records.get(id) ?? UNKNOWN_CHAT;
        const group = own.group === null ? null : (groups.get(own.group) ?? null);
        const isActive = own.state === "active" && (group?.state ?? "active") === "active";
        if (isActive) reachable.set(id, inherited(own, group).locale);
      }
      return reachable;
    },
  };
}

function byId(items: readonly (Item<ChatRecord> | null)[]): ReadonlyMap<ChatId, ChatRecord> {
  return new Map(items.flatMap((item) => (item ? [[item.id as ChatId, item.value] as const] : [])));
}

function merge(old: ChatRecord, next: ChatRecord | null): ChatRecord {
  if (!next) return old;
  return {
    ...next,
    ...inherited(next, old),
    joinedAt: old.joinedAt ?? next.joinedAt,
    access: old.access?.state === "approved" ? old.access : (next.access ?? old.access),
    admins: [...new Set([...old.admins, ...next.admins])],
    changed: next.changed ?? old.changed,
  };
}
