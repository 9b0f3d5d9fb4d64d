import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { type Desk, GROUP, LAN, labels, MATTER, MINH, startDesk } from "#test/support/explaining-desk.ts";
import { AN } from "#test/support/office.ts";

let desk: Desk;
beforeEach(async () => {
  desk = await startDesk();
});
afterEach(() => desk.office.stop());

describe("a leader decides", () => {
  beforeEach(() => desk.explain());

  it("accepts, and its author and the group are told", async () => {
    await desk.speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    expect(desk.words(MINH)).toContain(
      "Đã chấp nhận: Lê Văn Minh, người nhập liệu huyện Tiên Lữ, 09:00 ngày",
    );
    expect(await desk.office.app.services.alerts.get(1)).toMatchObject({ state: "accepted" });
    expect(await desk.owedNews(LAN)).toEqual(["accepted"]);
    expect(await desk.owedNews(GROUP)).toEqual(["accepted", "sent"]);
    const told = await desk.office.owed(LAN);
    expect(told[0]?.text.text).toContain("Đã chấp nhận: Lê Văn Minh");
    expect(labels(told[0])).toEqual([]);
  });

  it("accepts in the group, where the explanation then stands as decided", async () => {
    const said = desk.channel.standing(GROUP).length;
    await desk.speak("/giaitrinh 1/1 chấp nhận", { from: MINH, chat: GROUP, on: "1" });
    expect(desk.channel.standing(GROUP)).toHaveLength(said);
    expect(desk.channel.sent.at(-1)).toMatchObject({ chat: GROUP, replaces: "1", reply: { actions: [] } });
    expect(await desk.owedNews(GROUP)).toEqual(["sent"]);
    expect(await desk.owedNews(LAN)).toEqual(["accepted"]);
  });

  it("tells whoever has the author's post by then", async () => {
    await desk.office.order(`/quyen thu ${LAN}`);
    await desk.office.order("/quyen cán bộ test:hue xã Cương Chính");
    await desk.speak("/giaitrinh 1/1 trả lại thiếu", { from: MINH });
    expect(await desk.owedNews(LAN)).toEqual([]);
    expect(await desk.owedNews("test:hue")).toEqual(["returned"]);
    await desk.speak("/giaitrinh 1", { from: "test:hue" });
    expect(desk.words("test:hue")).toContain("Nguyên nhân: Tổng hợp số liệu chậm");
  });

  it("accepts once; somebody later is told that it was decided", async () => {
    await desk.speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    await desk.speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    expect(desk.words(MINH)).toContain("Đã chấp nhận: Lê Văn Minh");
    await desk.speak("/giaitrinh 1 trả lại thiếu", { from: AN });
    expect(desk.words(AN)).toBe("Giải trình cảnh báo #1 đã được chấp nhận trước đó.");
  });

  it("returns it with a reason that is asked for, and a better one is sent", async () => {
    await desk.speak("/giaitrinh 1/1 trả lại", { from: MINH, chat: GROUP, on: "0" });
    expect(desk.words(MINH)).toMatch(/^Trả lại giải trình cảnh báo #1\. Anh\/chị gõ lý do/u);
    await desk.speak("Cần nêu rõ ai làm", { from: MINH });
    expect(desk.words(MINH)).toMatch(/^Đã trả lại giải trình cảnh báo #1\./u);
    const [returned] = await desk.office.owed(LAN);
    expect(returned?.text.text).toContain("Bị trả lại: Cần nêu rõ ai làm (Lê Văn Minh");
    expect(labels(returned)).toEqual(["Giải trình lại"]);

    await desk.speak("/giaitrinh 1");
    expect(desk.words(LAN)).toContain(
      "Bị trả lại: Cần nêu rõ ai làm\n\nAnh/chị sửa phần cần sửa rồi gửi lại.",
    );
    expect(labels(desk.last(LAN))).toEqual(["Sửa nguyên nhân", "Sửa biện pháp", "Sửa thời hạn"]);
    await desk.press("Sửa biện pháp");
    await desk.speak("Anh Bình, công chức tư pháp, làm thêm");
    await desk.press("Gửi");
    await desk.press("Xem giải trình");
    expect(labels(desk.last(LAN))).toEqual([]);
    expect(desk.words(LAN)).toContain("Lần 1, ngày 9/9/2024: bị trả lại – Cần nêu rõ ai làm");
    expect(await desk.office.app.services.alerts.get(1)).toMatchObject({ state: "explained" });
    expect(await desk.owedNews(MINH)).toEqual(["sent", "sent"]);
  });

  it("not on one that was replaced meanwhile", async () => {
    await desk.speak("/giaitrinh 1 biện pháp Khác");
    await desk.press("Gửi");
    await desk.speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    expect(desk.words(MINH)).toBe("Giải trình này đã được thay bằng bản sau.");
    expect(labels(desk.last(MINH))).toEqual(["Xem giải trình"]);
    const [first] = await desk.office.owed(MINH);
    expect(labels(first)).toEqual([]);
  });

  it("finds in the list what waits", async () => {
    await desk.speak("/giaitrinh", { from: MINH });
    expect(desk.words(MINH)).toBe(`Giải trình chờ anh/chị duyệt\n#1 ${MATTER}`);
    await desk.press("Xem #1", { from: MINH });
    await desk.press("Chấp nhận", { from: MINH });
    await desk.speak("/giaitrinh", { from: MINH });
    expect(desk.words(MINH)).toMatch(/^Không có giải trình nào chờ anh\/chị\./u);
  });
});

describe("the deadline of an explanation", () => {
  it("reminds its author and the group in the morning while the alert is open", async () => {
    await desk.explain("20/9");
    desk.office.setClock("2024-09-19T10:00:00+07:00");
    await desk.office.look();
    expect(await desk.owedNews(GROUP)).toEqual(["sent"]);
    desk.office.setClock("2024-09-20T07:31:00+07:00");
    await desk.office.look();
    await desk.office.look();
    expect(await desk.owedNews(GROUP)).toEqual(["due", "sent"]);
    expect((await desk.office.owed(LAN))[0]?.text.text).toBe(
      [
        "Đến hạn khắc phục cảnh báo #1: thứ Sáu ngày 20/9/2024",
        MATTER,
        "Biện pháp: Bố trí thêm một cán bộ",
      ].join("\n"),
    );
  });

  it("on a day off reminds on the last working day before", async () => {
    await desk.explain("22/9");
    desk.office.setClock("2024-09-20T07:31:00+07:00");
    await desk.office.look();
    expect(await desk.owedNews(LAN)).toEqual(["due"]);
  });

  it("that is today reminds on the next working day", async () => {
    await desk.explain("hôm nay");
    desk.office.setClock("2024-09-10T07:29:00+07:00");
    await desk.office.look();
    expect(await desk.owedNews(LAN)).toEqual([]);
    desk.office.setClock("2024-09-10T07:31:00+07:00");
    await desk.office.look();
    expect(await desk.owedNews(LAN)).toEqual(["due"]);
  });

  it("reminds nobody once the alert is resolved, and the explanation can still be seen", async () => {
    await desk.explain("20/9");
    await desk.office.publish({ "Cương Chính": 90, "Thủ Sỹ": 89 }, { period: toPeriod("2024-09") });
    desk.office.setClock("2024-09-20T07:31:00+07:00");
    await desk.office.look();
    expect(await desk.owedNews(LAN)).toEqual([]);
    await desk.speak("/giaitrinh 1");
    expect(desk.words(LAN)).toBe("Cảnh báo #1 đã kết thúc, không cần giải trình nữa.");
    await desk.press("Xem giải trình");
    expect(desk.words(LAN)).toContain("Nguyên nhân: Tổng hợp số liệu chậm");
    await desk.office.publish({ "Cương Chính": 80, "Thủ Sỹ": 89 }, { period: toPeriod("2024-10") });
    await desk.office.look();
    expect(await desk.office.app.services.alerts.get(1)).toBeNull();
    await desk.speak("/giaitrinh 1 xem");
    expect(desk.words(LAN)).toContain("Nguyên nhân: Tổng hợp số liệu chậm");
    await desk.speak("/giaitrinh 1");
    expect(desk.words(LAN)).toMatch(/^Cảnh báo #1 đã kết thúc/u);
    await desk.speak("/giaitrinh Cương Chính");
    expect(desk.words(LAN)).toContain("Giải trình cảnh báo #");
    expect(desk.words(LAN)).not.toContain("#1\n");
  });

  it("reminds nobody of one that was returned", async () => {
    await desk.explain("20/9");
    await desk.speak("/giaitrinh 1 trả lại thiếu", { from: MINH });
    desk.office.setClock("2024-09-20T07:31:00+07:00");
    await desk.office.look();
    expect(await desk.owedNews(LAN)).toEqual(["returned"]);
  });
});
