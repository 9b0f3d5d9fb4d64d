import type { Change } from "#services/delivery/group-commit.ts";
import {
  type DeliveryKeys,
  failureId,
  isFailed,
  isSentBy,
  type Lane,
  owedOf,
  type Row,
  rowId,
  turnId,
} from "#services/delivery/stored-delivery.ts";
import { tallyOf } from "#services/delivery/tally.ts";
import type { ChatId } from "#services/ids.ts";
import type { Item } from "#services/store/collection.ts";

/**
 * The lane of the row's chat as it was seen, null for none. The row's own lane ends with the change. Undefined = the
 * change is right whoever is sending what.
 */
export type SeenLane = Item<Lane> | null | undefined;

/** Every way in which a row is written: what is owed, the lanes and the tally always agree with it. */
export function createRowChanges({ rows, owed, byChat, lanes, failed }: DeliveryKeys) {
  function laneChecks(chat: ChatId, lane: SeenLane) {
    return lane === undefined ? [] : [lanes.check(chat, lane)];
  }

  function laneEnds(id: string, { chat }: Row, lane: SeenLane) {
    return isSentBy(lane, id) ? [lanes.key(chat)] : [];
  }

  return {
    /** A row that did not exist. */
    add(row: Row): Change {
      const id = rowId(row);
      return {
        checks: [rows.check(id, null)],
        puts: [rows.put(id, row), owed.put(turnId(row), owedOf(row)), byChat.put(turnId(row), id)],
      };
    },

    /** The same chat's row, changed. */
    alter({ id, value: before, version }: Item<Row>, after: Row, lane: SeenLane): Change {
      const wasDue = before.state === "due";
      const isDue = after.state === "due";
      const isOwedAnew = isDue && !(wasDue && before.notBefore === after.notBefore);
      const turn = turnId(before);
      const failure = isFailed(after) ? [failed.put(failureId(after), id)] : [];
      return {
        checks: [{ key: rows.key(id), version }, ...laneChecks(before.chat, lane)],
        puts: [rows.put(id, after), ...(isOwedAnew ? [owed.put(turn, owedOf(after))] : []), ...failure],
        deletes: [
          ...laneEnds(id, before, lane),
          ...(wasDue && !isDue ? [owed.key(turn)] : []),
          ...(isFailed(before) && !isFailed(after) ? [failed.key(failureId(before))] : []),
        ],
        tally: tallyOf(before, after),
      };
    },

    /** A row that is due goes on as one of another chat, which has none of this cause. */
    move({ id, value: before, version }: Item<Row>, chat: ChatId, lane: SeenLane): Change {
      const { checks = [], puts = [] } = this.add({ ...before, chat });
      const turn = turnId(before);
      return {
        checks: [{ key: rows.key(id), version }, ...checks, ...laneChecks(before.chat, lane)],
        puts,
        deletes: [rows.key(id), owed.key(turn), byChat.key(turn), ...laneEnds(id, before, lane)],
      };
    },

    /** Nothing was asked of the platform: the row is due as before. */
    giveBack(lane: Item<Lane>): Change {
      return { checks: [{ key: lanes.key(lane.id), version: lane.version }], deletes: [lanes.key(lane.id)] };
    },
  };
}

export type RowChanges = ReturnType<typeof createRowChanges>;
