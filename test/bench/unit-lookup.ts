import { fold } from "#services/text/fold.ts";
import { createUnits } from "#services/units/create-units.ts";
import { readLists } from "#services/units/lists.ts";
import { fullName, type Unit } from "#services/units/unit.ts";
import { type BenchLine, within } from "./bench-line.ts";

const LOOKUPS = 5_000;
const WARM_UP = 1_000;
/** Each text is sought so often and its quickest turn counts: a turn may hold another process's time. */
const TURNS = 3;
const LIMIT_MS = 2;

/** Median and p99 of one lookup over all names: exact, without accents, mistyped, misread, unknown, in equal parts. */
export async function benchUnitLookup(): Promise<readonly BenchLine[]> {
  const units = createUnits();
  const everyone = readLists().map(({ unit }) => unit);
  const random = seeded(766);
  const texts = Array.from({ length: WARM_UP + LOOKUPS }, (_, i) =>
    written(pick(everyone, random), i, random),
  );

  const times = texts.map((text) =>
    Math.min(...Array.from({ length: TURNS }, () => timed(() => units.find(text)))),
  );
  const measured = times.slice(WARM_UP).sort((a, b) => a - b);
  return [
    within(LIMIT_MS, { name: "unit lookup, median", ours: at(measured, 0.5), unit: "ms" }),
    within(LIMIT_MS, { name: "unit lookup, p99", ours: at(measured, 0.99), unit: "ms" }),
  ];
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function written(unit: Unit, i: number, random: () => number): string {
  const name = fullName(unit);
  const ways = [
    () => name,
    () => fold(name),
    () => mistyped(name, random),
    () => `UBND ${fold(name).replace(/l/gu, "1").replace(/m/gu, "rn").toUpperCase()}`,
    () =>
      Array.from({ length: 4 + (i % 9) }, () => "abcdeghiklmnopqrstuvxy "[Math.floor(random() * 23)]).join(
        "",
      ),
  ];
  return (ways[i % ways.length] ?? (() => name))();
}

/** One letter left out or doubled. */
function mistyped(name: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (name.length - 1));
  return random() < 0.5 ? name.slice(0, at) + name.slice(at + 1) : name.slice(0, at) + name.slice(at - 1);
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** Mulberry32: the same numbers in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
