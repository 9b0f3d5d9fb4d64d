import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeIn } from "#test/support/take-in.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const letter = (number: number, issued: string, month: string, rows: readonly string[]) => `UBND HUYỆN TIÊN LỮ
Số: ${number}/UBND-VP
Tiên Lữ, ngày ${issued}
V/v kết quả Bộ chỉ số 766 ${month} của các xã

Kính gửi: UBND các xã.

${rows.map((row) => row.replaceAll(" | ", "\t")).join("\n")}
`;

/** The changes of Thủ Sỹ and Hải Thắng agree with August; that of Cương Chính is a point off. */
const SEPTEMBER = letter(412, "05 tháng 10 năm 2024", "tháng 9/2024", [
  "Stt | Tên đơn vị | Tổng điểm | Tăng giảm so với tháng trước",
  "1 | xã Thủ Sỹ | 89,63 | 6,35",
  "2 | xã Hải Thắng | 80,50 | 5,00",
  "3 | xã Cương Chính | 70,10 | -9,00",
]);
const august = (number: number, cuongChinh: string) =>
  letter(number, "05 tháng 9 năm 2024", "tháng 8/2024", [
    "Stt | Tên đơn vị | Tổng điểm",
    "1 | xã Thủ Sỹ | 83,28",
    `2 | xã Cương Chính | ${cuongChinh}`,
    "3 | xã Hải Thắng | 75,50",
  ]);

describe("September taken in before August", () => {
  let office: Timeline;
  beforeEach(async () => {
    office = await startTimeline({ now: "2024-10-06 09:00" });
    await office.follow("test:chat", "huyện Tiên Lữ");
    await takeIn(office, SEPTEMBER);
    await office.at("2024-10-06 09:05");
  });
  afterEach(() => office.stop());

  it("is set against what its own changes say of August, and says so", async () => {
    expect(await office.answer("/xephang t9")).toContain(
      "so với tháng 8/2024 (suy từ mức tăng giảm công bố)\n1. Thủ Sỹ 89,63 (+6,35 –)\n2. Hải Thắng 80,50 (+5,00 ▲1)\n3. Cương Chính 70,10 (−9,00 ▼1)",
    );
    expect(await office.answer("/xephang t8")).toMatch(/^Chưa có số liệu tháng 8\/2024/u);
    expect((await office.heard()).flatMap(({ lines }) => lines)).toEqual([
      "Cảnh báo · xã Cương Chính · tháng 9/2024",
      "Điểm tổng hợp 70,10 — giảm 9,00 so với 79,10 (tháng 8/2024)",
    ]);
  });

  it("is set against the stored August as soon as that is there, the published change beside it", async () => {
    await takeIn(office, august(380, "80,10"));
    const ranking = await office.answer("/xephang t9");
    expect(ranking).toContain("tăng giảm so với tháng 8/2024\n1. Thủ Sỹ 89,63 (+6,35 –)");
    expect(ranking).toContain("3. Cương Chính 70,10 (−10,00 ▼1)");
    expect(ranking).toContain("so với tháng 8/2024, khác số đã lưu: Cương Chính −9,00");
    expect(ranking).not.toContain("suy từ");
    const unit = await office.answer("/xa Cương Chính t9");
    expect(unit).toContain("−10,00, ▼1 so với tháng 8/2024 (công bố −9,00)");
    expect(unit).toContain("t8/2024 80,10 → t9/2024 70,10");
    expect(await office.answer("/xephang t8")).toContain("2. Cương Chính 80,10\n");
  });

  it("has a change of its own that August contradicts, which August's preview says", async () => {
    const preview = await office.order(`/nhap ${august(380, "80,10")}`);
    expect(preview).toContain(
      "xã Cương Chính: Tổng điểm tháng 9/2024 so với tháng 8/2024: văn bản tháng 9/2024 công bố −9,00, tính theo số đang nhập −10,00.",
    );
    expect(preview).not.toMatch(/Thủ Sỹ: .*văn bản tháng 9/u);
  });

  it("is what answers without a period speak of, though August came last", async () => {
    await takeIn(office, august(380, "80,10"));
    expect(await office.answer("/xephang")).toMatch(/^Xếp hạng tháng 9\/2024/u);
    expect(await office.answer("/canhbao")).toContain("· tháng 9/2024\n1 cảnh báo đang mở");
  });

  it("keeps the baseline its alert was told with, and August rings for nobody", async () => {
    await office.heard();
    await takeIn(office, august(380, "80,10"));
    await office.at("2024-10-06 09:30");
    expect(await office.heard()).toEqual([]);
    expect(await office.answer("/canhbao")).toContain("giảm 9,00 so với 79,10 (tháng 8/2024)");
  });

  it("follows a correction of August, which says its own period and figures", async () => {
    await takeIn(office, august(380, "80,10"));
    await takeIn(office, august(385, "79,10"));
    const ranking = await office.answer("/xephang t9");
    expect(ranking).toContain("3. Cương Chính 70,10 (−9,00 ▼1)");
    expect(ranking).not.toContain("khác số đã lưu");
    const changes = await office.answer("/nguon t8 so bản 1 bản 2");
    expect(changes).toContain("tháng 8/2024");
    expect(changes).toMatch(/Cương Chính.*80,10.*79,10/u);
  });
});
