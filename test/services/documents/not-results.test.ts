import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

const HEAD = `ỦY BAN NHÂN DÂN
HUYỆN TIÊN LỮ
Số: 12/BC-UBND
Tiên Lữ, ngày 05 tháng 9 năm 2024
V/v kết quả Bộ chỉ số 766 tháng 8/2024

Kính gửi: các xã, thị trấn.

`;

const reported = async (sentence: string): Promise<readonly string[]> => facts(await read(HEAD + sentence));

describe("numbers that are no results", () => {
  for (const sentence of [
    "Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022, Thông tư 01/2020/TT-VPCP và Nghị định số 118/2025/NĐ-CP.",
    "Huyện là 01 trong 09 địa phương phải tiếp nhận hồ sơ trong 08 giờ làm việc.",
    "Nhóm được xếp loại xuất sắc gồm 14/16 đơn vị, chiếm tỷ lệ 87,5%.",
    "Có 45 xã đạt trên 90 điểm, 3 xã dưới 70 điểm; bình quân cả nước 75,5 điểm.",
    "Tổng kinh phí 1,488 triệu đồng; 3.321 xã; giai đoạn 2021-2025; hỗ trợ 24/7; khoản 3 Điều 5.",
    "Đảm bảo 100% cán bộ, công chức nắm vững quy trình, cắt giảm tối thiểu 30% thời gian thực hiện TTHC.",
    "Tuần trước huyện đạt số điểm là: tuần trước 84,43 điểm.",
    "Điểm số cao nhất là 98,63 điểm, thấp nhất là 60 điểm.",
    "Điểm tổng hợp: 9l,41/100 điểm.",
    // Points of what is not counted in points.
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 18,1 điểm.",
    "Dịch vụ công trực tuyến toàn trình đạt 9,3 điểm.",
    "Cấp kết quả điện tử đạt 5,1 điểm.",
    "Tái sử dụng dữ liệu số hóa đạt 2,4 điểm.",
    "Về giải quyết hồ sơ đúng hạn, huyện Tiên Lữ đạt 19,4 điểm.",
  ]) {
    it(sentence, async () => {
      expect(await reported(sentence)).toEqual([]);
    });
  }

  it("points beside a rate, or more than its group may have, are the index's", async () => {
    expect(await reported("Giải quyết đúng hạn 98,2%, đạt 88,4 điểm.")).toEqual([
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | on-time-rate | 98.2 | – | – | –",
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | TOTAL | 88.4 | – | – | –",
    ]);
    expect(await reported("Về giải quyết hồ sơ đúng hạn, huyện Tiên Lữ đạt 88,4 điểm.")).toEqual([
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | TOTAL | 88.4 | – | – | –",
    ]);
  });

  it("a change in percent of points is no change, and is asked about", async () => {
    const { sheets, warnings } = await read(
      `${HEAD}Điểm tổng hợp đạt 72,8/100 điểm, tăng 1,8% so với tháng 7/2024.`,
    );
    expect(sheets[0]?.rows[0]).toMatchObject({ value: 72.8, change: null });
    expect(warnings.map(({ code }) => code)).toContain("unsure");
  });

  it("a change against the same month of last year is not kept as one against the month before", async () => {
    expect(await reported("Tỷ lệ hồ sơ đúng hạn đạt 99,1%, tăng 0,4% so với cùng kỳ năm trước.")).toEqual([
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | on-time-rate | 99.1 | – | – | –",
    ]);
  });

  it("a level to reach is a target", async () => {
    const sentence =
      "Đến năm 2025, tỷ lệ hồ sơ trực tuyến phấn đấu đạt 80%, tỷ lệ hồ sơ quá hạn không quá 2%.";
    const { sheets, targets } = await read(HEAD + sentence);
    expect(sheets).toEqual([]);
    expect(
      targets.map(({ indicator, comparison, value, period }) => [indicator, comparison, value, period]),
    ).toEqual([
      ["online-dossier-rate", ">=", 80, "2025"],
      ["overdue-rate", "<=", 2, "2025"],
    ]);
  });
});

describe("figures and what they are of", () => {
  it("the words behind a count say what it counts", async () => {
    expect(
      await reported("Có 1.204 hồ sơ tiếp nhận, trong đó 1.150 hồ sơ đã giải quyết, 12 hồ sơ quá hạn."),
    ).toEqual([
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | dossiers-received | 1204 | – | – | –",
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | dossiers-completed | 1150 | – | – | –",
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | overdue-dossiers | 12 | – | – | –",
    ]);
  });

  it("points and rates of one name are two indicators", async () => {
    expect(
      await reported("Thanh toán trực tuyến: 7,6/10 điểm; tỷ lệ thanh toán trực tuyến: 72,67%."),
    ).toEqual([
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | TTTT | 7.6 | – | – | –",
      "tỉnh Hưng Yên | 2024-08 | – | huyện Tiên Lữ | online-payment-rate | 72.67 | – | – | –",
    ]);
  });

  it("a commune is one of the letter's own district, never a namesake elsewhere", async () => {
    expect(await reported("Xã Hải Triều đạt 88,82 điểm, xã Thủ Sỹ đạt 89,63 điểm.")).toEqual([
      "huyện Tiên Lữ | 2024-08 | – | xã Hải Triều | TOTAL | 88.82 | – | – | –",
      "huyện Tiên Lữ | 2024-08 | – | xã Thủ Sỹ | TOTAL | 89.63 | – | – | –",
    ]);
  });

  it("a level ordered at the end of a report is a target, of no other period than the report's", async () => {
    const { sheets, targets } = await read(
      `${HEAD}Điểm tổng hợp đạt 72,8/100 điểm (giảm 0,58 điểm so với tháng 7). UBND huyện yêu cầu các xã hoàn thành số hóa 100% hồ sơ tiếp nhận trước ngày 30/11/2024.`,
    );
    expect(sheets.flatMap(({ rows }) => rows.map(({ indicator }) => indicator))).toEqual(["TOTAL"]);
    expect(targets).toMatchObject([{ indicator: "digitisation-rate", value: 100, period: null }]);
  });
});
