import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "#services/text/fold.ts";
import { createUnits } from "#services/units/create-units.ts";
import { readLists } from "#services/units/lists.ts";
import { fullName, type Unit } from "#services/units/unit.ts";

const units = createUnits();
const everyone = readLists().map(({ unit }) => unit);
const anyUnit = fc.constantFrom(...everyone);
const dayOf = (unit: Unit): string => unit.validTo ?? "2026-09-01";

/** "xã Cương Chính, huyện Tiên Lữ, tỉnh Hưng Yên". */
function address(unit: Unit): string {
  const places = units.ancestors(unit.id).filter(({ kind }) => kind !== "country");
  return [unit, ...places].map(fullName).join(", ");
}

function answers(text: string, unit: Unit): readonly string[] {
  const match = units.find(text, { at: dayOf(unit) });
  if (match.found === "one") return match.exact ? [match.unit.id] : [];
  return match.found === "several" ? match.units.map(({ id }) => id) : [];
}

describe("every unit", () => {
  test("is found by its full name and those it lies in", () => {
    for (const unit of everyone) {
      const match = units.find(address(unit), { at: dayOf(unit) });
      expect(match, address(unit)).toMatchObject({ found: "one", exact: true, unit: { id: unit.id } });
    }
  });

  test("is found whatever the case and the marks between", () => {
    const ways = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.replace(/, /gu, " - "),
      (text: string) => `UBND ${text.replace(/ /gu, "  ")}`,
    );
    fc.assert(
      fc.property(anyUnit, ways, (unit, way) => {
        expect(answers(way(address(unit)), unit)).toEqual([unit.id]);
      }),
      { numRuns: 400 },
    );
  });

  test("is found, or is among those asked back, without accents", () => {
    fc.assert(
      fc.property(anyUnit, (unit) => {
        expect(answers(fold(address(unit)), unit)).toContain(unit.id);
      }),
      { numRuns: 400 },
    );
  });
});

test("nothing outside a bound is ever answered, whatever is written", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), anyUnit.map(fullName)), anyUnit, (text, bound) => {
      const match = units.find(text, { within: bound.id });
      const found =
        match.found === "one" ? [match.unit] : match.found === "several" ? match.units : match.nearest;
      const inside = (id: string): boolean => id === bound.id || insideOf(id).has(bound.id);
      expect(found.every(({ id }) => inside(id))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const formerParents = new Map(readLists().map(({ unit, formerParent }) => [unit.id, formerParent]));

/** Ids of the places a unit lies or lay in. */
function insideOf(id: string): Set<string> {
  const former = formerParents.get(id);
  const then = former === undefined ? [] : [former, ...units.ancestors(former).map((place) => place.id)];
  return new Set([...units.ancestors(id).map((place) => place.id), ...then]);
}
