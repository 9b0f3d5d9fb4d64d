import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { AN, type Office, startOffice } from "#test/support/office.ts";
import { createRecordingChannel, type RecordingChannel } from "#test/support/recording-channel.ts";

/** Officer of Cương Chính, editor of the district, and a group of the commune that is told of its alerts. */
const LAN = "test:lan";
const MINH = "test:minh";
const GROUP = "test:group";

let office: Office;
let channel: RecordingChannel;

/** On a Monday morning the score of Cương Chính falls by 2,60 points. */
beforeEach(async () => {
  office = await startOffice({ now: "2024-09-09T09:00:00+07:00" });
  channel = createRecordingChannel();
  await office.app.listen(channel);
  await office.order(`/quyen cán bộ ${LAN} xã Cương Chính`);
  await office.order(`/quyen nhập liệu ${MINH} huyện Tiên Lữ`);
  await speak("/batdau", { from: MINH, chat: GROUP });
  const found = office.app.services.units.find("Cương Chính", { within: office.scope.id });
  if (found.found !== "one") throw new Error("no commune");
  const kinds = ["targets", "overdue", "rank"] as const;
  await office.app.services.subscriptions.add({ chat: GROUP, unit: found.unit.id, kinds, by: MINH });
  await office.publish({ "Cương Chính": 85.88, "Thủ Sỹ": 82 }, { period: toPeriod("2024-07") });
  await office.publish({ "Cương Chính": 83.28, "Thủ Sỹ": 89 });
  await office.look();
});
afterEach(() => office.stop());

interface Speech {
  readonly from?: string;
  readonly chat?: string;
  /** The message whose action is pressed. */
  readonly on?: string;
}

let heard = 0;
/** Through the channel, as a platform would bring it. */
async function speak(text: string, { from = LAN, chat = from, on }: Speech = {}): Promise<void> {
  heard += 1;
  await channel.hear({
    id: String(heard),
    chat,
    chatKind: chat === from ? "private" : "group",
    chatName: chat === from ? "" : "Xã Cương Chính",
    sender: { id: from, name: from === LAN ? "Trần Thị Lan" : "Lê Văn Minh" },
    text,
    addressed: true,
    ...(on === undefined ? {} : { pressed: { chat, messages: [on] } }),
    isChatAdmin: async () => true,
  });
}

const last = (chat: string): Reply => {
  const reply = channel.standing(chat).at(-1);
  if (!reply) throw new Error(`nothing was said in ${chat}`);
  return reply;
};
const words = (chat: string): string => last(chat).text.text;
const labels = (reply: Reply | undefined): readonly string[] =>
  reply?.actions.flat().map(({ label }) => label) ?? [];

/** Presses an action of the newest message of a chat. */
async function press(label: string, { from = LAN, chat = from }: Speech = {}): Promise<void> {
  const action = last(chat)
    .actions.flat()
    .find((one: Action) => one.label === label);
  if (!action) throw new Error(`no ${label} under: ${words(chat)}`);
  await speak(action.command, { from, chat, on: "0" });
}

async function explain(deadline = "30/9"): Promise<void> {
  await speak("/giaitrinh Cương Chính");
  await speak("Tổng hợp số liệu chậm\nThiếu cán bộ một cửa");
  await speak("Bố trí thêm một cán bộ");
  await speak(deadline);
  await press("Gửi");
}

const owedNews = async (chat: string) => {
  const rows = (await office.rows()).filter((row) => row.chat === chat && row.recipe.kind === "explanation");
  return rows.map(({ recipe }) => ("news" in recipe ? recipe.news : ""));
};

const MATTER = "Xã Cương Chính, tháng 8/2024: Điểm tổng hợp 83,28 (−2,60)";

