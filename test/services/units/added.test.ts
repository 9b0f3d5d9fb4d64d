import { describe, expect, test } from "vitest";
import { createUnits } from "#services/units/create-units.ts";
import type { NewUnit } from "#services/units/units.ts";

const HAI_TRIEU: NewUnit = { parent: "od332", kind: "commune", title: "xã", name: "Hải Triều" };
const department = (name: string): NewUnit => ({ parent: "p52", kind: "department", title: "", name });

describe("a unit no list knows", () => {
  test("is drafted with an id that its parent, title and name alone decide", () => {
    const units = createUnits();
    expect(units.idFor(HAI_TRIEU)).toBe("od332.xa-hai-trieu");
    expect(units.idFor({ ...HAI_TRIEU, name: " HẢI  TRIỀU" })).toBe("od332.xa-hai-trieu");
    expect(units.idFor(department("Sở Y tế"))).toBe("p52.so-y-te");
  });

  test("exists no longer than its parent and is not added by being drafted", () => {
    const units = createUnits();
    expect(units.draft(HAI_TRIEU)).toEqual({
      id: "od332.xa-hai-trieu",
      kind: "commune",
      name: "Hải Triều",
      title: "xã",
      parent: "od332",
      validFrom: null,
      validTo: "2025-06-30",
      successors: [],
      aliases: [],
      codes: {},
    });
    expect(units.get("od332.xa-hai-trieu")).toBeUndefined();
  });

  test("is found once learnt, before and after names were first sought", () => {
    const early = createUnits({ added: [createUnits().draft(HAI_TRIEU)] });
    const late = createUnits();
    late.find("Cương Chính");
    late.learn([late.draft(HAI_TRIEU)]);
    for (const units of [early, late]) {
      expect(units.find("UBND xã Hải Triều", { within: "od332" })).toMatchObject({
        found: "one",
        unit: { id: "od332.xa-hai-trieu" },
        exact: true,
      });
      expect(units.find("hai trieuu", { within: "od332" })).toMatchObject({ found: "one", exact: false });
      expect(units.children("od332").map(({ id }) => id)).toContain("od332.xa-hai-trieu");
      expect(units.ancestors("od332.xa-hai-trieu").map(({ id }) => id)).toEqual(["od332", "op33", "vn"]);
    }
  });

  test("stays as it was first learnt", () => {
    const units = createUnits();
    const drafted = units.draft(HAI_TRIEU);
    units.learn([drafted]);
    units.learn([
      { ...drafted, name: "khác" },
      ...(units.get("oc12376") ? [{ ...drafted, id: "oc12376" }] : []),
    ]);
    expect(units.get(drafted.id)).toBe(drafted);
    expect(units.get("oc12376")?.name).toBe("Cương Chính");
    expect(units.children("od332").filter(({ id }) => id === drafted.id)).toHaveLength(1);
  });

  test("is known by its portal code and written as officials do", () => {
    const units = createUnits();
    units.learn([units.draft({ ...department("Sở  Văn hoá, Thể thao và Du lịch"), portalCode: "H21.17" })]);
    expect(units.byPortalCode("H21.17")?.name).toBe("Sở Văn hóa, Thể thao và Du lịch");
  });
});

describe("a department", () => {
  const units = createUnits();
  const names = [
    "Sở Y tế",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Thông tin và Truyền thông",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Giáo dục và Đào tạo",
    "Thanh tra tỉnh",
    "Văn phòng UBND Tỉnh",
    "Ban quản lý Khu kinh tế",
  ];
  units.learn(names.map((name) => units.draft(department(name))));

  test.each([
    ["Sở Y tế", "Sở Y tế"],
    ["so y te", "Sở Y tế"],
    ["Sở Y tế - tỉnh Gia Lai", "Sở Y tế"],
    ["Sở TP", "Sở Tư pháp"],
    ["Sở TC", "Sở Tài chính"],
    ["Sở TT&TT", "Sở Thông tin và Truyền thông"],
    ["Sở TTTT", "Sở Thông tin và Truyền thông"],
    ["so thong tin & truyen thong", "Sở Thông tin và Truyền thông"],
    ["Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"],
    ["Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"],
    ["Sở VHTTDL", "Sở Văn hóa, Thể thao và Du lịch"],
    ["Sở Văn hóa, Thể thao và Du lịch - Tỉnh Gia Lai", "Sở Văn hóa, Thể thao và Du lịch"],
    ["Sở GD&ĐT tỉnh Gia Lai", "Sở Giáo dục và Đào tạo"],
    ["Thanh tra tỉnh - tỉnh Gia Lai", "Thanh tra tỉnh"],
    ["VP UBND tỉnh", "Văn phòng UBND Tỉnh"],
    ["Văn phòng Ủy ban nhân dân tỉnh", "Văn phòng UBND Tỉnh"],
    ["BQL KKT", "Ban quản lý Khu kinh tế"],
  ])("%s is %s", (text, name) => {
    expect(units.find(text)).toMatchObject({ found: "one", exact: true, unit: { name } });
  });
});
