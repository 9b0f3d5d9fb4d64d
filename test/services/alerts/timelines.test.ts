import { expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { startOffice } from "#test/support/office.ts";

it("a score that fell by two points is told to the unit's officer", async () => {
  const office = await startOffice({ now: "2024-09-09T09:00:00+07:00" });
  const found = office.app.services.units.find("Cương Chính", { within: office.scope.id });
  if (found.found !== "one") throw new Error("no commune");
  const chat = "test:officer";
  const kinds = ["targets", "overdue", "rank"] as const;
  await office.app.services.subscriptions.add({ chat, unit: found.unit.id, kinds, by: chat });
  await office.publish({ "Cương Chính": 85.88, "Thủ Sỹ": 82 }, { period: toPeriod("2024-07") });
  await office.publish({ "Cương Chính": 83.28, "Thủ Sỹ": 89 });
  await office.look();
  expect((await office.owed(chat)).map(({ text }) => text.text)).toEqual([
    [
      "Cảnh báo · xã Cương Chính · tháng 8/2024",
      "Điểm tổng hợp 83,28 (−2,60)",
      "Chính thức · bản 1 · paper-2, kết quả tháng 8/2024 · thời điểm trích xuất: công văn không nêu",
    ].join("\n"),
  ]);
  await office.stop();
});
