import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { looksScanned } from "#services/documents/readers/scanned.ts";
import { clean } from "#services/text/clean.ts";
import { lostNumbers } from "#test/services/documents/every-number.ts";
import { read } from "#test/services/documents/reading.ts";

const FOLDER = new URL("../../fixtures/documents/", import.meta.url);
const papers = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

const lostIn = async (text: string) => lostNumbers(text, await read(text), looksScanned(text));

const LETTER = `UBND HUYỆN TIÊN LỮ
Số: 412/UBND-VP
Tiên Lữ, ngày 05 tháng 10 năm 2024
Kết quả Bộ chỉ số 766 tháng 9/2024 của các xã

Căn cứ Quyết định số 766/QĐ-TTg ngày 23/6/2022. Điện thoại: 0221.3872.123.
`;

describe("every number of a paper", () => {
  for (const name of papers) {
    it(`of ${name} is taken, told as unread, or of a kind that is no result`, async () => {
      expect(await lostIn(clean(readFileSync(new URL(name, FOLDER), "utf8")))).toEqual([]);
    });
  }

  for (const sentence of [
    "Điểm tổng hợp đạt 88,03 điểm (tuần trước 84,43 điểm).",
    "Điểm tổng hợp đạt 88,03 điểm, tăng 6,15 điểm so với cùng kỳ năm trước.",
    "Nhóm xuất sắc chiếm tỷ lệ 87,5%.",
    "Tỷ lệ người dân khen ngợi đạt 91,7%.",
  ]) {
    it(`of “${sentence}” too`, async () => {
      expect(await lostIn(`${LETTER}\n${sentence}\n`)).toEqual([]);
    });
  }

  it("would be missed if a reader dropped it", async () => {
    const text = `${LETTER}\nĐiểm tổng hợp đạt 88,03 điểm; kết quả năm ngoái 71,5 điểm.\n`;
    const { document, targets, tasks } = await read(text);
    const nothing = { document, targets, tasks, sheets: [], warnings: [], unread: [], open: [] };
    expect(lostNumbers(text, nothing, false).map(({ number }) => number)).toEqual(["88,03", "71,5"]);
  });
});
