import { describe, expect, it } from "vitest";
import { goOn } from "#services/documents/readers/pdf/continued-table.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";

const tableOf = (rows: readonly (readonly string[])[]): PageTable => ({
  left: 0,
  right: 100,
  top: 0,
  bottom: 100,
  columns: [],
  rows,
});

const HEADS = ["STT", "Cơ quan, đơn vị", "Tỷ lệ đúng hạn (%)"];

describe("heads repeated on the next page", () => {
  it.each([
    ["word for word", HEADS],
    ["broken elsewhere", ["STT", "Cơ quan, đơn vị", "Tỷ lệ đúng hạ n (%)"]],
    ["with letters of a scan seen otherwise", ["STT", "Cơ quan, đon vị", "TỶ lệ đứng hạn (%)"]],
  ])("%s are dropped", (_, again) => {
    const { rows } = goOn(
      tableOf([HEADS, ["1", "Xã Thủ Sỹ", "98,5"]]),
      tableOf([again, ["2", "Xã Hải Triều", "97,1"]]),
    );
    expect(rows).toEqual([HEADS, ["1", "Xã Thủ Sỹ", "98,5"], ["2", "Xã Hải Triều", "97,1"]]);
  });

  it("a row whose figures are others is no head", () => {
    const heads = ["Đơn vị", "Tháng 7", "Tháng 8"];
    const other = ["Đơn vị", "Tháng 9", "Tháng 10"];
    const { rows } = goOn(tableOf([heads, ["Xã Thủ Sỹ", "88", "89"]]), tableOf([other]));
    expect(rows).toContainEqual(other);
  });
});
