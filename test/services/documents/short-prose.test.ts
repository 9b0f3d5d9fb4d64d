import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const HEAD = `ỦY BAN NHÂN DÂN
HUYỆN VĂN LÂM
Số: 1201/UBND-VP
Văn Lâm, ngày 06 tháng 12 năm 2024
V/v công khai kết quả Bộ chỉ số 766 tháng 11/2024

Kính gửi: UBND các xã, thị trấn.

`;

describe("a figure right behind the name of its indicator", () => {
  it.each([
    ["Tỷ lệ cấp kết quả điện tử 97,3%.", "e-result-rate", 97.3],
    ["Tỷ lệ số hóa kết quả 91,2%.", "result-digitisation-rate", 91.2],
  ])("%s", async (sentence, indicator, value) => {
    const { sheets, unread } = await read(HEAD + sentence);
    expect(sheets.flatMap(({ rows }) => rows)).toMatchObject([{ indicator, value }]);
    expect(unread).toEqual([]);
  });

  it("keeps the moment said as “thời điểm lấy số liệu”", async () => {
    const { sheets } = await read(
      `${HEAD}Tổng điểm huyện đạt 75.12/100 điểm (thời điểm lấy số liệu 10h00 ngày 03/12/2024).`,
    );
    expect(sheets[0]?.extractedAt).toBe("2024-12-03T10:00:00+07:00");
  });
});

it("a level set for what no list knows is told as not understood", async () => {
  const { targets, unread } = await read(
    "UBND HUYỆN TIÊN LỮ\n\nKính gửi: các xã.\n\nKết quả tháng 9/2024: 88,03 điểm.\n\nPhấn đấu đạt tối thiểu 95% hồ sơ có mã vạch.\n",
  );
  expect(targets).toEqual([]);
  expect(unread.join("\n")).toContain("95% hồ sơ có mã vạch");
});

describe("what did not change", () => {
  it.each([
    ["đạt 75,12/100 điểm (không đổi).", 0],
    ["đạt 75,12 điểm (giữ nguyên so với tháng 10/2024), xếp hạng 6/10.", 0],
    ["đạt 75,12 điểm, không thay đổi so với tháng trước.", 0],
    ["đạt 75,12 điểm, giữ nguyên thứ hạng so với tháng trước.", null],
    ["đạt 75,12 điểm.", null],
  ])("“%s” is a change of %s", async (words, change) => {
    const { sheets } = await read(`${HEAD}Tổng điểm huyện tháng 11/2024 ${words}`);
    expect(sheets.flatMap(({ rows }) => rows)).toMatchObject([{ indicator: "TOTAL", value: 75.12, change }]);
  });
});

describe("the first few, without a word for points", () => {
  const totals = async (text: string) => {
    const { sheets, unread } = await read(HEAD + text);
    const rows = sheets.flatMap((sheet) => sheet.rows);
    return {
      values: rows.filter(({ indicator }) => indicator === "TOTAL").map(({ value }) => value),
      unread: unread.join(),
    };
  };

  it.each([
    "Theo kết quả Bộ chỉ số 766, top 3: xã Lạc Đạo 96,1; xã Đại Đồng 95,8; xã Việt Hưng 95,2.",
    "Các xã được chấm điểm đầy đủ. Top 3 toàn huyện: xã Lạc Đạo 96,1; xã Đại Đồng 95,8; xã Việt Hưng 95,2.",
  ])("are totals in a paragraph on the index: “%s”", async (text) => {
    expect((await totals(text)).values).toEqual([96.1, 95.8, 95.2]);
  });

  it.each([
    "Tỷ lệ thanh toán trực tuyến toàn huyện còn thấp, điểm chưa cao. Top 2: xã Lạc Đạo 96,1; xã Đại Đồng 95,8.",
    "Top 2: xã Lạc Đạo 96,1; xã Đại Đồng 95,8.",
  ])("are nobody's where it may be another thing, and told: “%s”", async (text) => {
    const { values, unread } = await totals(text);
    expect(values).toEqual([]);
    expect(unread).toContain("96,1");
  });
});

