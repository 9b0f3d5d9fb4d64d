import { expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { startBot } from "#test/support/start-bot.ts";

const LETTER = `UBND HUYỆN TIÊN LỮ
Tiên Lữ, ngày 05 tháng 10 năm 2024
V/v kết quả Bộ chỉ số 766 tháng 9/2024

1. Huyện Tiên Lữ đạt 87,00/100 điểm.

2. Xã Thủ Sỹ đạt 88,90 điểm. Xã Cương Chính đạt 83,80 điểm. Xã Hải Triều đạt 89,05 điểm.

3. Yêu cầu UBND xã Cương Chính khẩn trương xử lý hồ sơ quá hạn, hoàn thành trước ngày 20/11/2024.
`;

it("stores a paper with tasks at the first confirmation, also after a person said something of it", async () => {
  const bot = await startBot({ empty: true });
  const say = (text: string) => bot.say(text, { as: "operator" });
  const press = async (shown: Reply | null, label: string) =>
    say((shown?.actions ?? []).flat().find((action) => action.label.startsWith(label))?.command ?? "");
  const added = await press(await say(`/nhap ${LETTER}`), "Thêm");
  const stored = await press(added, "Nhập");
  const shown = [await say("/xa Hải Triều"), await say("/nhiemvu huyện Tiên Lữ")];
  await bot.stop();
  expect(stored?.text.text).toMatch(/^Đã lưu/u);
  expect(shown[0]?.text.text).toContain("89,05");
  expect(shown[1]?.text.text).toContain("xử lý hồ sơ quá hạn");
});
