import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { SendError } from "#services/send-error.ts";
import { type Desk, GROUP, LAN, labels, MATTER, MINH, startDesk } from "#test/support/explaining-desk.ts";
import { AN } from "#test/support/office.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.office.stop());

describe("an officer explains an alert of the unit", () => {
  it("in three answers, looks them over, changes one, and sends", async () => {
    await desk.speak("/giaitrinh Cương Chính");
    expect(desk.words(LAN)).toBe(
      [
        "Giải trình cảnh báo #1",
        MATTER,
        "",
        "1/3. Nguyên nhân là gì? Anh/chị gõ câu trả lời vào đây.",
        "Gõ “thôi” để dừng; phần đã gõ được giữ lại.",
      ].join("\n"),
    );
    await desk.speak("Tổng hợp số liệu chậm\nThiếu cán bộ một cửa");
    expect(desk.words(LAN)).toBe("Giải trình cảnh báo #1\n2/3. Biện pháp khắc phục là gì?");
    await desk.speak("Bố trí thêm một cán bộ");
    await desk.speak("thứ Sáu tuần sau");
    const whole = [
      "Giải trình cảnh báo #1",
      MATTER,
      "Nguyên nhân: Tổng hợp số liệu chậm\nThiếu cán bộ một cửa",
      "Biện pháp: Bố trí thêm một cán bộ",
      "Thời hạn: thứ Sáu ngày 20/9/2024",
      "",
      "Anh/chị xem lại rồi chọn Gửi để trình người duyệt và báo các nơi đã nhận cảnh báo.",
    ];
    expect(desk.words(LAN)).toBe(whole.join("\n"));
    expect(labels(desk.last(LAN))).toEqual([
      "Gửi",
      "Sửa nguyên nhân",
      "Sửa biện pháp",
      "Sửa thời hạn",
      "Huỷ",
    ]);
    await desk.press("Sửa biện pháp");
    expect(desk.words(LAN)).toBe(
      "Giải trình cảnh báo #1\n2/3. Biện pháp khắc phục là gì?\nĐang ghi: Bố trí thêm một cán bộ",
    );
    await desk.speak("Bố trí thêm hai cán bộ");
    expect(desk.words(LAN)).toContain("Biện pháp: Bố trí thêm hai cán bộ");
    await desk.press("Gửi");
    expect(desk.words(LAN)).toMatch(/^Đã gửi giải trình cảnh báo #1\./u);
    expect(await desk.office.app.services.alerts.get(1)).toMatchObject({ state: "explained" });
  });

  it("and the group and the editor are told, with what they may decide", async () => {
    await desk.explain();
    const [, said] = await desk.office.owed(GROUP);
    expect(said?.text.text).toBe(
      [
        "Giải trình cảnh báo #1 · chờ duyệt",
        MATTER,
        "Nguyên nhân: Tổng hợp số liệu chậm\nThiếu cán bộ một cửa",
        "Biện pháp: Bố trí thêm một cán bộ",
        "Thời hạn: thứ Hai ngày 30/9/2024",
        "Người giải trình: Trần Thị Lan, cán bộ phụ trách xã Cương Chính, 09:00 ngày 9/9/2024",
      ].join("\n"),
    );
    expect(labels(said)).toEqual(["Chấp nhận", "Trả lại"]);
    expect((await desk.office.owed(MINH)).map(labels)).toEqual([["Chấp nhận", "Trả lại"]]);
    expect(await desk.owedNews(LAN)).toEqual([]);
    expect(await desk.owedNews(AN)).toEqual([]);
  });

  it("is asked again for a deadline that is no day ahead", async () => {
    await desk.speak("/giaitrinh 1");
    await desk.speak("một");
    await desk.speak("hai");
    await desk.speak("sớm nhất");
    expect(desk.words(LAN)).toMatch(/^Bot chưa hiểu thời hạn “sớm nhất”\./u);
    await desk.speak("1/9/2024");
    expect(desk.words(LAN)).toMatch(/^1\/9\/2024 đã qua\./u);
    await desk.speak("10 ngày làm việc");
    expect(desk.words(LAN)).toContain("Thời hạn: thứ Hai ngày 23/9/2024");
  });

  it("goes on another day where it stopped", async () => {
    await desk.speak("/giaitrinh 1");
    await desk.speak("một");
    await desk.speak("thôi");
    expect(desk.words(LAN)).toMatch(/^Đã dừng\./u);
    desk.office.setClock("2024-09-12T09:00:00+07:00");
    await desk.speak("/giaitrinh 1");
    expect(desk.words(LAN)).toContain("2/3. Biện pháp khắc phục là gì?");
    await desk.speak("hai");
    await desk.speak("30/9");
    expect(desk.words(LAN)).toContain("Nguyên nhân: một");
    await desk.press("Huỷ");
    await desk.speak("/giaitrinh 1");
    expect(desk.words(LAN)).toContain("1/3.");
  });

  it("sends once, however often it is pressed", async () => {
    await desk.explain();
    await desk.speak("/giaitrinh 1 gửi");
    expect(desk.words(LAN)).toMatch(/^Đã gửi/u);
    expect(await desk.office.app.services.explanations.ofAlert(1)).toHaveLength(1);
    expect(await desk.owedNews(GROUP)).toEqual(["sent"]);
  });

  it("in quiet hours is told in the morning", async () => {
    desk.office.setClock("2024-09-13T20:00:00+07:00");
    await desk.explain();
    const [row] = (await desk.office.rows()).filter(({ recipe }) => recipe.kind === "explanation");
    expect(new Date(row?.notBefore ?? 0).toISOString()).toBe("2024-09-16T00:30:00.000Z");
  });
});

describe("from a group", () => {
  it("goes on with the presser alone, who is told so there", async () => {
    await desk.speak("/giaitrinh Cương Chính", { chat: GROUP, on: "0" });
    expect(desk.channel.popUps).toEqual([{ words: "Bot đã nhắn riêng cho anh/chị.", quiet: true }]);
    expect(desk.words(LAN)).toContain("1/3. Nguyên nhân");
    await desk.speak("Thiếu cán bộ");
    expect(desk.words(LAN)).toContain("2/3.");
  });

  it("says how, to a person the bot cannot write to", async () => {
    desk.channel.answer(LAN, () => new SendError("never started", { kind: "forget-chat" }));
    await desk.speak("/giaitrinh 1", { chat: GROUP, on: "0" });
    expect(desk.channel.popUps).toMatchObject([{ quiet: false }]);
    expect(desk.channel.popUps[0]?.words).toMatch(/^Bot chưa nhắn riêng được cho anh\/chị\. .*bấm Bắt đầu/u);
    expect(desk.channel.popUps[0]?.words.length).toBeLessThanOrEqual(200);
  });

  it("declines those who may not, in a pop-up", async () => {
    const said = desk.channel.standing(GROUP).length;
    await desk.speak("/giaitrinh 1", { from: "test:someone", chat: GROUP, on: "0" });
    await desk.explain();
    await desk.speak("/giaitrinh 1/1 chấp nhận", { from: LAN, chat: GROUP, on: "0" });
    expect(desk.channel.popUps.map(({ words: said }) => said)).toEqual([
      "Lệnh này dành cho cán bộ phụ trách. Anh/chị liên hệ người vận hành bot để được cấp quyền.",
      "Lệnh này dành cho người nhập liệu xã Cương Chính. Anh/chị liên hệ người vận hành bot để được cấp quyền.",
    ]);
    expect(desk.channel.standing(GROUP)).toHaveLength(said);
  });

  it("an officer of another unit is told whose it is", async () => {
    await desk.office.order("/quyen cán bộ test:other xã Thủ Sỹ");
    await desk.speak("/giaitrinh 1", { from: "test:other" });
    expect(desk.words("test:other")).toMatch(/^Lệnh này dành cho cán bộ phụ trách xã Cương Chính\./u);
  });
});

describe("what cannot be explained", () => {
  it.each([
    ["/giaitrinh 99", "Không có cảnh báo số 99. Gõ /canhbao để xem các cảnh báo đang mở."],
    ["/giaitrinh 99 xem", "Cảnh báo #99 chưa có giải trình nào."],
    ["/giaitrinh Thủ Sỹ", "Xã Thủ Sỹ không có cảnh báo nào đang mở."],
  ])("%s", async (command, answer) => {
    await desk.speak(command, { from: AN });
    expect(desk.words(AN)).toBe(answer);
  });
});