describe("what a value is compared with", () => {
  const both = [
    { indicator: "TOTAL", value: 75.12 },
    { indicator: "TOTAL", value: 73.02, change: null },
  ];

  it.each([
    "đạt 75,12 điểm (tháng trước 73,02 điểm).",
    "đạt 75,12 điểm (tháng 10/2024: 73,02 điểm).",
    "đạt 75,12/100 điểm, tăng 2,1 điểm so với kết quả đánh giá tháng 10/2024 (73,02/100 điểm).",
    "đạt 75,12 điểm, tăng 2,1 điểm so với tháng 10/2024 là 73,02 điểm.",
  ])("is the value of the month before: “%s”", async (words) => {
    const { sheets, unread } = await read(`${HEAD}Tổng điểm huyện tháng 11/2024 ${words}`);
    expect(sheets.map(({ period }) => period)).toEqual(["2024-11", "2024-10"]);
    expect(sheets.flatMap(({ rows }) => rows)).toMatchObject(both);
    expect(unread).toEqual([]);
  });

  it.each([
    "đạt 75,12 điểm, cao hơn tháng trước 2,1 điểm.",
    "đạt 75,12 điểm, tăng 2,1 điểm so với tháng 10/2024 (72,5 điểm).",
    "đạt 75,12 điểm, tăng 2,1 điểm so với cùng kỳ (73,02 điểm).",
    "đạt 75,12 điểm, so với tháng 10/2024 chênh 2,1 điểm.",
  ])("is nobody's where it may be another thing: “%s”", async (words) => {
    const { sheets } = await read(`${HEAD}Tổng điểm huyện tháng 11/2024 ${words}`);
    expect(sheets.flatMap(({ rows }) => rows)).toMatchObject([{ indicator: "TOTAL", value: 75.12 }]);
  });
});

it.each(["≥ 95%", ">95%", "≤ 5%", "< 5%"])("“%s” is a level, nobody's result", async (level) => {
  const { sheets } = await read(
    `${HEAD}Tổng điểm huyện tháng 11/2024 đạt 75,12 điểm.\n\nChưa đạt chỉ tiêu tỷ lệ hồ sơ đúng hạn ${level}: xã Lạc Đạo.`,
  );
  expect(sheets.flatMap(({ rows }) => rows)).toMatchObject([{ indicator: "TOTAL", value: 75.12 }]);
});

describe("places gained or lost, for which a sheet has no room", () => {
  it.each(["tăng 3 bậc", "tụt 2 bậc", "vượt 4 vị trí", "tăng thêm 5 thứ hạng", "giảm 2 hạng"])(
    "“%s” is told as not understood and changes no figure",
    async (words) => {
      const { sheets, unread, warnings } = await read(
        `${HEAD}Tổng điểm huyện tháng 11/2024 đạt 75,12/100 điểm, xếp hạng 6/10, ${words} so với tháng trước.`,
      );
      expect(sheets.flatMap(({ rows }) => rows)).toMatchObject([
        { indicator: "TOTAL", value: 75.12, rank: 6, of: 10, change: null },
      ]);
      expect(unread.join("\n")).toContain(words);
      expect(warnings.map(({ code }) => code)).not.toContain("unsure");
    },
  );

  it("are no posts", async () => {
    const { unread } = await read(`${HEAD}Điểm huyện đạt 75,12 điểm. Huyện cần 2 vị trí việc làm.`);
    expect(unread).toEqual([]);
  });
});

it("two figures of one sentence that found no place are told in one line", async () => {
  const { unread } = await read(
    `${HEAD}Điểm huyện đạt 75,12 điểm. Nhóm xuất sắc gồm 14/16 đơn vị, chiếm tỷ lệ 87,5%.`,
  );
  expect(unread).toEqual(["Nhóm xuất sắc gồm 14/16 đơn vị, chiếm tỷ lệ 87,5%"]);
});

describe("what is no figure of an indicator that was named before it", () => {
  const told = async (sentence: string) => {
    const { sheets } = await read(`${HEAD}${sentence}`);
    return sheets.flatMap(({ rows }) => rows.map(({ indicator, value }) => `${indicator} ${value}`));
  };

  it("dossiers in hand, early ones, and those done on the last day beside them", async () => {
    const sentence =
      "Trong tháng 11/2024 huyện có 8 hồ sơ quá hạn; đang giải quyết 2.245 hồ sơ; giải quyết trước hạn 714 hồ sơ, đúng hạn 63 hồ sơ.";
    expect(await told(sentence)).toEqual(["overdue-dossiers 8"]);
    expect(await told("Tháng 11/2024 huyện giải quyết trước hạn và đúng hạn 777 hồ sơ.")).toEqual([
      "dossiers-on-time 777",
    ]);
  });

  it("points, where it is called a rate", async () => {
    expect(await told("Tháng 11/2024 tỷ lệ thanh toán trực tuyến của huyện đạt 0,72.")).toEqual([]);
    expect(await told("Tháng 11/2024 thanh toán trực tuyến của huyện đạt 7,2.")).toEqual(["TTTT 7.2"]);
  });
});
