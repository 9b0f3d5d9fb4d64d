import { describe, expect, test } from "vitest";
import { createUnits } from "#services/units/create-units.ts";
import { readLists } from "#services/units/lists.ts";
import { officialSpelling } from "#services/units/spelling.ts";
import { fullName, type Unit, type UnitKind } from "#services/units/unit.ts";

const listed = readLists().map(({ unit }) => unit);
const units = createUnits();
const of = (kind: UnitKind): Unit[] => listed.filter((unit) => unit.kind === kind);
const today = (unit: Unit): boolean => unit.validTo === null;
const before = (unit: Unit): boolean => unit.validFrom === null;
const name = (id: string): string | undefined => {
  const unit = units.get(id);
  return unit && fullName(unit);
};

describe("the shipped lists", () => {
  test("hold 34 provinces and 3,321 communes of today", () => {
    expect(of("province").filter(today)).toHaveLength(34);
    const communes = of("commune").filter(today);
    expect(communes).toHaveLength(3321);
    const titled = (title: string): number => communes.filter((unit) => unit.title === title).length;
    expect([titled("xã"), titled("phường"), titled("đặc khu")]).toEqual([2611, 697, 13]);
  });

  test("hold 63 provinces, 696 districts and 10,035 communes of before the merger", () => {
    expect(of("province").filter(before)).toHaveLength(63);
    expect(of("district")).toHaveLength(696);
    expect(of("district").every((unit) => unit.validTo === "2025-06-30")).toBe(true);
    expect(of("commune").filter(before)).toHaveLength(10_035);
  });

  test("give every unit its own id, a parent and successors that exist", () => {
    expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    for (const unit of listed) {
      if (unit.id !== "vn") expect(units.get(unit.parent ?? ""), unit.id).toBeDefined();
      for (const successor of unit.successors) expect(units.get(successor)?.validTo, unit.id).toBeNull();
    }
  });

  test("tell the eras of a reused code apart", () => {
    expect(name("oc12361")).toBe("xã Trung Dũng");
    expect(name("c12361")).toBe("xã Tiên Hoa");
    expect(units.get("oc12361")).toMatchObject({
      validTo: "2025-06-30",
      successors: ["c12361"],
      parent: "od332",
    });
    expect(units.get("c12361")).toMatchObject({ validFrom: "2025-07-01", validTo: null, parent: "p33" });
  });

  test("name every successor of a commune that was split", () => {
    expect(units.get("oc08974")?.successors.map(name)).toEqual([
      "xã Quang Minh",
      "xã Tiến Thắng",
      "xã Mê Linh",
    ]);
    expect(listed.filter(({ kind, successors }) => kind === "commune" && successors.length > 1)).toHaveLength(
      471,
    );
  });

  test("keep the id of a commune whose code was corrected, so that its stored figures are still its own", () => {
    const baChe = units.get("c06978");
    expect(baChe).toMatchObject({ name: "Ba Chẽ", parent: "p22", codes: { gso: "06970" } });
    for (const old of ["oc06970", "oc06973", "oc06982", "oc06988"]) {
      expect(units.get(old)?.successors).toEqual(["c06978"]);
    }
    expect(listed.filter(({ codes }) => codes.gso === "06978")).toEqual([]);
    expect(units.get("oc06886")?.successors).toEqual(["c06978", "c06799", "c06886"]);
  });

  test("lead from old provinces and island districts to what took them over", () => {
    expect(units.get("op93")?.successors.map(name)).toEqual(["thành phố Cần Thơ"]);
    expect(units.get("od755")?.successors.map(name)).toEqual(["đặc khu Côn Đảo"]);
  });

  test("keep a unit that the merger left alone as one, in today's province and in its former district", () => {
    expect(units.get("p01")).toMatchObject({ name: "Hà Nội", validFrom: null, validTo: null });
    expect(units.get("op01")).toBeUndefined();
    expect(units.get("c00859")).toMatchObject({ name: "Ngọc Long", validFrom: null, validTo: null });
    expect(units.children("od028").map(({ id }) => id)).toContain("c00859");
    expect(units.ancestors("c00859").map(({ id }) => id)).toEqual(["p08", "vn"]);
    expect(units.find("xã Ngọc Long, huyện Yên Minh, tỉnh Hà Giang")).toMatchObject({
      unit: { id: "c00859" },
    });
    expect(units.find("Ngọc Long", { within: "op02" })).toMatchObject({ unit: { id: "c00859" } });
  });

  test("know the portal's code of every province of today", () => {
    expect(
      of("province")
        .filter(today)
        .every(({ codes }) => /^H\d\d$/u.test(codes.portal ?? "")),
    ).toBe(true);
    expect(units.byPortalCode("H44")?.name).toBe("Phú Thọ");
    expect(units.byPortalCode("H21.227")?.name).toBe("Vân Canh");
    expect(units.byPortalCode("H99")).toBeUndefined();
  });

  test("count a province's communes as post-merger texts do", () => {
    const counted = (id: string): number =>
      units.children(id).filter((unit) => unit.kind === "commune").length;
    expect([counted("p33"), counted("p52"), counted("p25"), counted("p79")]).toEqual([104, 135, 148, 168]);
    expect(units.children("vn").filter(today)).toHaveLength(34);
  });

  test("write names one way, tone marks where officials put them", () => {
    for (const unit of listed) expect(officialSpelling(unit.name)).toBe(unit.name);
    expect(name("p38")).toBe("tỉnh Thanh Hóa");
  });
});
