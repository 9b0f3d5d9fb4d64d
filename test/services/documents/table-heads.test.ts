import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

const HEADING = "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nKẾT QUẢ BỘ CHỈ SỐ 766 THÁNG 10/2025 CỦA CÁC XÃ, PHƯỜNG";
const table = (lines: readonly string[], heading = HEADING) =>
  read(`${heading}\n\n${lines.map((line) => line.replaceAll(" | ", "\t")).join("\n")}`);
/** "period unit indicator value change rank", sheet by sheet in the order of their periods. */
const told = (extraction: Parameters<typeof facts>[0]) =>
  facts(extraction)
    .map((line) => line.split(" | "))
    .sort(([, a = ""], [, b = ""]) => a.localeCompare(b))
    .map(([, period, , ...rest]) => [period, ...rest.slice(0, 5)].join(" "));
const codes = ({ warnings }: Awaited<ReturnType<typeof read>>) => warnings.map(({ code }) => code);

describe("heads of a table", () => {
  it("mean the month that stands below a year", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Năm 2025 | Năm 2025",
      "Stt | Đơn vị | Tháng 9 | Tháng 10",
      "Stt | Đơn vị | Điểm | Điểm",
      "1 | xã Bát Xát | 86,5 | 87,25",
      "2 | xã Mường Hum | 82,1 | 81,5",
    ]);
    expect(told(extraction)).toEqual([
      "2025-09 xã Bát Xát TOTAL 86.5 – –",
      "2025-09 xã Mường Hum TOTAL 82.1 – –",
      "2025-10 xã Bát Xát TOTAL 87.25 – –",
      "2025-10 xã Mường Hum TOTAL 81.5 – –",
    ]);
  });

  it("that say “lũy kế” mean the months from January on, never the month alone", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Hồ sơ quá hạn trong tháng | Hồ sơ quá hạn lũy kế từ đầu năm | Hồ sơ quá hạn lũy kế từ đầu nhiệm kỳ",
      "1 | xã Bát Xát | 3 | 41 | 977",
      "2 | xã Mường Hum | 1 | 18 | 654",
    ]);
    expect(told(extraction)).toEqual([
      "2025-01..2025-10 xã Bát Xát overdue-dossiers 41 – –",
      "2025-01..2025-10 xã Mường Hum overdue-dossiers 18 – –",
      "2025-10 xã Bát Xát overdue-dossiers 3 – –",
      "2025-10 xã Mường Hum overdue-dossiers 1 – –",
    ]);
    expect(codes(extraction)).toContain("unread-column");
  });

  it("are not those of the group of units that stands right under them", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Tổng điểm | Công khai, minh bạch",
      "I | Các xã vùng cao | Các xã vùng cao | Các xã vùng cao",
      "1 | xã Bát Xát | 86,5 | 16,25",
      "2 | xã Mường Hum | 82,1 | 15,5",
    ]);
    expect(told(extraction)).toHaveLength(4);
    expect(told(extraction)).toContain("2025-10 xã Bát Xát CKMB 16.25 – –");
  });

  it("say changes by signs; places among some of the units are none", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Tổng điểm | Tăng (+), giảm (-) | Xếp hạng trong khối",
      "1 | xã Bát Xát | 86,5 | +1,25 | 1",
      "2 | xã Mường Hum | 82,1 | -0,5 | 1",
    ]);
    expect(told(extraction)).toEqual([
      "2025-10 xã Bát Xát TOTAL 86.5 1.25 –",
      "2025-10 xã Mường Hum TOTAL 82.1 -0.5 –",
    ]);
    expect(codes(extraction)).toContain("unread-column");
  });

  it("over what was done on the last day alone say nothing of what was done on time", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Giải quyết trước hạn | Giải quyết đúng hạn | Giải quyết quá hạn | Tỷ lệ đúng hạn (%)",
      "1 | xã Bát Xát | 1.714 | 463 | 8 | 99,63",
      "2 | xã Mường Hum | 542 | 286 | 9 | 98,92",
    ]);
    expect(told(extraction).filter((line) => line.includes("on-time"))).toEqual([
      "2025-10 xã Bát Xát on-time-rate 99.63 – –",
      "2025-10 xã Mường Hum on-time-rate 98.92 – –",
    ]);
  });

  it("of a part of a count are not the count: “Trực tiếp” under “Số hồ sơ tiếp nhận”", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Số hồ sơ tiếp nhận | Số hồ sơ tiếp nhận",
      "Stt | Đơn vị | Tổng số | Trực tiếp",
      "1 | xã Bát Xát | 714 | 463",
      "2 | xã Mường Hum | 542 | 286",
    ]);
    expect(told(extraction)).toEqual([
      "2025-10 xã Bát Xát dossiers-received 714 – –",
      "2025-10 xã Mường Hum dossiers-received 542 – –",
    ]);
  });

  it("leave open what 0,97 is where all rates are so small", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Tỷ lệ đúng hạn (%) | Tỷ lệ hồ sơ quá hạn (%)",
      "1 | xã Bát Xát | 0,9713 | 0,5",
      "2 | xã Mường Hum | 1 | 0",
    ]);
    expect(told(extraction).filter((line) => line.includes("on-time-rate"))).toEqual([]);
    expect(told(extraction)).toContain("2025-10 xã Bát Xát overdue-rate 0.5 – –");
    expect(codes(extraction)).toContain("unclear-shares");
  });
});

