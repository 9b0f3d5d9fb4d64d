import type { DeliveryReason } from "#services/delivery/delivery.ts";
import type { Change, GroupCommit } from "#services/delivery/group-commit.ts";
import type { RowChanges } from "#services/delivery/row-changes.ts";
import {
  chatTurns,
  type DeliveryKeys,
  isFailed,
  isSentBy,
  type Lane,
  type Row,
  rowId,
} from "#services/delivery/stored-delivery.ts";
import type { ChatId } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";

export interface RowActionsOptions {
  readonly keys: DeliveryKeys;
  readonly changes: RowChanges;
  readonly group: GroupCommit;
  readonly clock: () => Date;
}

/** The change a row needs as it stands; null = none. */
type Decide = (row: Item<Row>, lane: Item<Lane> | null) => Promise<Change | null>;

/** Rows read and written together: the program can do something else in between. */
const AT_ONCE = 200;

/** What persons do to deliveries, and what happens to chats. Each answers how many rows it changed. */
export function createRowActions({ keys, changes, group, clock }: RowActionsOptions) {
  const updatedAt = () => clock().toISOString();

  /** Writes a change of a row as it stands, read again whenever somebody else wrote; null = nothing to change. */
  async function change(id: string, decide: Decide): Promise<boolean> {
    for (;;) {
      const row = await keys.rows.get(id);
      const lane = row && (await keys.lanes.get(row.value.chat));
      const wanted = row && (await decide(row, lane));
      if (!wanted) return false;
      if ((await group.commit(() => wanted)) !== null) return true;
    }
  }

  async function changeAll(ids: readonly string[], decide: Decide): Promise<number> {
    let count = 0;
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const changed = await Promise.all(some.map((id) => change(id, decide)));
      count += changed.filter(Boolean).length;
    }
    return count;
  }

  async function anew({ value, ...item }: Item<Row>): Promise<Change | null> {
    if (!isFailed(value)) return null;
    const resent = value.resent || value.state === "unknown";
    const now = clock();
    const since = now.getTime();
    const due = { state: "due", reason: null, notBefore: 0, since, recalled: null, resent } as const;
    const after = { ...value, ...due, updatedAt: now.toISOString() };
    return changes.alter({ ...item, value }, after, undefined);
  }

  /** What is being sent cannot be held back; should it come back unsent, it goes no more. */
  const recall =
    (recalled: DeliveryReason): Decide =>
    async (row, lane) => {
      if (row.value.state !== "due") return null;
      if (isSentBy(lane, row.id)) {
        return row.value.recalled ? null : changes.alter(row, { ...row.value, recalled }, undefined);
      }
      const after = { ...row.value, state: "cancelled", reason: recalled, updatedAt: updatedAt() } as const;
      return changes.alter(row, after, lane);
    };

  const redirect =
    (to: ChatId): Decide =>
    async (row, lane) => {
      if (row.value.state !== "due" || isSentBy(lane, row.id)) return null;
      return moved(row, to, lane);
    };

  /** A chat that is owed the same already is not owed it twice. */
  async function moved(row: Item<Row>, to: ChatId, lane: Item<Lane> | null): Promise<Change> {
    if (!(await keys.rows.get(rowId({ ...row.value, chat: to })))) return changes.move(row, to, lane);
    const after = { ...row.value, state: "cancelled", reason: "left-chat", updatedAt: updatedAt() } as const;
    return changes.alter(row, after, lane);
  }

  async function owedTo(chat: ChatId): Promise<readonly string[]> {
    return (await keys.owed.list({ under: chatTurns(chat) })).map(({ value }) => rowId(value));
  }

  return {
    moved,

    /** Refused and unknown ones are due again, the unknown marked as resent. */
    resend: (ids: readonly string[]) => changeAll(ids, anew),

    /** What is due of a cause is withdrawn. */
    async cancel(cause: string): Promise<number> {
      const rows = await keys.rows.list({ under: `${cause}/` });
      const due = rows.filter(({ value }) => value.cause === cause && value.state === "due");
      return changeAll(
        due.map(({ id }) => id),
        recall("withdrawn"),
      );
    },

    /** The bot was put out or blocked: what is due to the chat is cancelled. */
    stopChat: async (chat: ChatId) => changeAll(await owedTo(chat), recall("left-chat")),

    /** A chat goes on under a new id, and what it is owed with it. May be called again. */
    async moveChat(from: ChatId, to: ChatId): Promise<number> {
      return from === to ? 0 : changeAll(await owedTo(from), redirect(to));
    },
  };
}

export type RowActions = ReturnType<typeof createRowActions>;
