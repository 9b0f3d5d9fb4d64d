import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Role } from "#services/refusal.ts";
import { createRights, type Rights } from "#services/rights/rights.ts";
import { atLeast, highest } from "#services/rights/roles.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { createUnits } from "#services/units/create-units.ts";
import type { Unit } from "#services/units/unit.ts";

const units = createUnits();
const unitNamed = (name: string): Unit => {
  const match = units.find(name);
  if (match.found !== "one") throw new Error(`not one unit: ${name}`);
  return match.unit;
};
const COUNTRY = "vn";
const province = unitNamed("tỉnh Gia Lai");
const commune = units.children(province.id)[0]?.id ?? "";
const elsewhere = unitNamed("tỉnh Phú Thọ");

let store: Store;
let rights: Rights;
beforeEach(async () => {
  store = await openStore("file::memory:");
  const clock = () => new Date("2026-11-21T01:00:00Z");
  rights = createRights({ store, units, operators: ["test:op"], clock });
});
afterEach(() => store.close());

const give = (role: "officer" | "editor", unit: string) =>
  rights.give("test:an", { role, unit, by: "test:op" });

describe("a role in a unit", () => {
  it.each<[given: string, role: "officer" | "editor", unit: string, asked: [string, Role][]]>([
    [
      "of a commune",
      "officer",
      commune,
      [
        [commune, "officer"],
        [province.id, "viewer"],
        [COUNTRY, "viewer"],
      ],
    ],
    [
      "of a province",
      "editor",
      province.id,
      [
        [commune, "editor"],
        [province.id, "editor"],
        [COUNTRY, "viewer"],
      ],
    ],
    [
      "of the country",
      "editor",
      COUNTRY,
      [
        [commune, "editor"],
        [elsewhere.id, "editor"],
        [COUNTRY, "editor"],
      ],
    ],
    [
      "of another province",
      "editor",
      elsewhere.id,
      [
        [commune, "viewer"],
        [province.id, "viewer"],
      ],
    ],
  ])("is held there and below: %s", async (_, role, unit, asked) => {
    await give(role, unit);
    for (const [where, expected] of asked) expect(await rights.roleOf("test:an", where)).toBe(expected);
  });

  it("is the highest of those that reach it", async () => {
    await give("editor", province.id);
    await give("officer", commune);
    expect(await rights.roleOf("test:an", commune)).toBe("editor");
    expect(await rights.roleOf("test:an")).toBe("editor");
    expect(await rights.roleOf("test:an", elsewhere.id)).toBe("viewer");
  });

  it("is replaced by the next one given for the same unit", async () => {
    await give("editor", province.id);
    await give("officer", province.id);
    expect(await rights.grantsOf("test:an")).toEqual([
      { role: "officer", unit: province.id, by: "test:op", at: "2026-11-21T01:00:00.000Z" },
    ]);
  });

  it("is nobody's who was given none, and everything's an operator's", async () => {
    expect(await rights.roleOf("test:stranger", commune)).toBe("viewer");
    expect(await rights.roleOf("test:op", commune)).toBe("operator");
    expect(await rights.roleOf("test:op")).toBe("operator");
  });
});

describe("taking back", () => {
  it("takes one unit's role, or all of them", async () => {
    await give("editor", province.id);
    await give("officer", elsewhere.id);
    expect(await rights.take("test:an", province.id)).toMatchObject([{ role: "editor" }]);
    expect(await rights.roleOf("test:an")).toBe("officer");
    expect(await rights.take("test:an", null)).toMatchObject([{ role: "officer" }]);
    expect(await rights.roleOf("test:an")).toBe("viewer");
    expect(await rights.holders()).toEqual([]);
  });

  it("finds nothing where there is nothing", async () => {
    expect(await rights.take("test:an", null)).toEqual([]);
  });
});

it("roles are in an order", () => {
  expect(atLeast("editor", "officer")).toBe(true);
  expect(atLeast("officer", "editor")).toBe(false);
  expect(highest(["viewer", "editor", "officer"])).toBe("editor");
  expect(highest([])).toBe("viewer");
});
