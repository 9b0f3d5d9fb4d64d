import { expect, it } from "vitest";
import { extract } from "#services/documents/extract.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createUnits } from "#services/units/create-units.ts";
import { indicators, TODAY } from "#test/services/documents/reading.ts";

const units = createUnits();
const paper = (titled: string, captioned: string, scanned: boolean): NeutralDocument => ({
  scanned,
  blocks: [
    { type: "paragraph", text: "ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI" },
    { type: "paragraph", text: `BÁO CÁO\nKết quả Bộ chỉ số 766 ${titled} năm 2025 của các xã, phường` },
    { type: "paragraph", text: `Ủy ban nhân dân tỉnh báo cáo kết quả ${captioned} năm 2025 như sau:` },
    {
      type: "table",
      collapses: false,
      rows: [
        ["STT", "Đơn vị", "Tổng điểm"],
        ["1", "Xã Bát Xát", "86,5"],
        ["2", "Xã Mường Hum", "82,1"],
      ],
    },
  ],
});
const periods = (document: NeutralDocument, period?: string) => {
  const given = period === undefined ? {} : { given: { period: toPeriod(period) } };
  const { sheets, open } = extract(document, { units, indicators, today: TODAY, ...given });
  return [...sheets.map((sheet) => sheet.period), ...open];
};

it("a scan that names two quarters may have lost a stroke of one: a person says which it is", () => {
  expect(periods(paper("quý III", "quý III", true))).toEqual(["2025-Q3"]);
  expect(periods(paper("quý III", "quý II", true))).toEqual(["period"]);
  expect(periods(paper("quý II", "quý III", true))).toEqual(["period"]);
  expect(periods(paper("quý III", "quý II", true), "2025-Q3")).toEqual(["2025-Q3"]);
});

it("what was typed is taken at its word", () => {
  expect(periods(paper("quý III", "quý II", false))).toEqual(["2025-Q2"]);
});
