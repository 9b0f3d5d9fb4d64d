import { afterEach, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { AN, BINH } from "#test/support/office.ts";
import {
  type HeardMessage,
  startTimeline,
  type Timeline,
  type TimelineOptions,
} from "#test/support/timeline.ts";

const CC = "test:cuong-chinh";
const BOSS = "test:leader";

const opened: Timeline[] = [];
afterEach(async () => {
  for (const line of opened.splice(0)) await line.stop();
});

const onTime = (rate: number) => ({ "on-time-rate": rate });
const now = (chat: ChatId, ...lines: readonly string[]): HeardMessage => ({ chat, notBefore: "", lines });

onBothStores("a timeline of publications, presses and the clock", (place) => {
  async function start(options: TimelineOptions = {}): Promise<Timeline> {
    const line = await startTimeline({ ...options, store: place.store });
    opened.push(line);
    return line;
  }

  it("tells a miss once, what is worse again, and those told that it is fixed", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71), "Thủ Sỹ": onTime(99) });
    const title = (month: number) => `Cảnh báo · xã Cương Chính · tháng ${month}/2024`;
    const rate = "Tỷ lệ hồ sơ giải quyết đúng hạn";
    expect(await line.heard()).toEqual([
      now(CC, title(8), `${rate} 82,71% — dưới chỉ tiêu 95% (thấp hơn 12,29 điểm phần trăm)`),
    ]);

    expect(await line.order("/canhbao Cương Chính")).toMatch(
      /\nChính thức · bản 1 · .*thời điểm trích xuất/u,
    );

    await line.publish("2024-09", { "Cương Chính": onTime(82.5) });
    expect(await line.heard()).toEqual([]);
    await line.publish("2024-10", { "Cương Chính": onTime(80) });
    expect(await line.heard()).toEqual([
      now(
        CC,
        title(10),
        `${rate} 80% — dưới chỉ tiêu 95% (thấp hơn 15 điểm phần trăm) — xấu hơn lần báo trước (82,71% của tháng 8/2024)`,
      ),
    ]);
    await line.publish("2024-11", { "Cương Chính": onTime(96) });
    expect(await line.heard()).toEqual([
      now(
        CC,
        "Đã khắc phục · xã Cương Chính · tháng 11/2024",
        "Đã đạt: tỷ lệ hồ sơ giải quyết đúng hạn 96% (chỉ tiêu 95%)",
      ),
    ]);
    await line.publish("2024-12", { "Cương Chính": onTime(90) });
    expect(await line.heard()).toEqual([
      now(CC, title(12), `${rate} 90% — dưới chỉ tiêu 95% (thấp hơn 5 điểm phần trăm)`),
    ]);
    expect((await line.app.services.alerts.historyOf(line.scope.id)).map((one) => one.state)).toEqual([
      "resolved",
      "open",
    ]);
  });

  it("whoever asks to hear of a unit later is told that something is open there, and where to read it", async () => {
    const line = await start();
    await line.publish("2024-07", { "Cương Chính": { "overdue-dossiers": 1 } });
    await line.publish("2024-08", { "Cương Chính": { ...onTime(82.71), "overdue-dossiers": 4 } });
    const unit = await line.say("/dangky dưới chỉ tiêu Cương Chính", { chat: CC });
    expect(unit?.text.text).toContain("Hiện đang có 1 cảnh báo mở.");
    expect(unit?.actions.at(-1)).toEqual([{ label: "Bảng cảnh báo", command: "/canhbao xã Cương Chính" }]);
    expect(await line.answer("/dangky huyện Tiên Lữ", { chat: BOSS })).toContain(
      "Hiện đang có 2 cảnh báo mở.",
    );
    for (const wish of ["/dangky dưới chỉ tiêu Cương Chính", "/dangky Thủ Sỹ"]) {
      expect(await line.answer(wish, { chat: CC })).not.toContain("cảnh báo mở");
    }
  });

  it("a look without news, and one more process, change nothing", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71) });
    const other = await start();
    await Promise.all([line.at("2024-09-09 09:01"), other.at("2024-09-09 09:01")]);
    expect(await line.heard()).toHaveLength(1);
  });

  it("counts that grow are told with their total, in one message with all else of the unit", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-07", { "Cương Chính": { "overdue-dossiers": 14, TOTAL: 80 } });
    await line.publish("2024-08", { "Cương Chính": { "overdue-dossiers": 17, TOTAL: 77.4 } });
    expect(await line.heard()).toEqual([
      now(
        CC,
        "Cảnh báo · xã Cương Chính · tháng 8/2024",
        "+3 hồ sơ quá hạn (tổng 17) so với 14 (tháng 7/2024)",
        "Điểm tổng hợp 77,40 — giảm 2,60 so với 80,00 (tháng 7/2024)",
      ),
    ]);
    await line.publish("2024-09", { "Cương Chính": { "overdue-dossiers": 13, TOTAL: 79.6 } });
    expect((await line.heard()).flatMap(({ lines }) => lines)).toEqual([
      "Đã khắc phục · xã Cương Chính · tháng 9/2024",
      "Đã giảm: hồ sơ quá hạn còn 13",
      "Đã phục hồi: điểm tổng hợp 79,60",
    ]);
  });

  it("a newer version of a month takes back or corrects what was told", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính", "targets");
    await line.follow("test:thu-sy", "Thủ Sỹ", "targets");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71), "Thủ Sỹ": onTime(90) });
    await line.heard();
    await line.publish("2024-08", { "Cương Chính": onTime(97), "Thủ Sỹ": onTime(91) });
    expect((await line.heard()).map(({ chat, lines }) => [chat, lines.at(-1)])).toEqual([
      [
        CC,
        "Rút cảnh báo: theo số liệu mới, tỷ lệ hồ sơ giải quyết đúng hạn 97% (số đã báo: 82,71% của tháng 8/2024)",
      ],
      [
        "test:thu-sy",
        "Đính chính: Tỷ lệ hồ sơ giải quyết đúng hạn 91% — dưới chỉ tiêu 95% (thấp hơn 4 điểm phần trăm) (số đã báo: 90% của tháng 8/2024)",
      ],
    ]);
  });

  it("a message says by its title whether it warns, tells what was fixed, or goes back on what was told", async () => {
    const line = await start();
    await line.follow(BOSS, "huyện Tiên Lữ", "targets");
    const titles = async () => (await line.heard()).map(({ lines }) => lines[0]);
    await line.publish("2024-08", { "Cương Chính": onTime(80), "Thủ Sỹ": onTime(85), "Lệ Xá": onTime(90) });
    expect(await titles()).toEqual(["Cảnh báo · huyện Tiên Lữ · tháng 8/2024"]);
    await line.publish("2024-08", { "Cương Chính": onTime(97), "Thủ Sỹ": onTime(86) });
    expect(await titles()).toEqual(["Cập nhật cảnh báo · huyện Tiên Lữ · tháng 8/2024"]);
    await line.publish("2024-09", { "Thủ Sỹ": onTime(99), "Lệ Xá": onTime(90) });
    expect(await titles()).toEqual(["Đã khắc phục · xã Thủ Sỹ · tháng 9/2024"]);
    await line.publish("2024-09", { "Lệ Xá": onTime(80), "Thủ Sỹ": onTime(99) });
    expect(await titles()).toEqual(["Cảnh báo · xã Lệ Xá · tháng 9/2024"]);
  });

  it("one message a chat, worst first, and the rest counted", async () => {
    const line = await start();
    await line.follow(BOSS, "huyện Tiên Lữ");
    const rates = Array.from({ length: 15 }, (_, i) => [`Xã Số ${i + 1}`, onTime(80 + i)] as const);
    await line.publish("2024-08", Object.fromEntries(rates));
    const [message, ...others] = await line.heard();
    expect(others).toEqual([]);
    expect(message?.lines[0]).toBe("Cảnh báo · huyện Tiên Lữ · tháng 8/2024");
    expect(message?.lines[1]).toMatch(/^Xã Số 1: Tỷ lệ hồ sơ giải quyết đúng hạn 80% — dưới chỉ tiêu 95%/u);
    expect(message?.lines.at(-1)).toBe("và 7 đơn vị khác");
  });

  it("what is published in quiet time waits, all in one digest, for the next working morning", async () => {
    const line = await start({ now: "2024-09-06 20:00" });
    await line.follow(CC, "Cương Chính", "targets", "overdue");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71) });
    await line.publish("2024-W35", { "Cương Chính": onTime(81) });
    expect(await line.heard()).toEqual([
      {
        chat: CC,
        notBefore: "2024-09-09T07:30",
        lines: [
          "Điểm tin cảnh báo ngày 9/9/2024",
          "Cảnh báo · xã Cương Chính · tháng 8/2024",
          "Tỷ lệ hồ sơ giải quyết đúng hạn 82,71% — dưới chỉ tiêu 95% (thấp hơn 12,29 điểm phần trăm)",
          "Cảnh báo · xã Cương Chính · tuần 35/2024",
          "Tỷ lệ hồ sơ giải quyết đúng hạn 81% — dưới chỉ tiêu 95% (thấp hơn 14 điểm phần trăm)",
        ],
      },
    ]);
  });

  it("a silence keeps back what is told when it ends, and what was settled meanwhile is not told at all", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính", "targets");
    await line.follow(CC, "Thủ Sỹ", "targets");
    await line.order("/canhbao dừng nhắc 7 ngày Cương Chính vì đang nhập lại dữ liệu");
    await line.order("/canhbao im Thủ Sỹ");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71), "Thủ Sỹ": onTime(90) });
    await line.publish("2024-09", { "Cương Chính": onTime(82), "Thủ Sỹ": onTime(99) });
    expect(await line.heard()).toEqual([]);
    expect(await line.order("/canhbao Cương Chính")).toContain(
      "Đang tạm dừng nhắc đến hết 16/9/2024: đang nhập lại dữ liệu.",
    );
    await line.at("2024-09-17 09:00");
    expect(await line.heard()).toEqual([
      now(
        CC,
        "Cảnh báo · xã Cương Chính · tháng 9/2024",
        "Tỷ lệ hồ sơ giải quyết đúng hạn 82% — dưới chỉ tiêu 95% (thấp hơn 13 điểm phần trăm)",
      ),
    ]);
  });

  it("when most units fall together, operators hear of it and the units do not", async () => {
    const line = await start();
    await line.follow(BOSS, "huyện Tiên Lữ");
    const names = Array.from({ length: 14 }, (_, i) => `Xã Số ${i + 1}`);
    const month = (score: (i: number) => number) =>
      Object.fromEntries(names.map((name, i) => [name, score(i)]));
    await line.publish(
      "2024-07",
      month((i) => 80 + i / 10),
    );
    await line.publish(
      "2024-08",
      month((i) => (i < 12 ? 60 : 80) + i / 10),
    );
    const heard = await line.heard();
    expect(heard.map(({ chat }) => chat)).toEqual([AN, BINH]);
    expect(heard[0]?.lines.join()).toContain("tụt điểm, điểm tổng hợp: 12/14 đơn vị");
  });

  it("nor do units hear that an open matter of theirs is worse, when most fell with them", async () => {
    const line = await start();
    await line.follow(BOSS, "huyện Tiên Lữ");
    const names = Array.from({ length: 24 }, (_, i) => `Xã Số ${i + 1}`);
    const month = (score: (i: number) => number) =>
      Object.fromEntries(names.map((name, i) => [name, score(i)]));
    await line.publish(
      "2024-07",
      month(() => 80),
    );
    await line.publish(
      "2024-08",
      month((i) => (i < 3 ? 75 : 80)),
    );
    expect((await line.heard()).map(({ chat }) => chat)).toEqual([BOSS]);
    await line.publish(
      "2024-09",
      month((i) => (i < 3 ? 65 : 70)),
    );
    const heard = await line.heard();
    expect(heard.map(({ chat }) => chat)).toEqual([AN, BINH]);
    expect(heard[0]?.lines.join()).toContain("24/24 đơn vị");
    expect(await line.order("/canhbao Xã Số 1")).toContain("Điểm tổng hợp 65,00 — giảm 15,00 so với 80,00");
  });

  it("units of a list that is shorter than the month before are held against their own figures, not places", async () => {
    const line = await start();
    await line.follow(BOSS, "huyện Tiên Lữ");
    const count = (overdue: number, total: number) => ({ "overdue-dossiers": overdue, TOTAL: total });
    await line.publish("2024-07", {
      ...{ "Cương Chính": count(14, 80), "Thủ Sỹ": count(3, 81), "Nhật Tân": count(2, 70) },
      ...{ "Lệ Xá": count(1, 71), "Hưng Đạo": count(0, 72) },
    });
    await line.publish("2024-08", { "Cương Chính": count(17, 77), "Thủ Sỹ": count(3, 81) });
    expect((await line.heard()).map(({ lines }) => lines.slice(1))).toEqual([
      [
        "+3 hồ sơ quá hạn (tổng 17) so với 14 (tháng 7/2024)",
        "Điểm tổng hợp 77,00 — giảm 3,00 so với 80,00 (tháng 7/2024)",
      ],
    ]);
  });

  it("what is open is set against where it fell from, also when the month before is not there", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    for (const [month, total] of [
      ["2024-07", 85.88],
      ["2024-08", 83.28],
      ["2024-09", 84.9],
    ] as const) {
      await line.publish(month, { "Cương Chính": total });
    }
    expect(await line.order("/canhbao Cương Chính")).toContain(
      "Điểm tổng hợp 84,90 — giảm 0,98 so với 85,88 (tháng 7/2024)",
    );
    await line.publish("2024-11", { "Cương Chính": 75 });
    expect(await line.order("/canhbao Cương Chính")).toContain(
      "Điểm tổng hợp 75,00 — giảm 10,88 so với 85,88 (tháng 7/2024)",
    );
  });

  it("a month that has not come by the tenth: its units hear of it, a whole scope's silence only operators", async () => {
    const line = await start({ now: "2024-08-09 09:00" });
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-07", { "Cương Chính": 80, "Thủ Sỹ": 81, "Nhật Tân": 82 });
    await line.at("2024-09-09 09:00");
    expect(await line.heard()).toEqual([]);
    await line.publish("2024-08", { "Cương Chính": onTime(99), "Thủ Sỹ": 81, "Nhật Tân": 82 });
    await line.at("2024-09-10 09:00");
    expect(await line.heard()).toEqual([
      now(CC, "Cảnh báo · xã Cương Chính · tháng 8/2024", "Chưa có số liệu"),
    ]);
    expect((await line.order("/canhbao Cương Chính")).split("\n")).toEqual([
      "Bảng cảnh báo · xã Cương Chính",
      "#1 Chưa có số liệu · tháng 8/2024 (chưa ai nhận)",
    ]);
    await line.publish("2024-08", { "Cương Chính": 83 });
    expect((await line.heard()).map(({ lines }) => lines.at(-1))).toEqual(["Đã có số liệu"]);
    await line.at("2024-10-10 09:00");
    expect(await line.heard()).toEqual([
      now(AN, "Chưa có số liệu tháng 9/2024 của huyện Tiên Lữ. Bot chưa nhắn các đơn vị."),
      now(BINH, "Chưa có số liệu tháng 9/2024 của huyện Tiên Lữ. Bot chưa nhắn các đơn vị."),
    ]);
  });

  it("months taken in afterwards are no news", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-08", { "Cương Chính": onTime(99) });
    await line.publish("2024-06", { "Cương Chính": onTime(60) });
    expect(await line.heard()).toEqual([]);
  });

  it("a group that moved hears under its new id what becomes of what it was told", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính", "targets");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71) });
    await line.heard();
    await line.app.lifecycle.moved(CC, "test:supergroup");
    await line.heard();
    await line.publish("2024-09", { "Cương Chính": onTime(98) });
    expect((await line.heard()).map(({ chat }) => chat)).toEqual(["test:supergroup"]);
  });

  it("who wants to hear no more is told nothing more, and who takes over a post what becomes of what was told", async () => {
    const line = await start();
    const [officer, heir] = ["test:officer", "test:heir"] as const;
    const { rights, subscriptions } = line.app.services;
    await rights.give(officer, { role: "officer", unit: line.unit("Cương Chính").id, by: AN });
    await line.follow(officer, "Cương Chính", "targets");
    await line.follow(CC, "Cương Chính", "targets");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71) });
    expect((await line.heard()).map(({ chat }) => chat)).toEqual([CC, officer]);

    await subscriptions.remove(CC, {});
    const offered = await line.answer("/bangiao", { from: officer, chat: officer });
    const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/u.exec(offered)?.[0];
    await line.answer(`/quyen ${code}`, { from: heir, chat: heir });
    await line.heard();
    await line.publish("2024-09", { "Cương Chính": onTime(97) });
    expect((await line.heard()).map(({ chat, lines }) => [chat, lines[0]])).toEqual([
      [heir, "Đã khắc phục · xã Cương Chính · tháng 9/2024"],
    ]);
  });

  it("whoever followed a commune that was merged away hears of the one it is part of now", async () => {
    const line = await start({ now: "2026-10-05 09:00", scope: "tỉnh Hưng Yên" });
    const { units, subscriptions } = line.app.services;
    const old = units.find("xã Cương Chính, huyện Tiên Lữ");
    if (old.found !== "one") throw new Error("no old commune");
    const [successor = ""] = old.unit.successors;
    await subscriptions.add({ chat: CC, unit: old.unit.id, kinds: ["targets"], by: CC });
    const name = units.get(successor)?.name ?? "";
    await line.publish("2026-09", { [name]: onTime(90) });
    const [message] = await line.heard();
    expect(message?.chat).toBe(CC);
    expect(message?.lines.at(-1)).toBe(`Anh/chị đăng ký xã Cương Chính, nay thuộc xã ${name}.`);
  });

  it("a group reads who has seen its alert, and goes on from there", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71) });
    const said = await line.say("/canhbao nhận Cương Chính", {
      ...{ chat: CC, chatKind: "group", from: AN, fromName: "Trần Văn An" },
    });
    expect(said?.text.text).toBe("Đã ghi nhận: Trần Văn An đã xem 1 cảnh báo của xã Cương Chính.");
    expect(said?.actions.flat().map(({ label }) => label)).toEqual([
      ...["Giải trình", "Tạm dừng nhắc 7 ngày", "Chi tiết"],
    ]);
  });

  it("only who is answerable for a unit may say that it was seen", async () => {
    const line = await start();
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-08", { "Cương Chính": onTime(82.71) });
    const refused = await line.say("/canhbao nhận Cương Chính", { from: "test:passer-by" });
    expect(refused?.refused).toBe("role-needed-there");
    await line.app.services.rights.give("test:officer", {
      role: "officer",
      unit: line.unit("Cương Chính").id,
      by: AN,
    });
    const seen = await line.answer("/canhbao nhận Cương Chính", { from: "test:officer" });
    expect(seen).toBe("Đã ghi nhận: anh/chị đã xem 1 cảnh báo của xã Cương Chính.");
    const again = await line.say("/canhbao Cương Chính", { from: "test:officer" });
    expect(again?.actions.flat().map(({ label }) => label)).toEqual([
      ...["Giải trình", "Tạm dừng nhắc 7 ngày", "Chi tiết"],
    ]);
    expect(await line.order("/canhbao điểm danh")).toContain("Đã xem 1/1 đơn vị có cảnh báo");
    expect(await line.order("/canhbao Cương Chính")).toContain("(đã nhận)");
  });
});
