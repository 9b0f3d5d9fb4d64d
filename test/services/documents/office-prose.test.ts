import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const HEAD = `UBND HUYỆN TIÊN LỮ
Số: 88/BC-UBND
Tiên Lữ, ngày 04 tháng 10 năm 2024
V/v kết quả Bộ chỉ số 766 tháng 9/2024

`;

async function told(text: string): Promise<{ readonly rows: readonly string[]; readonly unread: string }> {
  const { sheets, unread } = await read(text);
  const rows = sheets.flatMap(({ rows }) =>
    rows.map(({ unit, indicator, value }) => `${unit} ${indicator} ${value}`),
  );
  return { rows, unread: unread.join("\n") };
}

describe("points right behind what is no total", () => {
  it.each([
    "Tỷ lệ hồ sơ giải quyết đúng hạn đạt 18,1 điểm.",
    "Dịch vụ công trực tuyến toàn trình đạt 9,3 điểm.",
    "Cấp kết quả điện tử đạt 5,1 điểm.",
    "Tổng điểm của huyện tăng; thanh toán trực tuyến đạt 18,1 điểm.",
    "Điểm kiểm tra nghiệp vụ của công chức đạt 8,5 điểm.",
    "Dịch vụ công trực tuyến đạt 11,5 điểm.",
  ])("%s is nobody's, and told", async (sentence) => {
    const { rows, unread } = await told(HEAD + sentence);
    expect(rows).toEqual([]);
    expect(unread).toMatch(/\d,\d điểm/u);
  });

  it.each([
    ["Xã Lệ Xá giải quyết đúng hạn 98,2%, đạt 88,4 điểm.", ["on-time-rate 98.2", "TOTAL 88.4"]],
    ["Xã Lệ Xá: đúng hạn 98,9% (19,78/20 điểm).", ["on-time-rate 98.9", "TDGQ 19.78"]],
    ["Xã Lệ Xá: số hóa hồ sơ (tối đa 22 điểm): 12,3 điểm.", ["MDSH 12.3"]],
    [
      "Xã Lệ Xá: thanh toán trực tuyến đạt 8,1 điểm; dịch vụ công trực tuyến đạt 11,5 điểm.",
      ["TTTT 8.1", "CLGQ 11.5"],
    ],
  ])("%s is what it says", async (sentence, expected) => {
    const { rows } = await told(HEAD + sentence);
    expect(rows).toEqual(expected.map((each) => `xã Lệ Xá ${each}`));
  });
});

describe("what is beside a result", () => {
  it.each([
    ["Xã Thủ Sỹ đạt 90,5 điểm (đã ghi 95,5 điểm).", ["xã Thủ Sỹ TOTAL 90.5"]],
    ["Điểm của xã Lệ Xá là 86,2 điểm chứ không phải 82,6 điểm.", ["xã Lệ Xá TOTAL 86.2"]],
    ["Xã Lệ Xá đạt 78,95 điểm, chưa đạt mức 80 điểm theo kế hoạch.", ["xã Lệ Xá TOTAL 78.95"]],
    ["Điểm trung bình các xã, thị trấn là 81,36 điểm.", []],
    ["Xã Nhật Tân đạt 85 phẩy 5 điểm.", ["xã Nhật Tân TOTAL 85.5"]],
    ["Xã Nhật Tân 91,1đ; phí thu được 15.000đ.", ["xã Nhật Tân TOTAL 91.1"]],
    ["1. Xã Nhật Tân - 85,9 điểm\n2. Xã Lệ Xá – 84 điểm\n3. Xã Thủ Sỹ (82,6 điểm)", [85.9, 84, 82.6]],
  ])("%s", async (sentence, expected) => {
    const { rows } = await told(HEAD + sentence);
    expect(rows).toEqual(expected.map((each) => expect.stringContaining(String(each))));
  });

  it("a change in brackets is told by its sign", async () => {
    const { sheets } = await read(`${HEAD}Xã Lệ Xá: 66 điểm (+2,5 điểm).`);
    expect(sheets[0]?.rows).toMatchObject([{ value: 66, change: 2.5 }]);
  });
});

describe("levels to reach", () => {
  it.each([
    "Mục tiêu năm 2025: tổng điểm đạt 85 điểm; thanh toán trực tuyến đạt 8/10 điểm.",
    "Giao Văn phòng nâng tỷ lệ thanh toán trực tuyến lên 80% trước ngày 30/11/2024.",
    "Các xã phải bảo đảm 100% hồ sơ được số hóa.",
  ])("%s is no result", async (sentence) => {
    expect((await told(HEAD + sentence)).rows).toEqual([]);
  });
});

describe("whose and when", () => {
  it("a province in brackets only says where the one unit lies", async () => {
    const { rows } = await told("Phường Trần Lãm (tỉnh Hưng Yên) tháng 8/2025: tổng điểm 766 đạt 88,6 điểm.");
    expect(rows).toEqual(["phường Trần Lãm TOTAL 88.6"]);
  });

  it("a province right behind a unit says where that lies", async () => {
    const { rows } = await told(
      "Kết quả Bộ chỉ số 766 tháng 8/2025 của các tỉnh: xã Ân Thi, tỉnh Hưng Yên: 90,1 điểm. Tỉnh Bắc Ninh đạt 92,5 điểm.",
    );
    expect(rows.toSorted()).toEqual(["tỉnh Bắc Ninh TOTAL 92.5", "xã Ân Thi TOTAL 90.1"]);
  });

  it("a quarter of a paper on last year is last year's", async () => {
    const { sheets } = await read(`UBND TỈNH AN GIANG
Số: 412/BC-UBND
An Giang, ngày 08 tháng 01 năm 2026
V/v kết quả Bộ chỉ số 766 năm 2025

Năm 2025, tỉnh đạt 87,86 điểm. Quý I đạt 37,2 điểm; quý II đạt 52 điểm.`);
    expect(sheets.map(({ period }) => period).toSorted()).toEqual(["2025", "2025-Q1", "2025-Q2"]);
  });
});

it("a paper in English is said to be one", async () => {
  const { warnings } = await read(
    "As of October 17, 2025, Dong Nai province ranked second out of 34 provinces and cities with Index Set No. 766, which is the framework for monitoring of services by the province. It achieved 90.62 points out of 100.",
  );
  expect(warnings.map(({ code }) => code)).toContain("in-english");
});

describe("places told one after another", () => {
  it.each([
    ["Dẫn đầu là xã Thủ Sỹ; thứ hai là xã Lệ Xá đạt 91,05 điểm; thứ 3 là Nhật Tân (90,2 điểm).", [2, 3]],
    ["Kết quả chung: tiếp đến thứ ba là UBND xã Lệ Xá 91,05 điểm.", [3]],
    ["Thứ nhất là xã Lệ Xá còn chậm, đạt 70,12 điểm.", [null]],
    ["Thứ hai là rà soát 12 quy trình của xã Lệ Xá; thứ ba, xã Lệ Xá đạt 70,12 điểm.", [null]],
  ])("%s", async (sentence, ranks) => {
    const { sheets } = await read(HEAD + sentence);
    expect(sheets.flatMap(({ rows }) => rows.map(({ rank }) => rank ?? null))).toEqual(ranks);
  });
});
