import { describe, expect, it } from "vitest";
import { read } from "#test/services/documents/reading.ts";

const HEAD = `UBND TỈNH TÂY NINH
Số: 77/BC-TTPVHCC
Tây Ninh, ngày 03 tháng 11 năm 2025
V/v kết quả Bộ chỉ số 766 tháng 10/2025

`;

/** "unit value rank/of" for every row. */
async function told(
  sentence: string,
): Promise<{ readonly rows: readonly string[]; readonly unread: string }> {
  const { sheets, unread } = await read(HEAD + sentence);
  const rows = sheets.flatMap(({ rows }) =>
    rows.map(({ unit, value, rank, of }) => `${unit} ${value} ${rank ?? "–"}${of === null ? "" : `/${of}`}`),
  );
  return { rows, unread: unread.join("\n") };
}

describe("a place beside a score", () => {
  it.each([
    ["Xã Bến Lức: 86,4 điểm, hạng 3.", ["xã Bến Lức 86.4 3"]],
    ["Xã Bến Lức 64,4 điểm - hạng 76; xã Tân Biên 62,8 điểm, hạng 77.", [76, 77]],
    ["Gồm: xã Bến Lức (92,3 điểm; thứ 1), xã Tân Biên (91,7 điểm; thứ 2).", [1, 2]],
    ["Xã Bến Lức đạt 86,13 điểm, đứng vị thứ 8/96.", ["xã Bến Lức 86.13 8/96"]],
    ["Xã Bến Lức: 62,1 điểm (xếp cuối, 96/96).", ["xã Bến Lức 62.1 96/96"]],
    ["Xã Bến Lức đạt 92 điểm (3/96).", ["xã Bến Lức 92 3/96"]],
    ["Xã Bến Lức, xã Tân Biên cùng đạt 95,5 điểm, đồng hạng nhất.", [1, 1]],
    [
      "Xã Bến Lức (92,1 điểm), xã Tân Châu (91,9 điểm) và xã Tân Biên (91,5 điểm) xếp các vị trí 10, 11, 12.",
      [10, 11, 12],
    ],
    ["Xã Bến Lức xếp số 7 với 88,8 điểm.", ["xã Bến Lức 88.8 7"]],
    ["Hạng 8 thuộc về xã Châu Thành với 88,1 điểm.", ["xã Châu Thành 88.1 8"]],
    ["Hạng nhất: phường Long An, 93,3 điểm; hạng ba: xã Bến Lức, 91,8 điểm.", [1, 3]],
    [
      "Thấp nhất là xã Bến Lức (68,2 điểm), xã Tân Châu (67,7 điểm) và xã Tân Biên (65,4 điểm), lần lượt xếp thứ 63, 64 và 65.",
      [63, 64, 65],
    ],
    ["Xã Bến Lức đạt 92 điểm; thứ 2, đôn đốc các xã còn lại.", ["xã Bến Lức 92 –"]],
  ])("%s", async (sentence, expected) => {
    const { rows, unread } = await told(sentence);
    expect(rows).toEqual(expected.map((each) => expect.stringMatching(new RegExp(`(^| )${each}$`, "u"))));
    expect(unread).toBe("");
  });

  it.each(["Xã Bến Lức đạt 92 điểm (top 3).", "Xã Bến Lức đạt 92 điểm (12/22)."])(
    "%s may be another thing, and is told",
    async (sentence) => {
      const { rows, unread } = await told(sentence);
      expect(rows).toEqual(["xã Bến Lức 92 –"]);
      expect(unread).toContain("92 điểm (");
    },
  );

  it("of another index is told of", async () => {
    const { rows, unread } = await told("Chỉ số PCI của tỉnh xếp thứ 14/63.");
    expect(rows).toEqual([]);
    expect(unread).toContain("14/63");
  });
});

describe("the first", () => {
  it.each([
    ["Xã Bến Lức dẫn đầu với 92,15 điểm; tiếp theo là xã Tân Biên 91,4 điểm.", [1, "–"]],
    ["Xã Bến Lức tiếp tục dẫn đầu (94,15 điểm).", [1]],
    ["Dẫn đầu toàn tỉnh là xã Bến Lức với 93 điểm, tiếp theo là xã Tân Biên 92 điểm.", [1, "–"]],
    ["Đơn vị dẫn đầu: xã Bến Lức 94 điểm.", [1]],
    ["Xã Bến Lức đạt 94 điểm, dẫn đầu toàn tỉnh.", [1]],
    ["Tỉnh đạt 94 điểm, dẫn đầu cả nước.", [1]],
    ["Trong 96 xã, phường, xã Bến Lức dẫn đầu với 92,15 điểm.", [1]],
    ["Trong 5 xã biên giới, xã Tân Biên dẫn đầu với 84,1 điểm.", ["–"]],
    ["Xã Bến Lức và xã Tân Biên dẫn đầu với 93 điểm.", ["–", "–"]],
    ["Các đơn vị dẫn đầu: xã Bến Lức 94 điểm, xã Tân Biên 93 điểm.", ["–", "–"]],
    ["Đứng đầu là xã Bến Lức (93 điểm), xã Tân Biên (92 điểm).", ["–", "–"]],
    ["Trong nhóm các xã biên giới, xã Tân Biên dẫn đầu với 84,1 điểm.", ["–"]],
    ["Xã Bến Lức đạt 94 điểm, dẫn đầu khu vực.", ["–"]],
    ["Xã Tân Biên kém đơn vị dẫn đầu 3,2 điểm, đạt 84,1 điểm.", ["–"]],
  ])("%s", async (sentence, ranks) => {
    const { rows } = await told(sentence);
    expect(rows.map((row) => row.split(" ").at(-1))).toEqual(ranks.map(String));
  });
});

describe("several that are counted before a figure and named behind it", () => {
  it.each([
    [
      "Có hai đơn vị cùng 90,5 điểm, đồng hạng 7 là xã Bến Lức và xã Tân Biên.",
      ["xã Bến Lức 90.5 7", "xã Tân Biên 90.5 7"],
    ],
    ["2 xã cùng đạt 91 điểm gồm: xã Bến Lức, xã Tân Biên.", ["xã Bến Lức 91 –", "xã Tân Biên 91 –"]],
  ])("%s", async (sentence, expected) => {
    expect((await told(sentence)).rows).toEqual(expected);
  });

  it.each([
    "3 xã đạt 91 điểm gồm: xã Bến Lức, xã Tân Biên.",
    "Hai xã đạt 70 điểm.",
    "Xếp thứ 7 là xã Bến Lức và xã Tân Biên.",
    "Rạch Giá vượt xã Tân Biên 1,5 điểm.",
  ])("%s is nobody's, and told", async (sentence) => {
    const { rows, unread } = await told(sentence);
    expect(rows).toEqual([]);
    expect(unread).toContain(sentence.slice(0, -1));
  });
});
