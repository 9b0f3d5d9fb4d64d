import { describe, expect, test } from "vitest";
import { createUnits } from "#services/units/create-units.ts";
import { fullName, type Unit } from "#services/units/unit.ts";
import type { FindUnitOptions } from "#services/units/units.ts";

const units = createUnits();

/** "xã Cương Chính < huyện Tiên Lữ"; "?" before several, "–" before the nearest of none, "~" before a likely one. */
function find(text: string, options: FindUnitOptions = {}, known = units): string {
  const match = known.find(text, options);
  const named = (unit: Unit): string =>
    [
      unit,
      ...known
        .ancestors(unit.id)
        .slice(0, 1)
        .filter(({ kind }) => kind !== "country"),
    ]
      .map(fullName)
      .join(" < ");
  if (match.found === "one") return `${match.exact ? "" : "~ "}${named(match.unit)}`;
  if (match.found === "several") return `? ${match.units.map(named).join(", ")}`;
  return `– ${match.nearest.map(named).join(", ")}`.trim();
}

const TIEN_LU = { scope: "od332", at: "2024-08-31" };

describe("a name as people write it", () => {
  test.each([
    "Cương Chính",
    "cuong chinh",
    "CƯƠNG CHÍNH",
    "  cương   chính ",
    "xã Cương Chính",
    "xa cuong chinh",
    "x. Cương Chính",
    "UBND xã Cương Chính",
    "Ủy ban nhân dân xã Cương Chính",
    "Uỷ ban nhân dân xã Cương Chính",
    "UY BAN NHAN DAN XA CUONG CHINH",
    "Cương Chính, huyện Tiên Lữ",
    "Cương Chính huyện Tiên Lữ",
    "xã Cương Chính - huyện Tiên Lữ - tỉnh Hưng Yên",
    "xã Cương Chính (Hưng Yên)",
    "cuong chinh tien lu",
    "xa cuong chinh h. tien lu t. hung yen",
  ])("%s is xã Cương Chính", (text) => {
    expect(find(text)).toBe("xã Cương Chính < huyện Tiên Lữ");
  });

  test.each([
    ["TP.HCM", "thành phố Hồ Chí Minh"],
    ["TPHCM", "thành phố Hồ Chí Minh"],
    ["T.P. Hồ Chí Minh", "thành phố Hồ Chí Minh"],
    ["TT-Huế", "thành phố Huế"],
    ["tỉnh Thừa Thiên Huế", "thành phố Huế"],
    ["BR-VT", "tỉnh Bà Rịa - Vũng Tàu"],
    ["hanoi", "thành phố Hà Nội"],
    ["Đắc Lắc", "tỉnh Đắk Lắk"],
    ["HẬU GIANG", "tỉnh Hậu Giang"],
    ["tp hung yen", "thành phố Hưng Yên < tỉnh Hưng Yên"],
    ["thị xã Sơn Tây", "thị xã Sơn Tây < thành phố Hà Nội"],
    ["tx. sơn tây", "thị xã Sơn Tây < thành phố Hà Nội"],
    ["Quận 1", "quận 1 < thành phố Hồ Chí Minh"],
    ["Q.1", "quận 1 < thành phố Hồ Chí Minh"],
    ["P.9, Q.3", "phường 9 < quận 3"],
    ["phường 09 quận 3", "phường 9 < quận 3"],
    ["p9 q3", "phường 9 < quận 3"],
    ["UBND Đặc khu Phú Quốc - tỉnh An Giang", "đặc khu Phú Quốc < tỉnh An Giang"],
    ["UBND xã Lâm Thao - Tỉnh Phú Thọ", "xã Lâm Thao < tỉnh Phú Thọ"],
    ["UBND xã Kông Bơ La - Gia Lai", "xã Kông Bơ La < tỉnh Gia Lai"],
    ["xã hoà hội, gia lai", "xã Hòa Hội < tỉnh Gia Lai"],
    ["Phan Rang - Tháp Chàm", "thành phố Phan Rang - Tháp Chàm < tỉnh Ninh Thuận"],
    ["phường Xuân Hương - Đà Lạt - tỉnh Lâm Đồng", "phường Xuân Hương - Đà Lạt < tỉnh Lâm Đồng"],
    ["phuong mao", "phường Phượng Mao < thị xã Quế Võ"],
    ["huyện quản bạ", "huyện Quản Bạ < tỉnh Hà Giang"],
    ["Việt Nam", "cả nước"],
  ])("%s is %s", (text, expected) => {
    expect(find(text)).toBe(expected);
  });

  test("a title keeps units of another kind out", () => {
    expect(find("Tiên Lữ", TIEN_LU)).toBe("huyện Tiên Lữ < tỉnh Hưng Yên");
    expect(find("xã Tiên Lữ", TIEN_LU)).toBe("xã Tiên Lữ < huyện Lập Thạch");
    expect(find("xã Tiên Lữ", { within: "od332" })).toBe("– huyện Tiên Lữ < tỉnh Hưng Yên");
    expect(find("huyện Lâm Thao, Hà Nội")).toMatch(/^– huyện Lâm Thao < tỉnh Phú Thọ/u);
  });

  test("only the kinds asked for are answered", () => {
    expect(find("Mê Linh", { kinds: ["district"] })).toBe("huyện Mê Linh < thành phố Hà Nội");
    expect(find("UBND thành phố Bắc Ninh", { kinds: ["province"], at: "2026-10-02" })).toBe("tỉnh Bắc Ninh");
  });

  test("a number alone is no unit", () => {
    expect(find("8")).toBe("–");
  });

  test.each(["", "   ", "🎉", "…", "x".repeat(5000), "xã", "שלום"])("%j finds nobody", (text) => {
    expect(find(text)).toBe("–");
  });
});

