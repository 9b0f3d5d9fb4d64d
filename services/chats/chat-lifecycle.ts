import { type ChatRecord, type ChatSettings, inherited, UNKNOWN_CHAT } from "#services/chats/chat.ts";
import type { Chats } from "#services/chats/chats.ts";
import type { ChatId } from "#services/ids.ts";
import type { Inbound } from "#services/inbound.ts";
import { unlessAway } from "#services/store/unless-away.ts";

/** Whoever keeps things by chat: subscriptions, owed deliveries. May be told the same more than once. */
export interface ChatFollower {
  /** The same chat by a new id. */
  moved?(from: ChatId, to: ChatId): Promise<void>;
  /** Nothing can be sent there any more; it may come back. */
  gone?(chat: ChatId): Promise<void>;
}

/** A chat as it is met: "new" and "back" only when the bot was just added. */
export interface Met {
  readonly settings: ChatSettings;
  readonly arrival: "new" | "back" | "known";
  /** People who count as the group's admins by an operator's code. */
  readonly admins: readonly ChatId[];
}

export type ChatLifecycle = ReturnType<typeof createChatLifecycle>;

/** Chats come, are renamed, put the bot out, take it back, move: what is kept of them follows. */
export function createChatLifecycle(options: {
  readonly chats: Chats;
  readonly followers?: readonly ChatFollower[];
  readonly clock: () => Date;
}) {
  const { chats, followers = [], clock } = options;

  const stop = async (chat: ChatId, topics: readonly ChatId[]): Promise<void> => {
    for (const one of [chat, ...topics]) {
      for (const follower of followers) await follower.gone?.(one);
    }
  };

  /** Writes what is new of a chat; one without a name leaves no trace. */
  const note = async (before: ChatRecord | null, inbound: Inbound): Promise<ChatRecord> => {
    const { chat, group = null, chatName, event } = inbound;
    const change = (record: ChatRecord): ChatRecord => noted(record, inbound, clock().toISOString());
    const after = change(before ?? UNKNOWN_CHAT);
    if (chatName === "" && event === undefined) return after;
    if (before && !differs(before, after)) return after;
    // A chat that cannot be noted is answered all the same, and met anew with its next message.
    await keep(change).catch(unlessAway);
    return after;

    async function keep(met: (record: ChatRecord) => ChatRecord): Promise<void> {
      await chats.update(chat, met);
      if (group === null || before?.group === group) return;
      await chats.update(group, (record) => withTopic({ ...record, name: record.name || chatName }, chat));
    }
  };

  return {
    /** Takes note of where something came from, or of what happened there. */
    async meet(inbound: Inbound): Promise<Met> {
      const { chat, group = null, event } = inbound;
      const known = await chats.getMany(group === null ? [chat] : [chat, group]);
      const before = known.get(chat) ?? null;
      const whole = group === null ? null : (known.get(group) ?? null);
      const after = await note(before, inbound);
      if (event === "left" || event === "blocked") await stop(chat, after.topics);
      return {
        settings: inherited(after, whole),
        arrival: arrivalOf(before, inbound),
        admins: [...after.admins, ...(whole?.admins ?? [])],
      };
    },

    /** A platform refused to write there: put out, blocked, or deleted. */
    async gone(chat: ChatId, state: "left" | "blocked"): Promise<void> {
      const { topics } = await chats.update(chat, (record) => ({ ...record, state }));
      await stop(chat, topics);
    },

    /** The same chat by a new id, told by the old one, by the new one, or by a refused message. */
    async moved(from: ChatId, to: ChatId): Promise<void> {
      await chats.move(from, to);
      for (const follower of followers) await follower.moved?.(from, to);
    },

    /** A topic was deleted: what it was owed goes to its group. Answers whether that is news. */
    async topicGone(topic: ChatId, group: ChatId): Promise<boolean> {
      const wasGone = (await chats.get(topic))?.state === "left";
      await chats.update(topic, (record) => ({ ...record, kind: "group", group, state: "left" }));
      for (const follower of followers) await follower.moved?.(topic, group);
      return !wasGone;
    },
  };
}

/** What a chat is after this was heard from it. Whoever speaks there is there. */
function noted(record: ChatRecord, inbound: Inbound, now: string): ChatRecord {
  const { event, chatName, chatKind, group = null } = inbound;
  const isOut = event === "left" || event === "blocked";
  return {
    ...record,
    name: chatName === "" ? record.name : chatName,
    kind: chatKind,
    group,
    state: isOut ? event : "active",
    joinedAt: event === "joined" ? now : record.joinedAt,
  };
}

function differs({ name, kind, group, state }: ChatRecord, after: ChatRecord): boolean {
  return name !== after.name || kind !== after.kind || group !== after.group || state !== after.state;
}

function arrivalOf(before: ChatRecord | null, { event }: Inbound): Met["arrival"] {
  if (event !== "joined") return "known";
  if (!before) return "new";
  return before.state === "active" ? "known" : "back";
}

function withTopic(record: ChatRecord, topic: ChatId): ChatRecord {
  return { ...record, kind: "group", topics: [...new Set([...record.topics, topic])] };
}