describe("an officer explains an alert of the unit", () => {
  it("in three answers, looks them over, changes one, and sends", async () => {
    await speak("/giaitrinh Cương Chính");
    expect(words(LAN)).toBe(
      [
        "Giải trình cảnh báo #1",
        MATTER,
        "",
        "1/3. Nguyên nhân là gì? Anh/chị gõ câu trả lời vào đây.",
        "Gõ “thôi” để dừng; phần đã gõ được giữ lại.",
      ].join("\n"),
    );
    await speak("Tổng hợp số liệu chậm\nThiếu cán bộ một cửa");
    expect(words(LAN)).toBe("Giải trình cảnh báo #1\n2/3. Biện pháp khắc phục là gì?");
    await speak("Bố trí thêm một cán bộ");
    await speak("thứ Sáu tuần sau");
    const whole = [
      "Giải trình cảnh báo #1",
      MATTER,
      "Nguyên nhân: Tổng hợp số liệu chậm\nThiếu cán bộ một cửa",
      "Biện pháp: Bố trí thêm một cán bộ",
      "Thời hạn: thứ Sáu ngày 20/9/2024",
      "",
      "Anh/chị xem lại rồi bấm Gửi để trình người duyệt và báo các nơi đã nhận cảnh báo.",
    ];
    expect(words(LAN)).toBe(whole.join("\n"));
    expect(labels(last(LAN))).toEqual(["Gửi", "Sửa nguyên nhân", "Sửa biện pháp", "Sửa thời hạn", "Huỷ"]);
    await press("Sửa biện pháp");
    expect(words(LAN)).toBe(
      "Giải trình cảnh báo #1\n2/3. Biện pháp khắc phục là gì?\nĐang ghi: Bố trí thêm một cán bộ",
    );
    await speak("Bố trí thêm hai cán bộ");
    expect(words(LAN)).toContain("Biện pháp: Bố trí thêm hai cán bộ");
    await press("Gửi");
    expect(words(LAN)).toMatch(/^Đã gửi giải trình cảnh báo #1\./u);
    expect(await office.app.services.alerts.get(1)).toMatchObject({ state: "explained" });
  });

  it("and the group and the editor are told, with what they may decide", async () => {
    await explain();
    const [, said] = await office.owed(GROUP);
    expect(said?.text.text).toBe(
      [
        "Giải trình cảnh báo #1",
        MATTER,
        "Nguyên nhân: Tổng hợp số liệu chậm\nThiếu cán bộ một cửa",
        "Biện pháp: Bố trí thêm một cán bộ",
        "Thời hạn: thứ Hai ngày 30/9/2024",
        "Người giải trình: Trần Thị Lan, cán bộ phụ trách xã Cương Chính, 09:00 ngày 9/9/2024",
      ].join("\n"),
    );
    expect(labels(said)).toEqual(["Chấp nhận", "Trả lại"]);
    expect((await office.owed(MINH)).map(labels)).toEqual([["Chấp nhận", "Trả lại"]]);
    expect(await owedNews(LAN)).toEqual([]);
    expect(await owedNews(AN)).toEqual([]);
  });

  it("is asked again for a deadline that is no day ahead", async () => {
    await speak("/giaitrinh 1");
    await speak("một");
    await speak("hai");
    await speak("sớm nhất");
    expect(words(LAN)).toMatch(/^Tôi chưa hiểu thời hạn “sớm nhất”\./u);
    await speak("1/9/2024");
    expect(words(LAN)).toMatch(/^1\/9\/2024 đã qua\./u);
    await speak("10 ngày làm việc");
    expect(words(LAN)).toContain("Thời hạn: thứ Hai ngày 23/9/2024");
  });

  it("goes on another day where it stopped", async () => {
    await speak("/giaitrinh 1");
    await speak("một");
    await speak("thôi");
    expect(words(LAN)).toMatch(/^Đã dừng\./u);
    office.setClock("2024-09-12T09:00:00+07:00");
    await speak("/giaitrinh 1");
    expect(words(LAN)).toContain("2/3. Biện pháp khắc phục là gì?");
    await speak("hai");
    await speak("30/9");
    expect(words(LAN)).toContain("Nguyên nhân: một");
    await press("Huỷ");
    await speak("/giaitrinh 1");
    expect(words(LAN)).toContain("1/3.");
  });

  it("sends once, however often it is pressed", async () => {
    await explain();
    await speak("/giaitrinh 1 gửi");
    expect(words(LAN)).toMatch(/^Đã gửi/u);
    expect(await office.app.services.explanations.ofAlert(1)).toHaveLength(1);
    expect(await owedNews(GROUP)).toEqual(["sent"]);
  });

  it("in quiet hours is told in the morning", async () => {
    office.setClock("2024-09-13T20:00:00+07:00");
    await explain();
    const [row] = (await office.rows()).filter(({ recipe }) => recipe.kind === "explanation");
    expect(new Date(row?.notBefore ?? 0).toISOString()).toBe("2024-09-16T00:30:00.000Z");
  });
});

describe("from a group", () => {
  it("goes on with the presser alone, who is told so there", async () => {
    await speak("/giaitrinh Cương Chính", { chat: GROUP, on: "0" });
    expect(channel.popUps).toEqual([{ words: "Tôi đã nhắn riêng cho anh/chị.", quiet: true }]);
    expect(words(LAN)).toContain("1/3. Nguyên nhân");
    await speak("Thiếu cán bộ");
    expect(words(LAN)).toContain("2/3.");
  });

  it("says how, to a person the bot cannot write to", async () => {
    const { SendError } = await import("#services/channel.ts");
    channel.answer(LAN, () => new SendError("never started", { kind: "forget-chat" }));
    await speak("/giaitrinh 1", { chat: GROUP, on: "0" });
    expect(channel.popUps).toMatchObject([{ quiet: false }]);
    expect(channel.popUps[0]?.words).toMatch(/^Tôi chưa nhắn riêng được cho anh\/chị\. .*bấm Bắt đầu/u);
    expect(channel.popUps[0]?.words.length).toBeLessThanOrEqual(200);
  });

  it("declines those who may not, in a pop-up", async () => {
    const said = channel.standing(GROUP).length;
    await speak("/giaitrinh 1", { from: "test:someone", chat: GROUP, on: "0" });
    await explain();
    await speak("/giaitrinh 1/1 chấp nhận", { from: LAN, chat: GROUP, on: "0" });
    expect(channel.popUps.map(({ words: said }) => said)).toEqual([
      "Lệnh này dành cho cán bộ phụ trách. Anh/chị liên hệ người vận hành bot để được cấp quyền.",
      "Lệnh này dành cho người nhập liệu xã Cương Chính. Anh/chị liên hệ người vận hành bot để được cấp quyền.",
    ]);
    expect(channel.standing(GROUP)).toHaveLength(said);
  });

  it("an officer of another unit is told whose it is", async () => {
    await office.order("/quyen cán bộ test:other xã Thủ Sỹ");
    await speak("/giaitrinh 1", { from: "test:other" });
    expect(words("test:other")).toMatch(/^Lệnh này dành cho cán bộ phụ trách xã Cương Chính\./u);
  });
});

describe("a leader decides", () => {
  beforeEach(() => explain());

  it("accepts, and its author and the group are told", async () => {
    await speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    expect(words(MINH)).toContain("Đã chấp nhận: Lê Văn Minh, người nhập liệu huyện Tiên Lữ, 09:00 ngày");
    expect(await office.app.services.alerts.get(1)).toMatchObject({ state: "accepted" });
    expect(await owedNews(LAN)).toEqual(["accepted"]);
    expect(await owedNews(GROUP)).toEqual(["accepted", "sent"]);
    const told = await office.owed(LAN);
    expect(told[0]?.text.text).toContain("Đã chấp nhận: Lê Văn Minh");
    expect(labels(told[0])).toEqual([]);
  });

  it("accepts in the group, where the explanation then stands as decided", async () => {
    const said = channel.standing(GROUP).length;
    await speak("/giaitrinh 1/1 chấp nhận", { from: MINH, chat: GROUP, on: "1" });
    expect(channel.standing(GROUP)).toHaveLength(said);
    expect(channel.sent.at(-1)).toMatchObject({ chat: GROUP, replaces: "1", reply: { actions: [] } });
    expect(await owedNews(GROUP)).toEqual(["sent"]);
    expect(await owedNews(LAN)).toEqual(["accepted"]);
  });

  it("tells whoever has the author's post by then", async () => {
    await office.order(`/quyen thu ${LAN}`);
    await office.order("/quyen cán bộ test:hue xã Cương Chính");
    await speak("/giaitrinh 1/1 trả lại thiếu", { from: MINH });
    expect(await owedNews(LAN)).toEqual([]);
    expect(await owedNews("test:hue")).toEqual(["returned"]);
    await speak("/giaitrinh 1", { from: "test:hue" });
    expect(words("test:hue")).toContain("Nguyên nhân: Tổng hợp số liệu chậm");
  });

  it("accepts once; somebody later is told that it was decided", async () => {
    await speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    await speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    expect(words(MINH)).toContain("Đã chấp nhận: Lê Văn Minh");
    await speak("/giaitrinh 1 trả lại thiếu", { from: AN });
    expect(words(AN)).toBe("Giải trình cảnh báo #1 đã được chấp nhận trước đó.");
  });

  it("returns it with a reason that is asked for, and a better one is sent", async () => {
    await speak("/giaitrinh 1/1 trả lại", { from: MINH, chat: GROUP, on: "0" });
    expect(words(MINH)).toMatch(/^Trả lại giải trình cảnh báo #1\. Anh\/chị gõ lý do/u);
    await speak("Cần nêu rõ ai làm", { from: MINH });
    expect(words(MINH)).toMatch(/^Đã trả lại giải trình cảnh báo #1\./u);
    const [returned] = await office.owed(LAN);
    expect(returned?.text.text).toContain("Bị trả lại: Cần nêu rõ ai làm (Lê Văn Minh");
    expect(labels(returned)).toEqual(["Giải trình lại"]);

    await speak("/giaitrinh 1");
    expect(words(LAN)).toContain("Bị trả lại: Cần nêu rõ ai làm\n\nAnh/chị sửa phần cần sửa rồi gửi lại.");
    expect(labels(last(LAN))).toEqual(["Sửa nguyên nhân", "Sửa biện pháp", "Sửa thời hạn"]);
    await press("Sửa biện pháp");
    await speak("Anh Bình, công chức tư pháp, làm thêm");
    await press("Gửi");
    await press("Xem giải trình");
    expect(words(LAN)).toContain("Lần 1, ngày 9/9/2024: bị trả lại – Cần nêu rõ ai làm");
    expect(await office.app.services.alerts.get(1)).toMatchObject({ state: "explained" });
    expect(await owedNews(MINH)).toEqual(["sent", "sent"]);
  });

  it("not on one that was replaced meanwhile", async () => {
    await speak("/giaitrinh 1 biện pháp Khác");
    await press("Gửi");
    await speak("/giaitrinh 1/1 chấp nhận", { from: MINH });
    expect(words(MINH)).toBe("Giải trình này đã được thay bằng bản sau.");
    expect(labels(last(MINH))).toEqual(["Xem giải trình"]);
    const [first] = await office.owed(MINH);
    expect(labels(first)).toEqual([]);
  });

  it("finds in the list what waits", async () => {
    await speak("/giaitrinh", { from: MINH });
    expect(words(MINH)).toBe(`Giải trình chờ anh/chị duyệt\n#1 ${MATTER}`);
    await press("Xem #1", { from: MINH });
    await press("Chấp nhận", { from: MINH });
    await speak("/giaitrinh", { from: MINH });
    expect(words(MINH)).toMatch(/^Không có giải trình nào chờ anh\/chị\./u);
  });
});

describe("the deadline of an explanation", () => {
  it("reminds its author and the group in the morning while the alert is open", async () => {
    await explain("20/9");
    office.setClock("2024-09-19T10:00:00+07:00");
    await office.look();
    expect(await owedNews(GROUP)).toEqual(["sent"]);
    office.setClock("2024-09-20T07:31:00+07:00");
    await office.look();
    await office.look();
    expect(await owedNews(GROUP)).toEqual(["due", "sent"]);
    expect((await office.owed(LAN))[0]?.text.text).toBe(
      [
        "Đến hạn khắc phục cảnh báo #1: thứ Sáu ngày 20/9/2024",
        MATTER,
        "Biện pháp: Bố trí thêm một cán bộ",
      ].join("\n"),
    );
  });

  it("on a day off reminds on the last working day before", async () => {
    await explain("22/9");
    office.setClock("2024-09-20T07:31:00+07:00");
    await office.look();
    expect(await owedNews(LAN)).toEqual(["due"]);
  });

  it("that is today reminds on the next working day", async () => {
    await explain("hôm nay");
    office.setClock("2024-09-10T07:29:00+07:00");
    await office.look();
    expect(await owedNews(LAN)).toEqual([]);
    office.setClock("2024-09-10T07:31:00+07:00");
    await office.look();
    expect(await owedNews(LAN)).toEqual(["due"]);
  });

  it("reminds nobody once the alert is resolved, and the explanation can still be seen", async () => {
    await explain("20/9");
    await office.publish({ "Cương Chính": 90, "Thủ Sỹ": 89 }, { period: toPeriod("2024-09") });
    office.setClock("2024-09-20T07:31:00+07:00");
    await office.look();
    expect(await owedNews(LAN)).toEqual([]);
    await speak("/giaitrinh 1");
    expect(words(LAN)).toBe("Cảnh báo #1 đã kết thúc, không cần giải trình nữa.");
    await press("Xem giải trình");
    expect(words(LAN)).toContain("Nguyên nhân: Tổng hợp số liệu chậm");
    await office.publish({ "Cương Chính": 80, "Thủ Sỹ": 89 }, { period: toPeriod("2024-10") });
    await office.look();
    expect(await office.app.services.alerts.get(1)).toBeNull();
    await speak("/giaitrinh 1 xem");
    expect(words(LAN)).toContain("Nguyên nhân: Tổng hợp số liệu chậm");
    await speak("/giaitrinh 1");
    expect(words(LAN)).toMatch(/^Cảnh báo #1 đã kết thúc/u);
    await speak("/giaitrinh Cương Chính");
    expect(words(LAN)).toContain("Giải trình cảnh báo #");
    expect(words(LAN)).not.toContain("#1\n");
  });

  it("reminds nobody of one that was returned", async () => {
    await explain("20/9");
    await speak("/giaitrinh 1 trả lại thiếu", { from: MINH });
    office.setClock("2024-09-20T07:31:00+07:00");
    await office.look();
    expect(await owedNews(LAN)).toEqual(["returned"]);
  });
});

describe("what cannot be explained", () => {
  it.each([
    ["/giaitrinh 99", "Không có cảnh báo số 99. Gõ /canhbao để xem các cảnh báo đang mở."],
    ["/giaitrinh 99 xem", "Cảnh báo #99 chưa có giải trình nào."],
    ["/giaitrinh Thủ Sỹ", "Xã Thủ Sỹ không có cảnh báo nào đang mở."],
  ])("%s", async (command, answer) => {
    await speak(command, { from: AN });
    expect(words(AN)).toBe(answer);
  });
});
