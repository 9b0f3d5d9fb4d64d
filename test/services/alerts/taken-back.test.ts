import { afterEach, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const CC = "test:cuong-chinh";
const ALL = { "Thủ Sỹ": { "on-time-rate": 99 }, "Lệ Xá": { "on-time-rate": 98 } };
const onTime = (rate: number) => ({ ...ALL, "Cương Chính": { "on-time-rate": rate } });

const opened: Timeline[] = [];
afterEach(async () => {
  for (const line of opened.splice(0)) await line.stop();
});

onBothStores("a figure that was taken back", (place) => {
  async function start(): Promise<Timeline> {
    const line = await startTimeline({ store: place.store });
    opened.push(line);
    await line.follow(CC, "Cương Chính");
    return line;
  }

  /** An older version is put in force again, and the bot looks. */
  async function restore(line: Timeline, month: string, version: number, over: number): Promise<void> {
    const period = toPeriod(month);
    await line.app.services.sheets.restore([{ scope: line.scope.id, period, version, over }]);
    await line.at("2024-09-09 09:01");
  }

  const heardOf = async (line: Timeline) => (await line.heard()).map(({ chat, lines }) => [chat, ...lines]);

  it("ends the alert that rested on it, and those who were told hear so", async () => {
    const line = await start();
    await line.publish("2024-08", onTime(82.71));
    await line.heard();
    await restore(line, "2024-08", 0, 1);
    expect(await heardOf(line)).toEqual([
      [
        CC,
        "Cập nhật cảnh báo · xã Cương Chính · tháng 8/2024",
        "Rút cảnh báo: số liệu tỷ lệ hồ sơ giải quyết đúng hạn đã được rút, chưa có số thay (số đã báo: 82,71% của tháng 8/2024)",
      ],
    ]);
    expect(await line.order("/canhbao Cương Chính")).toContain("không có cảnh báo nào đang mở");
  });

  it("leaves an older matter open, with the figure of the month before", async () => {
    const line = await start();
    await line.publish("2024-08", onTime(82.71));
    await line.publish("2024-09", onTime(80));
    await line.heard();
    await restore(line, "2024-09", 0, 1);
    expect(await heardOf(line)).toEqual([
      [
        CC,
        "Cập nhật cảnh báo · xã Cương Chính · tháng 9/2024",
        "Đính chính: tháng 8/2024: Tỷ lệ hồ sơ giải quyết đúng hạn 82,71% — dưới chỉ tiêu 95% (thấp hơn 12,29 điểm phần trăm) (số đã báo: 80% của tháng 9/2024)",
      ],
    ]);
    expect(await line.order("/canhbao Cương Chính")).toContain("82,71%");
  });

  it("of one unit alone takes back that unit's alert alone", async () => {
    const line = await start();
    await line.follow("test:le-xa", "Lệ Xá");
    await line.publish("2024-08", { "Lệ Xá": { "on-time-rate": 70 }, "Thủ Sỹ": { "on-time-rate": 99 } });
    await line.publish("2024-08", { "Cương Chính": { "on-time-rate": 82.71 } });
    await line.heard();
    await restore(line, "2024-08", 1, 2);
    expect((await heardOf(line)).map(([chat]) => chat)).toEqual([CC]);
    expect(await line.order("/canhbao Lệ Xá")).toContain("70%");
  });

  it("that comes back opens its alert anew", async () => {
    const line = await start();
    await line.publish("2024-08", onTime(82.71));
    await restore(line, "2024-08", 0, 1);
    await line.heard();
    await restore(line, "2024-08", 1, 2);
    expect(await heardOf(line)).toEqual([
      [
        CC,
        "Cảnh báo · xã Cương Chính · tháng 8/2024",
        "Tỷ lệ hồ sơ giải quyết đúng hạn 82,71% — dưới chỉ tiêu 95% (thấp hơn 12,29 điểm phần trăm)",
      ],
    ]);
  });
});