describe("a name that several units bear", () => {
  test("is asked back, today's units first, eight at most", () => {
    const match = units.find("Xã Tân Tiến");
    if (match.found !== "several") throw new Error(match.found);
    expect(match.units).toHaveLength(8);
    expect(match.units.filter(({ validTo }) => validTo === null)).toHaveLength(7);
  });

  test("is settled by the scope, then by data, then by the era", () => {
    expect(find("Xã Tân Tiến", { scope: "p33" })).toBe("xã Tân Tiến < tỉnh Hưng Yên");
    expect(find("Xã Tân Tiến", { preferred: [new Set(), new Set(["c32188"])] })).toBe(
      "xã Tân Tiến < tỉnh Cà Mau",
    );
    expect(find("Xã Tân Tiến", { scope: "p33", preferred: [new Set(["c32188"])] })).toBe(
      "xã Tân Tiến < tỉnh Hưng Yên",
    );
    expect(find("Hưng Yên", { at: "2026-01-31" })).toBe("tỉnh Hưng Yên");
  });

  test("is the successor's today and the old one's in its era", () => {
    expect(find("Tiến Thắng", { within: "od250" })).toBe("xã Tiến Thắng < huyện Mê Linh");
    expect(find("xã Tiến Thắng, huyện Mê Linh")).toBe("xã Tiến Thắng < huyện Mê Linh");
    expect(find("Tiến Thắng", { within: "p01" })).toBe("xã Tiến Thắng < thành phố Hà Nội");
    expect(find("Tiến Thắng", { within: "p01", at: "2025-02-28" })).toBe("xã Tiến Thắng < huyện Mê Linh");
    expect(find("Tiến Thắng", { at: "2026-02-28" })).toBe("xã Tiến Thắng < thành phố Hà Nội");
    expect(find("Tiến Thắng")).toMatch(/^\? xã Tiến Thắng < thành phố Hà Nội, /u);
  });

  test("is the scope's own before those inside it", () => {
    expect(find("Mê Linh", { scope: "od250" })).toBe("huyện Mê Linh < thành phố Hà Nội");
    expect(find("xã Mê Linh", { scope: "od250" })).toBe("xã Mê Linh < huyện Mê Linh");
  });

  test("is found by the place a commune of today lay in before", () => {
    expect(find("xã Tiên Hoa, huyện Tiên Lữ")).toBe("xã Tiên Hoa < tỉnh Hưng Yên");
  });
});

describe("names that only accents tell apart", () => {
  const pairs = [
    ["p19", "Văn Lang", "Văn Lăng"],
    ["p31", "Cẩm Giang", "Cẩm Giàng"],
    ["p38", "Đồng Tiến", "Đông Tiến"],
    ["p51", "Sơn Hà", "Sơn Hạ"],
    ["p51", "Ba Tơ", "Ba Tô"],
    ["p75", "Lộc Thạnh", "Lộc Thành"],
    ["p79", "Thanh An", "Thạnh An"],
    ["p80", "Tân Thành", "Tân Thạnh"],
    ["p82", "Mỹ Tho", "Mỹ Thọ"],
    ["p82", "Tân Thành", "Tân Thạnh"],
  ] as const;

  test.each(pairs)(
    "in %s, %s and %s are asked back without accents, told apart with them",
    (within, one, other) => {
      const plain = one
        .normalize("NFD")
        .replace(/[\u0300-\u036f]/gu, "")
        .replace(/đ/giu, "d");
      const asked = units.find(plain, { within, at: "2026-01-01" });
      if (asked.found !== "several") throw new Error(`${plain}: ${asked.found}`);
      expect(new Set(asked.units.map(({ name }) => name))).toEqual(new Set([one, other]));
      for (const name of [one, other]) {
        const match = units.find(`${name}, ${units.get(within)?.name}`, { at: "2026-01-01" });
        expect(match).toMatchObject({ found: "one", unit: { name }, exact: true });
      }
    },
  );

  test("accents written on some words only are heeded on those", () => {
    expect(find("Van Lăng", { within: "p19" })).toMatch(/xã Văn Lăng/u);
    expect(find("Văn Lang", { within: "p19", preferred: [new Set(["c05533"])], at: "2026-01-01" })).toMatch(
      /Văn Lang/u,
    );
  });

  test("a title tells them apart too", () => {
    expect(find("phuong dong tien", { within: "p38" })).toBe("phường Đông Tiến < tỉnh Thanh Hóa");
    expect(find("xa dong tien", { within: "p38" })).toBe("xã Đồng Tiến < tỉnh Thanh Hóa");
  });
});

