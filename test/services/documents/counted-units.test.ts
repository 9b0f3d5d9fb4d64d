import { describe, expect, it } from "vitest";
import { countsThatDiffer } from "#services/documents/counted-units.ts";
import type { UnitRef } from "#services/documents/marks/cast.ts";
import { fold } from "#services/text/fold.ts";

function listed(count: number, scope = "od332", kind: UnitRef["kind"] = "commune"): readonly UnitRef[] {
  return Array.from({ length: count }, (_, i) => ({
    readable: `xã ${scope} ${i}`,
    id: `${scope}-${i}`,
    kind,
    scope,
    draft: null,
  }));
}

const told = (text: string, units: readonly UnitRef[]) => countsThatDiffer([fold(text)], units);

describe("a count of units in words", () => {
  it.each([
    "Cả 15 xã, phường đều đạt từ 80 điểm trở lên.",
    "Kết quả Bộ chỉ số 766 của 15 xã, thị trấn tháng 8/2024",
    "Có 15/15 đơn vị đã triển khai chứng thực điện tử.",
    "Bảng xếp hạng 15 xã trên địa bàn huyện như sau:",
    "Tất cả 15 đơn vị đã công khai.",
  ])("that is not the list's is told: %s", (text) => {
    expect(told(text, listed(14))).toEqual([{ stated: 15, listed: 14 }]);
    expect(told(text, listed(15))).toEqual([]);
  });

  it.each([
    "Có 12 xã đạt loại tốt, 3 xã đạt loại khá.",
    "Kết quả: 13 xã đạt trên 85 điểm.",
    "Cả 3 xã trên đều giảm điểm.",
    "Theo Quyết định số 15/2024 đơn vị chủ trì là Văn phòng.",
    "12/14 xã đã hoàn thành.",
    "Cả nước có 34 tỉnh, thành phố.",
  ])("of some of them is none of all: %s", (text) => {
    expect(told(text, listed(14))).toEqual([]);
  });

  it("may be of one of two areas, or of areas without departments", () => {
    const two = [...listed(15), ...listed(12, "od333"), ...listed(9, "od332", "department")];
    for (const count of [15, 12, 27, 9, 36, 24]) expect(told(`Cả ${count} đơn vị`, two)).toEqual([]);
    expect(told("Cả 16 xã", two)).toEqual([{ stated: 16, listed: 15 }]);
  });

  it("says nothing where no table lists units", () => {
    expect(told("Cả 15 xã", [])).toEqual([]);
  });
});
