import { describe, expect, it } from "vitest";
import { COUNTRY_MAP, unitMap } from "#services/maps/unit-map.ts";
import { createUnits } from "#services/units/create-units.ts";

const units = createUnits();
const today = (id: string) =>
  units.children(id).filter(({ kind, validTo }) => kind !== "department" && validTo === null);
const codesOf = (id: string): string[] => today(id).map(({ codes }) => codes.gso ?? "");

describe("the shipped maps", () => {
  it("hold each of the 34 provinces and of the 3,321 communes once, and nothing else", () => {
    const provinces = today("vn");
    expect(provinces).toHaveLength(34);
    expect(
      unitMap(COUNTRY_MAP)
        .units.map(({ code }) => code)
        .sort(),
    ).toEqual(codesOf("vn").sort());
    let communes = 0;
    for (const { id, codes } of provinces) {
      const drawn = unitMap(codes.gso ?? "").units.map(({ code }) => code);
      expect(drawn.sort()).toEqual(codesOf(id).sort());
      communes += drawn.length;
    }
    expect(communes).toBe(3321);
  });

  it("show every polygon in one of their frames, the archipelagos among them", () => {
    for (const name of [COUNTRY_MAP, ...codesOf("vn")]) {
      const { frames, units: drawn } = unitMap(name);
      for (const { code, polygons, middle } of drawn) {
        expect(polygons.length, code).toBeGreaterThan(0);
        for (const [outer = []] of polygons) {
          const holding = frames.filter(({ box }) => outer.every((position) => isIn(position, box)));
          expect(holding.length, `${name} ${code}`).toBe(1);
          expect(outer[0]).toEqual(outer.at(-1));
        }
        expect(frames.some(({ box }) => isIn(middle, box))).toBe(true);
      }
    }
    const names = ["31", "48", "56", "79", COUNTRY_MAP].flatMap((name) =>
      unitMap(name)
        .frames.slice(1)
        .map((frame) => frame.name),
    );
    expect(names).toEqual([
      "Đặc khu Bạch Long Vĩ",
      "Đặc khu Hoàng Sa",
      "Đặc khu Trường Sa",
      "Đặc khu Côn Đảo",
      "Quần đảo Hoàng Sa (Đà Nẵng)",
      "Quần đảo Trường Sa (Khánh Hòa)",
    ]);
  });

  it("are not sought outside their folder", () => {
    for (const name of ["../../../package", "1", "999", ""]) expect(() => unitMap(name)).toThrow(RangeError);
  });
});

type Frame = ReturnType<typeof unitMap>["frames"][number]["box"];

/** Stored corners are rounded. */
const SLACK = 0.01;

const isIn = ([x, y]: readonly [number, number], { west, south, east, north }: Frame): boolean =>
  x >= west - SLACK && x <= east + SLACK && y >= south - SLACK && y <= north + SLACK;
