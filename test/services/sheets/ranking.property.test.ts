import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankUnits } from "#services/sheets/ranking.ts";
import type { Observation } from "#services/sheets/sheet.ts";
import { makeObservation } from "#test/services/sheets/make.ts";

/** Hundredths of points, few enough that units tie. */
const value = fc.integer({ min: 0, max: 40 }).map((hundredths) => 80 + hundredths / 100);
const direction = fc.constantFrom("up" as const, "down" as const);
const unitIds = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 30 });

const listOf = (values: fc.Arbitrary<number | null>): fc.Arbitrary<readonly Observation[]> =>
  unitIds.chain((ids) =>
    fc
      .array(values, { minLength: ids.length, maxLength: ids.length })
      .map((all) => ids.map((id, i) => makeObservation(`u${id}`, all[i] ?? null))),
  );

function rank(
  observations: readonly Observation[],
  direction: "up" | "down",
  earlier: readonly Observation[] | "no-earlier" = "no-earlier",
) {
  const expected = observations.map(({ unit }) => unit);
  return rankUnits({
    indicator: { id: "TOTAL", direction, measure: "points" },
    observations,
    expected,
    earlier,
  });
}

const isAhead = (a: number, b: number, direction: "up" | "down"): boolean =>
  direction === "up" ? a > b : a < b;

describe("whatever the values, a ranking", () => {
  it("gives each unit 1 + the number of units ahead of it, and ties exactly the equal ones", () => {
    fc.assert(
      fc.property(listOf(value), direction, (observations, direction) => {
        const { rows } = rank(observations, direction);
        expect(rows).toHaveLength(observations.length);
        for (const row of rows) {
          const ahead = rows.filter((other) => isAhead(other.value, row.value, direction));
          expect(row.rank).toBe(1 + ahead.length);
          expect(row.tied).toBe(rows.some((other) => other !== row && other.value === row.value));
        }
      }),
    );
  });

  it("lists ranks in order, whatever order the document had", () => {
    fc.assert(
      fc.property(listOf(value), direction, fc.infiniteStream(fc.nat()), (observations, direction, keys) => {
        const keyed = observations.map((observation) => ({ observation, key: Number(keys.next().value) }));
        const shuffled = keyed.sort((a, b) => a.key - b.key).map(({ observation }) => observation);
        const [here, there] = [rank(observations, direction), rank(shuffled, direction)];
        const places = ({ rows }: typeof here) => new Map(rows.map((row) => [row.unit, row.rank]));
        expect(places(there)).toEqual(places(here));
        expect(there.rows.map((row) => row.rank)).toEqual(here.rows.map((row) => row.rank));
        expect(here.rows.map((row) => row.rank)).toEqual(
          here.rows.map((row) => row.rank).sort((a, b) => a - b),
        );
      }),
    );
  });

  it("puts every expected unit in exactly one of the three lists", () => {
    const lists = listOf(fc.option(value));
    fc.assert(
      fc.property(lists, fc.func(fc.boolean()), (observations, isIdle) => {
        const expected = [...observations.map(({ unit }) => unit), "unnamed"];
        const idle = new Set(expected.filter((unit) => isIdle(unit)));
        const indicator = { id: "TOTAL", direction: "up", measure: "points" } as const;
        const ranking = rankUnits({ indicator, observations, expected, idle, earlier: "no-earlier" });
        const all = [...ranking.rows.map(({ unit }) => unit), ...ranking.missing, ...ranking.idle];
        expect(all.sort()).toEqual(expected.sort());
      }),
    );
  });

  it("moves each unit by the difference of its two ranks, the earlier one being a ranking itself", () => {
    const two = unitIds.chain((ids) => {
      const values = fc.array(value, { minLength: ids.length, maxLength: ids.length });
      const list = values.map((all) => ids.map((id, i) => makeObservation(`u${id}`, all[i] ?? 0)));
      return fc.tuple(list, list);
    });
    fc.assert(
      fc.property(two, direction, ([earlier, later], direction) => {
        const before = new Map(rank(earlier, direction).rows.map((row) => [row.unit, row.rank]));
        for (const row of rank(later, direction, earlier).rows) {
          expect(row.previousRank).toBe(before.get(row.unit));
          expect(row.moved).toBe((row.previousRank ?? 0) - row.rank);
          expect(row.change).toBeCloseTo(row.value - (row.previousValue ?? 0), 9);
        }
      }),
    );
  });

  it("neither creates nor loses places: where nobody ties, the moves cancel out", () => {
    const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 30 });
    const pairs = distinct.chain((before) =>
      fc.tuple(fc.constant(before), fc.shuffledSubarray(before, { minLength: before.length })),
    );
    fc.assert(
      fc.property(pairs, ([before, after]) => {
        const list = (values: readonly number[]) => values.map((v, i) => makeObservation(`u${i}`, v / 100));
        const { rows } = rank(list(after), "up", list(before));
        expect(rows.reduce((sum, { moved }) => sum + (moved ?? Number.NaN), 0)).toBe(0);
      }),
    );
  });

  it("says the same from published changes as from the sheet they were made of", () => {
    const two = fc
      .uniqueArray(fc.integer({ min: 0, max: 99 }), { minLength: 2, maxLength: 20 })
      .chain((ids) =>
        fc.tuple(
          fc.constant(ids),
          fc.array(fc.tuple(value, value), { minLength: ids.length, maxLength: ids.length }),
        ),
      );
    fc.assert(
      fc.property(two, ([ids, values]) => {
        const at = (i: number): readonly [number, number] => values[i] ?? [0, 0];
        const earlier = ids.map((id, i) => makeObservation(`u${id}`, at(i)[0]));
        const later = ids.map((id, i) => makeObservation(`u${id}`, at(i)[1]));
        const published = later.map((o, i) => ({
          ...o,
          change: Number((at(i)[1] - at(i)[0]).toFixed(2)),
        }));
        const moves = (list: readonly Observation[]) =>
          rank(list, "up", earlier).rows.map(({ unit, moved, previousRank }) => ({
            unit,
            moved,
            previousRank,
          }));
        expect(moves(published)).toEqual(moves(later));
      }),
    );
  });
});
