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

/** Code, total, the six groups in the order of GROUP_CODES, dossiers received; a list of two was asked about its total only. */
type Row = readonly [code: string, total: number | null, ...scores: readonly (number | null)[]];
/** By hand: a year of days holds half a million of these figures. */
const Row = z.custom<Row>(
  (row) =>
    Array.isArray(row) &&
    row.length > 1 &&
    typeof row[0] === "string" &&
    row.every((score, i) => i === 0 || score === null || Number.isFinite(score)),
);
const StoredSet = z.object({
  closed: z.boolean(),
  fetchedAt: z.string(),
  hashes: z.array(z.string()),
  own: Row,
  units: z.array(Row),
  /** Names of those that listed units do not have, by code. */
  names: z.record(z.string(), z.string()),
});
export interface HeldRow {
  /** ISO day. */
  readonly label: string;
  /** null = that day's list does not hold the unit. */
  readonly row: UnitFigures | null;
}

export interface HeldRange {
  /** Not older than this day, ISO. */
  readonly from?: string;
  readonly limit?: number;
}

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
    return {
      ...{ period, label, ...rest },
      figures: { own: named(own, names), units: units.map((row) => named(row, names)) },
    };
  }

  const named = (row: Row, names: Readonly<Record<string, string>>): UnitFigures =>
    unpacked(row, names[row[0]] ?? nameOf(row[0]) ?? row[0]);

  async function listed(place: string, period: WantedSet["period"], { from = "", limit = 1 }: HeldRange) {
    const under = `${place}/${period}/`;
    const items = await collection.list({ from: under + from, to: `${under}~`, limit, reverse: true });
    return items.map(({ id, value }) => ({ label: id.slice(under.length), value }));
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

    /** Sets of one period, the latest day first. */
    async latest(
      place: string,
      period: WantedSet["period"],
      range: HeldRange = {},
    ): Promise<readonly HeldSet[]> {
      const items = await listed(place, period, range);
      return items.map(({ label, value }) => toSet(period, label, value));
    },

    /** One unit's row in each of those sets, by the portal's code; null = the place's own row. */
    async rows(
      place: string,
      period: WantedSet["period"],
      code: string | null,
      range: HeldRange,
    ): Promise<readonly HeldRow[]> {
      const items = await listed(place, period, range);
      return items.map(({ label, value: { own, units, names } }) => {
        const row = code === null ? own : units.find(([listedCode]) => listedCode === code);
        return { label, row: row ? named(row, names) : null };
      });
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
