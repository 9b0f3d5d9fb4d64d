import type { Direction } from "#services/indicators/indicator.ts";

/** Competition ranks by unit: 1 + the number of units ahead, so 1, 2, 2, 4. */
export type Places = ReadonlyMap<string, { readonly rank: number; readonly tied: boolean }>;

export function placesOf(values: ReadonlyMap<string, number>, direction: Direction): Places {
  const order = [...values].sort(([, a], [, b]) => better(b, a, direction));
  const places = new Map<string, { rank: number; tied: boolean }>();
  let rank = 1;
  order.forEach(([unit, value], i) => {
    const above = order[i - 1]?.[1];
    if (above !== value) rank = i + 1;
    places.set(unit, { rank, tied: above === value || order[i + 1]?.[1] === value });
  });
  return places;
}

/** Positive when a is better than b. */
export function better(a: number, b: number, direction: Direction): number {
  return direction === "down" ? b - a : a - b;
}

/** a − b without the dust of binary fractions: figures have at most a few decimals. */
export function subtract(a: number, b: number): number {
  return Math.round((a - b) * 1e6) / 1e6;
}