describe("tables of one sheet", () => {
  it("stand beside each other, each with its own numbers and units", async () => {
    const extraction = await table([
      "Stt | Sở, ngành | Điểm | Stt | Xã, phường | Điểm",
      "1 | Sở Nội vụ | 95,5 | 1 | xã Bát Xát | 86,5",
      "2 | Sở Y tế | 92,25 | 2 | xã Mường Hum | 82,1",
    ]);
    expect(told(extraction).map((line) => line.split(" TOTAL ")[0])).toEqual([
      "2025-10 Sở Nội vụ",
      "2025-10 Sở Y tế",
      "2025-10 xã Bát Xát",
      "2025-10 xã Mường Hum",
    ]);
  });

  it("follow each other without an empty row: other heads begin another table, with its own title", async () => {
    const extraction = await table([
      "Stt | Đơn vị | Tổng điểm | Hạng",
      "1 | xã Bát Xát | 86,5 | 1",
      "2 | xã Mường Hum | 82,1 | 2",
      "Biểu 2. Kết quả tháng 9/2025 | Biểu 2. Kết quả tháng 9/2025 | Biểu 2. Kết quả tháng 9/2025 | Biểu 2. Kết quả tháng 9/2025",
      "Stt | Đơn vị | Hồ sơ tiếp nhận | Hồ sơ quá hạn",
      "1 | xã Bát Xát | 88 | 3",
      "2 | xã Y Tý | 79 | 1",
    ]);
    expect(told(extraction)).toEqual([
      "2025-09 xã Bát Xát dossiers-received 88 – –",
      "2025-09 xã Bát Xát overdue-dossiers 3 – –",
      "2025-09 xã Y Tý dossiers-received 79 – –",
      "2025-09 xã Y Tý overdue-dossiers 1 – –",
      "2025-10 xã Bát Xát TOTAL 86.5 – 1",
      "2025-10 xã Mường Hum TOTAL 82.1 – 2",
    ]);
  });

  it("have a month in each row: they are of the unit that the title names, also in capitals", async () => {
    const rows = [
      "Tháng | Tổng điểm | Công khai, minh bạch",
      "Tháng 8 | 86,5 | 16,25",
      "Tháng 9 | 82,1 | 15,5",
    ];
    const extraction = await table(
      rows,
      "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nKẾT QUẢ BỘ CHỈ SỐ 766 CỦA XÃ BÁT XÁT NĂM 2025",
    );
    expect(told(extraction)).toEqual([
      "2025-08 xã Bát Xát TOTAL 86.5 – –",
      "2025-08 xã Bát Xát CKMB 16.25 – –",
      "2025-09 xã Bát Xát TOTAL 82.1 – –",
      "2025-09 xã Bát Xát CKMB 15.5 – –",
    ]);
  });

  it("have an indicator in each row: a title in capitals names the unit", async () => {
    const extraction = await table(
      [
        "Stt | Nội dung | Điểm tối đa | Điểm đạt",
        "1 | Công khai, minh bạch | 18 | 16,25",
        "2 | Số hóa hồ sơ | 22 | 19,5",
      ],
      "ỦY BAN NHÂN DÂN TỈNH LÀO CAI\nKẾT QUẢ BỘ CHỈ SỐ 766 THÁNG 10/2025 CỦA UBND XÃ BÁT XÁT",
    );
    expect(told(extraction)).toEqual([
      "2025-10 xã Bát Xát CKMB 16.25 – –",
      "2025-10 xã Bát Xát MDSH 19.5 – –",
    ]);
  });

  it("are of the indicator whose maximum their title states", async () => {
    const extraction = await table(
      ["Stt | Đơn vị | Điểm", "1 | xã Bát Xát | 9,25", "2 | xã Mường Hum | 8,5"],
      `${HEADING}\n\nCHỈ SỐ DỊCH VỤ CÔNG TRỰC TUYẾN (TỐI ĐA 12 ĐIỂM)`,
    );
    expect(told(extraction)).toEqual([
      "2025-10 xã Bát Xát CLGQ 9.25 – –",
      "2025-10 xã Mường Hum CLGQ 8.5 – –",
    ]);
  });
});
