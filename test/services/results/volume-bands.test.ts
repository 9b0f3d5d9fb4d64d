import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { USUAL_LEVELS, volumeBands } from "#services/results/volume-bands.ts";
import { rankUnits } from "#services/sheets/ranking.ts";
import { makeObservation } from "#test/services/sheets/make.ts";

const INDICATOR = { id: "TOTAL", direction: "up", measure: "points" } as const;

function ranked(units: readonly { readonly value: number; readonly received: number | null }[]) {
  const named = units.map((unit, i) => ({ ...unit, id: `u${i}` }));
  return rankUnits({
    indicator: INDICATOR,
    observations: named.map(({ id, value }) => makeObservation(id, value)),
    expected: [],
    received: new Map(
      named.flatMap(({ id, received }) => (received === null ? [] : [[id, received] as const])),
    ),
    earlier: "no-earlier",
  }).rows;
}

describe("bands of dossiers received", () => {
  it("part at their levels: below the first, with the second, above it", () => {
    const rows = ranked([499, 500, 2_000, 2_001].map((received) => ({ value: 80, received })));
    const { bands } = volumeBands(rows, USUAL_LEVELS);
    expect(bands.map((band) => band.rows.map(({ row }) => row.received))).toEqual([
      [499],
      [500, 2_000],
      [2_001],
    ]);
  });

  it("say how many of a band are behind where it has twenty units, not where it has nineteen", () => {
    const units = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ value: 50 + i, received: 10 }));
    const [large] = volumeBands(ranked(units(20)), [500]).bands;
    expect(large?.rows.map(({ ahead }) => ahead).filter((_, i) => [0, 10, 19].includes(i))).toEqual([
      100, 47, 0,
    ]);
    const [small] = volumeBands(ranked(units(19)), [500]).bands;
    expect(small?.rows.every(({ ahead }) => ahead === null)).toBe(true);
  });

  it("hold every unit once, in the order and with the ties of the whole list", () => {
    const unit = fc.record({
      value: fc.integer({ min: 0, max: 12 }),
      received: fc.option(fc.integer({ min: 0, max: 3_000 })),
    });
    const levels = fc.uniqueArray(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), levels, (units, unsorted) => {
        const rows = ranked(units);
        const { bands, unknown } = volumeBands(
          rows,
          unsorted.toSorted((a, b) => a - b),
        );
        const held = [...bands.flatMap((band) => band.rows.map(({ row }) => row)), ...unknown];
        expect(new Set(held)).toEqual(new Set(rows));
        expect(held).toHaveLength(rows.length);
        for (const { rows: own } of bands)
          for (const { row, rank } of own)
            expect(rank).toBe(1 + own.filter((other) => other.row.value > row.value).length);
      }),
    );
  });
});