describe("slips and scans", () => {
  test.each([
    ["Cuong Trinh", TIEN_LU, "~ xã Cương Chính < huyện Tiên Lữ"],
    ["xa thu si", TIEN_LU, "~ xã Thủ Sỹ < huyện Tiên Lữ"],
    ["UBND x4 Le Xi", TIEN_LU, "~ xã Lệ Xá < huyện Tiên Lữ"],
    ["TIÊN LŨ", TIEN_LU, "huyện Tiên Lữ < tỉnh Hưng Yên"],
    ["HUYEN TU KY", {}, "huyện Tứ Kỳ < tỉnh Hải Dương"],
    ["huyện Tw Ky", {}, "~ huyện Tứ Kỳ < tỉnh Hải Dương"],
    ["huyen Ma& Linh", { scope: "p01" }, "~ huyện Mê Linh < thành phố Hà Nội"],
    ["Mé Linh", { within: "p01", kinds: ["district"] }, "huyện Mê Linh < thành phố Hà Nội"],
    ["Trung Dung", TIEN_LU, "xã Trung Dũng < huyện Tiên Lữ"],
    ["Thlện Ph1ến", TIEN_LU, "~ xã Thiện Phiến < huyện Tiên Lữ"],
    ["huyện Mê Linhh", {}, "~ huyện Mê Linh < thành phố Hà Nội"],
    ["xã Cương Chinhs, huyen Tien Lux", {}, "~ xã Cương Chính < huyện Tiên Lữ"],
  ] as const)("%s in %o is %s", (text, options, expected) => {
    expect(find(text, options)).toBe(expected);
  });

  test("an exact name elsewhere beats a slip here, except inside a bound", () => {
    expect(find("Cương Chính", { scope: "p01" })).toBe("xã Cương Chính < huyện Tiên Lữ");
    expect(find("Cương Chính", { within: "p01" })).not.toMatch(/Cương Chính/u);
  });

  test("a number is never taken for another, a title never crossed", () => {
    expect(find("xã Tân Lập 7")).toMatch(/^–/u);
    expect(find("phường Cuong Trinh", { within: "od332", kinds: ["district"] })).toBe("–");
  });

  test("what nobody is called gets the nearest, at most three, the scope's first", () => {
    const match = units.find("Cong Chanh Hoa", TIEN_LU);
    expect(match.found).toBe("none");
    expect(find("Thien Phong Yen", TIEN_LU)).toMatch(/^– /u);
    expect(find("Thụy Lai Xa", TIEN_LU)).toMatch(/^– xã Thụy Lôi < huyện Tiên Lữ/u);
  });
});

describe("the fifteen units of Tiên Lữ's letter of August 2024", () => {
  test.each(
    [
      "Thủ Sỹ",
      "Nhật Tân",
      "Hưng Đạo",
      "An Viên",
      "Lệ Xá",
      "Thụy Lôi",
      "Trung Dũng",
      "Thiện Phiến",
      "Cương Chính",
    ].map((name) => [`UBND xã ${name}`, `xã ${name}`] as const),
  )("%s is found inside the district", (text, expected) => {
    expect(find(text, { within: "od332" })).toBe(`${expected} < huyện Tiên Lữ`);
    expect(find(text, TIEN_LU)).toBe(`${expected} < huyện Tiên Lữ`);
  });

  test("UBND TT Vương is thị trấn Vương", () => {
    expect(find("UBND TT Vương", { within: "od332" })).toBe("thị trấn Vương < huyện Tiên Lữ");
  });

  test.each(["Hải Triều", "Dị ché", "Đức Thắng", "Minh Phượng", "Ngô Quyền"])(
    "xã %s is unknown there, never a namesake far away or a neighbour spelt alike",
    (name) => {
      expect(units.find(`UBND xã ${name}`, { within: "od332" }).found).toBe("none");
    },
  );
});
