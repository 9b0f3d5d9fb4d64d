import * as z from "zod";
import type { DeliveryReason } from "#services/delivery/delivery.ts";
import type { Row } from "#services/delivery/stored-delivery.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** One row more or less in a final state: "sent", "refused/blocked". */
export type TallyChange = readonly [name: string, by: 1 | -1];

export interface Ended {
  readonly state: Exclude<Row["state"], "due">;
  readonly reason: DeliveryReason | null;
  readonly count: number;
}

export interface Tally {
  /** What a commit has to hold for these changes to be counted with it. */
  move(changes: readonly TallyChange[]): Promise<Commit>;
  read(): Promise<readonly Ended[]>;
}

/** How many rows ended how, kept up in the commits that end them: counting reads one key, not the history. */
export function createTally(store: Store): Tally {
  const tallies = createCollection({ store, prefix: "deliveries/tally", version: 1, schema: Counts });
  const id = "ended";

  return {
    async move(changes) {
      if (changes.length === 0) return {};
      const seen = await tallies.get(id);
      const counts = { ...seen?.value };
      for (const [name, by] of changes) counts[name] = (counts[name] ?? 0) + by;
      return { checks: [tallies.check(id, seen)], puts: [tallies.put(id, counts)] };
    },

    async read() {
      const counts = Object.entries((await tallies.get(id))?.value ?? {});
      return counts.filter(([, count]) => count !== 0).map(([name, count]) => ({ ...ended(name), count }));
    },
  };
}

/** What the tally has to learn when a row's state changes; null = there was or will be no such row. */
export function tallyOf(before: Row | null, after: Row | null): readonly TallyChange[] {
  const changes: TallyChange[] = [];
  if (before && before.state !== "due") changes.push([nameOf(before), -1]);
  if (after && after.state !== "due") changes.push([nameOf(after), 1]);
  return changes;
}

const Counts = z.record(z.string(), z.number());

function nameOf({ state, reason }: Row): string {
  return reason === null ? state : `${state}/${reason}`;
}

function ended(name: string): Omit<Ended, "count"> {
  const [state, reason = null] = name.split("/");
  return { state: state as Ended["state"], reason: reason as DeliveryReason | null };
}
