import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

const HEAD = `UBND TỈNH HƯNG YÊN
Số: 12/BC-UBND
Hưng Yên, ngày 05 tháng 9 năm 2024
V/v công tác chỉ đạo, điều hành tháng 8/2024

Kính gửi: các sở, UBND các huyện.

`;

const told = ({ warnings }: Awaited<ReturnType<typeof read>>) =>
  warnings.filter(({ code }) => code === "other-index").map(({ facts: { index, count } }) => [index, count]);

describe("figures of other indices", () => {
  it.each([
    ["PAR Index", "Chỉ số cải cách hành chính (PAR INDEX) của tỉnh đạt 88,12 điểm, xếp thứ 15/63."],
    ["PAPI", "Công bố PAPI năm 2024. Theo đó, Công khai minh bạch của tỉnh đạt 5.053 điểm, xếp thứ 35/63."],
    ["DDCI", "Kết quả DDCI: Sở Y tế (67,81 điểm)."],
    ["PCI", "Tỉnh đạt 67,2 điểm, xếp thứ 20/63 về Chỉ số PCI."],
    ["SIPAS", "Qua khảo sát sự hài lòng, mức độ hài lòng đạt 85,2%."],
    ["DTI", "Chỉ số chuyển đổi số của tỉnh tháng 8/2024 đạt 71,5 điểm."],
    ["PAR Index", "Tỉnh đạt 96,2 điểm chỉ số cải cách hành chính, xếp thứ nhất."],
    ["PAR Index", "Theo Bộ chỉ số 766, Sở Nội vụ phải tiến bộ dù đạt 96,2 điểm PAR Index."],
    ["PII", "Tỉnh đạt 45,1/100 điểm theo Chỉ số đổi mới sáng tạo cấp địa phương (PII)."],
  ])("%s: none is taken, and it is said whose they are", async (index, sentence) => {
    const reading = await read(HEAD + sentence);
    expect(facts(reading)).toEqual([]);
    expect(told(reading)).toEqual([[index, 1]]);
    expect(reading.unread).toHaveLength(1);
  });

  it("stay behind beside those of this index and of dossiers", async () => {
    const reading = await read(
      `${HEAD}PAR Index của tỉnh đạt 88,12 điểm; tỷ lệ hồ sơ đúng hạn đạt 98,2%. Về Bộ chỉ số 766, tỉnh đạt 85,10/100 điểm, xếp hạng 9/63 tỉnh, thành phố. SIPAS đạt 83,5%.`,
    );
    expect(facts(reading)).toEqual([
      "cả nước | 2024-08 | – | tỉnh Hưng Yên | on-time-rate | 98.2 | – | – | –",
      "cả nước | 2024-08 | – | tỉnh Hưng Yên | TOTAL | 85.1 | – | 9 | 63",
    ]);
    expect(told(reading)).toEqual([
      ["PAR Index", 1],
      ["SIPAS", 1],
    ]);
  });

  it("are told by the caption of their table and by the head of their column", async () => {
    const table = (caption: string, head: string) =>
      `${HEAD}${caption}\n\nSTT\tĐơn vị\t${head}\tXếp hạng\n1\tHuyện Tiên Lữ\t77,10\t1\n2\tHuyện Phù Cừ\t70,10\t2\n`;
    const captioned = await read(table("Kết quả chuyển đổi số (DTI) của các huyện", "Tổng điểm"));
    expect(facts(captioned)).toEqual([]);
    expect(told(captioned)).toEqual([["DTI", 2]]);

    const ours = await read(table("Kết quả Bộ chỉ số 766 của các huyện", "Tổng điểm"));
    expect(facts(ours)).toHaveLength(2);
    const headed = await read(table("Kết quả của các huyện", "Điểm DDCI"));
    expect(facts(headed).filter((fact) => /77\.1|70\.1/u.test(fact))).toEqual([]);
  });

  it("change nothing for a text that only mentions them", async () => {
    const reading = await read(
      `${HEAD}Việc này góp phần nâng cao PAR Index.\n\nTheo Bộ chỉ số 766, tỉnh đạt 85,10/100 điểm.\n\nHuyện Tiên Lữ đạt 90,1 điểm.`,
    );
    expect(facts(reading)).toHaveLength(2);
  });

  it("set no targets", async () => {
    const { targets } = await read(`${HEAD}Phấn đấu PAR Index đạt 90 điểm trở lên.`);
    expect(targets).toEqual([]);
  });
});
