import { afterEach, describe, expect, it } from "vitest";
import type { PortalFaultName } from "#test/support/fake-portal/faults.ts";
import { AN, BINH } from "#test/support/office.ts";
import { type PortalBotOptions, startPortalBot } from "#test/support/portal-bot.ts";

let stop = async (): Promise<void> => {};

async function start(options: Partial<PortalBotOptions> = {}) {
  const bot = await startPortalBot({ now: "2026-11-29T06:00:00+07:00", ...options });
  stop = bot.stop;
  return bot;
}

afterEach(() => stop());

describe("/dongbo", () => {
  it("says what a day would take before anything was asked", async () => {
    const { order, portal } = await start();
    const said = await order("/dongbo");
    expect(said).toContain("Trạng thái: đang bật");
    expect(said).toContain("Hôm nay đã gọi 0/40 lần · lần gọi gần nhất: chưa có");
    expect(said).toContain("Lần gọi tới: ngay bây giờ");
    expect(said).toContain("Còn phải lấy (32 lần gọi):");
    expect(said).toContain("- tháng 10/2026 · tỉnh Gia Lai: 7 lần gọi");
    expect(said).toContain("- năm 2026 · tỉnh Gia Lai, đến ngày 28/11/2026 (tạm tính): 7 lần gọi");
    expect(portal.calls).toEqual([]);
  });

  it("says that nothing is missing once all was fetched, and when the portal is asked next", async () => {
    const { run, order } = await start();
    await run();
    const said = await order("/dongbo");
    expect(said).toContain("Hôm nay đã gọi 32/40 lần · lần gọi gần nhất: 06:0");
    expect(said).toContain("Lần gọi tới: 05:00 ngày 30/11/2026");
    expect(said).toContain("Số liệu ngày mới nhất: cả nước 28/11/2026 · tỉnh Gia Lai 28/11/2026");
    expect(said).toContain("- cả nước: 34/34 tỉnh, thành phố, 6/6 nhóm chỉ số");
    expect(said).toContain("- tỉnh Gia Lai: 135/135 xã, phường, đặc khu, 6/6 nhóm chỉ số");
    expect(said).toContain("Hôm nay không còn gì phải lấy.");
    const state = await order("/trangthai");
    expect(state).toContain("Trạng thái: đang bật\nSố liệu ngày mới nhất: cả nước 28/11/2026 · tỉnh Gia Lai");
    expect(state).toContain("- tỉnh Gia Lai: 135/135 xã, phường, đặc khu, 6/6 nhóm chỉ số");
  });

  it("is for operators only, and says that it is off where it is off", async () => {
    const off = await start({ isOff: true });
    expect(await off.answer("/dongbo", { from: "test:guest" })).toContain("người vận hành");
    expect(await off.order("/dongbo")).toContain("Trạng thái: đang tắt (PORTAL_SYNC=off)");
    expect(await off.order("/dongbo chạy ngay")).toContain("PORTAL_CONTACT");
    await off.run();
    expect(off.portal.calls).toEqual([]);
  });

  it("stops all asking until somebody opens it again", async () => {
    const { run, order, portal } = await start();
    expect(await order("/dongbo dừng")).toContain("Đã dừng.");
    await run();
    expect(portal.calls).toEqual([]);
    expect(await order("/dongbo")).toContain("đã dừng (người vận hành đã dừng), chờ người vận hành mở lại");
    expect(await order("/dongbo mo lai")).toContain("Đã mở lại.");
    await run();
    expect(portal.calls).toHaveLength(32);
  });

  it("tries again at once, where a try was put off, when told to run now", async () => {
    let fault: PortalFaultName | null = "503";
    const { run, order, portal } = await start({ faultOf: () => fault });
    await run();
    expect(portal.calls).toHaveLength(1);
    expect(await order("/dongbo")).toContain("Lần gọi tới: 06:10 ngày 29/11/2026");
    fault = null;
    expect(await order("/dongbo chạy ngay")).toContain("Trong một phút nữa bot lấy những phần còn thiếu");
    await run();
    expect(portal.calls).toHaveLength(33);
  });

  it("does not ask before five in the morning, whoever presses", async () => {
    const { run, order, portal } = await start({ now: "2026-11-29T03:00:00+07:00" });
    expect(await order("/dongbo chạy ngay")).toBe("Lần gọi tới: 05:00 ngày 29/11/2026");
    await run();
    expect(portal.calls).toEqual([]);
  });

  it("asks what is meant where the words are others", async () => {
    const { order } = await start();
    expect(await order("/dongbo dừng luôn đi")).toContain("luôn đi");
  });
});

describe("operators are told unasked", () => {
  it("that the portal refused, each of them once", async () => {
    const { run, owed, pass } = await start({ faultOf: () => "403" });
    await run();
    pass(3_600_000);
    await run();
    const told = await owed();
    expect(told.map(({ chat }) => chat)).toEqual([AN, BINH]);
    expect(told[0]?.text).toBe(
      "Ngừng gọi Cổng Dịch vụ công quốc gia đến hết ngày 29/11/2026. Lý do: Cổng không cho phép (mã 403). Ngày mai bot thử lại.",
    );
  });

  it("after three such days that only they can open it again", async () => {
    const { run, owed, goTo } = await start({ faultOf: () => "rejected" });
    for (const day of ["29", "30"]) {
      goTo(`2026-11-${day} 06:00`);
      await run();
    }
    await owed();
    goTo("2026-12-01 06:00");
    await run();
    const [told] = await owed();
    expect(told?.text).toContain("Đã dừng hẳn việc gọi Cổng Dịch vụ công quốc gia");
    expect(told?.text).toContain("tường lửa của Cổng chặn");
  });

  it("where the portal's answers changed their shape, and where they differ", async () => {
    const changed = (endpoint: string) => (endpoint === "transparency" ? "renamed" : null);
    const { run, owed, order } = await start({ faultOf: changed });
    await run();
    const said = (await owed()).map(({ text }) => text).filter((text) => text.includes("Chưa dùng được"));
    expect(said[0]).toContain("tháng 10/2026 · tỉnh Gia Lai");
    expect(said[0]).toContain("Cổng đã đổi cấu trúc câu trả lời (data.overview.totalScore");
    expect(await order("/dongbo")).toContain(
      "- tháng 10/2026 · tỉnh Gia Lai: Cổng đã đổi cấu trúc câu trả lời",
    );
  });
});
