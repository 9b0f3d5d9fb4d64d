import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

const TITLE = "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nKẾT QUẢ BỘ CHỈ SỐ 766 THÁNG 10/2025 CỦA CÁC XÃ, PHƯỜNG";
const table = (...lines: readonly string[]) =>
  read(`${TITLE}\n\n${lines.map((line) => line.replaceAll(" | ", "\t")).join("\n")}`);
const short = (extraction: Parameters<typeof facts>[0]) =>
  facts(extraction).map((line) => line.split(" | ").slice(3, 8).join(" "));

describe("a table", () => {
  it("sets levels in a column or a row of their own, which are no results", async () => {
    const column = await table(
      "Stt | Đơn vị | Tỷ lệ hồ sơ nộp trực tuyến (%) | Chỉ tiêu giao (%)",
      "1 | xã Bát Xát | 61,5 | 60",
      "2 | xã Mường Hum | 48,2 | 60",
    );
    expect(short(column)).toEqual([
      "xã Bát Xát online-dossier-rate 61.5 – –",
      "xã Mường Hum online-dossier-rate 48.2 – –",
    ]);
    expect(column.targets).toEqual([
      expect.objectContaining({ indicator: "online-dossier-rate", comparison: ">=", value: 60 }),
    ]);
    const row = await table(
      "Stt | Đơn vị | Tỷ lệ đúng hạn (%) | Tỷ lệ số hóa hồ sơ (%)",
      "– | Chỉ tiêu | 95 | 80",
      "1 | xã Bát Xát | 96,5 | 86,5",
    );
    expect(row.targets.map(({ indicator, value }) => [indicator, value])).toEqual([
      ["on-time-rate", 95],
      ["digitisation-rate", 80],
    ]);
  });

  it("takes none of two different figures for one thing", async () => {
    const extraction = await table(
      "Stt | Đơn vị | Tổng điểm | Điểm tổng hợp sau thẩm định",
      "1 | xã Bát Xát | 86,6 | 85,1",
      "2 | phường Sa Pa | 91,4 | 90,8",
    );
    expect(extraction.sheets).toEqual([]);
    expect(extraction.unread.join()).toContain("85,1");
  });

  it("ranks by the total, not by the column that stands before the places", async () => {
    const extraction = await table(
      "Stt | Đơn vị | Tổng điểm | Mức độ hài lòng | Hạng",
      "1 | phường Sa Pa | 91,4 | 17,1 | 1",
      "2 | xã Bát Xát | 86,6 | 17,6 | 2",
    );
    expect(short(extraction)).toEqual(
      expect.arrayContaining(["xã Bát Xát TOTAL 86.6 – 2", "xã Bát Xát MDHL 17.6 – –"]),
    );
  });

  it("knows a unit with a note behind its name, and a list set in columns side by side", async () => {
    const extraction = await table(
      "Stt | Đơn vị | Tổng điểm | Stt | Đơn vị | Tổng điểm",
      "1 | xã Bát Xát (LC) | 86,6 | 3 | phường Sa Pa (1) | 91,4",
      "2 | xã Mường Hum | 82,1 | 4 | xã Y Tý | 80,2",
    );
    expect(short(extraction)).toEqual([
      "xã Bát Xát TOTAL 86.6 – –",
      "xã Mường Hum TOTAL 82.1 – –",
      "phường Sa Pa TOTAL 91.4 – –",
      "xã Y Tý TOTAL 80.2 – –",
    ]);
  });
});
