import * as z from "zod";
import type { WantedSet } from "#services/portal/day-plan.ts";
import type { SetFigures, UnitFigures } from "#services/portal/day-set.ts";
import { GROUP_CODES } from "#services/portal/questions.ts";
import { createCollection } from "#services/store/collection.ts";
import type { Commit, Store } from "#services/store/store.ts";

/** A believed set with where it came from. */
export interface HeldSet extends WantedSet {
  readonly figures: SetFigures;
  /** Fetched after the period's end. */
  readonly closed: boolean;
  /** Of its last answer, ISO. */
  readonly fetchedAt: string;
  /** Hashes of the answers it was made of, in the order they are asked. */
  readonly hashes: readonly string[];
}

const points = z.number().nullable();
/** Code, total, the six groups in the order of GROUP_CODES, dossiers received; a list of two was asked about its total only. */
const Row = z.tuple([z.string(), points]).rest(points);
const StoredSet = z.object({
  closed: z.boolean(),
  fetchedAt: z.string(),
  hashes: z.array(z.string()),
  own: Row,
  units: z.array(Row),
  /** Names of those that listed units do not have, by code. */
  names: z.record(z.string(), z.string()),
});
type Row = z.infer<typeof Row>;

export type HeldFigures = ReturnType<typeof createHeldFigures>;

/**
 * Believed sets of points by place ("VN", "H21"), period and day. Each is written once and whole. `nameOf` knows
 * the names of listed units, which need not be kept.
 */
export function createHeldFigures(options: {
  readonly store: Store;
  readonly nameOf: (portalCode: string) => string | undefined;
}) {
  const { store, nameOf } = options;
  const collection = createCollection<z.infer<typeof StoredSet>>({
    store,
    prefix: "portal/figures",
    version: 1,
    schema: StoredSet,
  });

  function toSet(period: WantedSet["period"], label: string, stored: z.infer<typeof StoredSet>): HeldSet {
    const { own, units, names, ...rest } = stored;
    const unpack = (row: Row): UnitFigures => unpacked(row, names[row[0]] ?? nameOf(row[0]) ?? row[0]);
    return { period, label, ...rest, figures: { own: unpack(own), units: units.map(unpack) } };
  }

  return {
    async has(place: string, { period, label }: WantedSet): Promise<boolean> {
      return (await collection.get(`${place}/${period}/${label}`)) !== null;
    },

    /** The set described by this day; null = none, a gap. */
    async get(place: string, { period, label }: WantedSet): Promise<HeldSet | null> {
      const item = await collection.get(`${place}/${period}/${label}`);
      return item && toSet(period, label, item.value);
    },

    /** Sets of one period, the latest day first; `from`: not older than this day (ISO). */
    async latest(
      place: string,
      period: WantedSet["period"],
      { from = "", limit = 1 }: { readonly from?: string; readonly limit?: number } = {},
    ): Promise<readonly HeldSet[]> {
      const under = `${place}/${period}/`;
      const items = await collection.list({ from: under + from, to: `${under}~`, limit, reverse: true });
      return items.map(({ id, value }) => toSet(period, id.slice(under.length), value));
    },

    /** A new set; the commit fails where there is one of that day already. */
    adding(place: string, { period, label, figures, closed, fetchedAt, hashes }: HeldSet): Commit {
      const id = `${place}/${period}/${label}`;
      const unlisted = [figures.own, ...figures.units].filter(({ code }) => nameOf(code) === undefined);
      const stored = {
        closed,
        fetchedAt,
        hashes: [...hashes],
        own: packed(figures.own),
        units: figures.units.map(packed),
        names: Object.fromEntries(unlisted.map(({ code, name }) => [code, name])),
      };
      return { checks: [collection.check(id, null)], puts: [collection.put(id, stored)] };
    },
  };
}

function packed({ code, total, received, groups }: UnitFigures): Row {
  const asked = GROUP_CODES.every((group) => groups[group] !== undefined);
  return [code, total, ...(asked ? [...GROUP_CODES.map((group) => groups[group] ?? null), received] : [])];
}

function unpacked([code, total, ...scores]: Row, name: string): UnitFigures {
  if (scores.length === 0) return { code, name, total, received: null, groups: {} };
  const received = scores[GROUP_CODES.length] ?? null;
  const groups = Object.fromEntries(GROUP_CODES.map((group, index) => [group, scores[index] ?? null]));
  return { code, name, total, received, groups };
}
