import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import type { Sheet } from "#services/sheets/sheet.ts";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { importLetters } from "#test/support/import-letters.ts";
import { cut, enter, kept, labels, owed, press, results } from "#test/support/intake-desk.ts";
import { type BotOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

const EDITOR = { as: "editor" } as const;
const STAMPED = `MẬT\n\n${textOf(LETTERS.tienLu)}`;

let now = "2026-11-21T08:00:00+07:00";
let bot: TestBot;

async function start(options: BotOptions = {}): Promise<TestBot> {
  return startBot({ empty: true, homeScope: "huyện Tiên Lữ", clock: () => new Date(now), ...options });
}

beforeEach(async () => {
  now = "2026-11-21T08:00:00+07:00";
  bot = await start();
});
afterEach(() => bot.stop());

const paste = (text: string) => bot.say(`/nhap ${text}`, EDITOR);

/** Figures of every current sheet, without what names the document they came from. */
async function figures({ app }: TestBot): Promise<readonly unknown[]> {
  const { sheets } = app.services;
  const all = await Promise.all(
    (await sheets.heads()).map(({ scope, period }) => sheets.current(scope, period)),
  );
  return all
    .filter((sheet): sheet is Sheet => sheet !== null)
    .map(({ scope, period, version, observations }) => ({
      scope,
      period,
      version,
      observations: observations.map(({ source: _, ...rest }) => rest),
    }));
}

describe("a pasted letter", () => {
  it("is shown on one screen, and nothing of it is stored before it is confirmed", async () => {
    const reply = owed(await paste(textOf(LETTERS.tienLu)));
    expect(reply.text.text).toBe(
      [
        "UBND huyện Tiên Lữ",
        "V/v Công bố kết quả đánh giá Bộ chỉ số phục vụ người dân, doanh nghiệp trong thực hiện TTHC, cung cấp dịch vụ công tháng 8/2024",
        "",
        "Huyện Tiên Lữ, tháng 8/2024: 15 đơn vị, 4 chỉ số",
        "36 số mới · không nêu thời điểm trích xuất · trong ngoặc: tăng giảm công bố so với tháng 7/2024",
        "– xã Thủ Sỹ: Tổng điểm 89,63 (+6,96) · Đúng hạn (%) 100%",
        "– xã Hải Triều: Tổng điểm 88,82 (+6,60) · Đúng hạn (%) 99,64%",
        "– xã Nhật Tân: Tổng điểm 88,23 (−0,80) · Đúng hạn (%) 100% · Chưa số hóa TPHS 11 hồ sơ",
        "… và 12 đơn vị khác",
        "",
        "Tỉnh Hưng Yên, tháng 8/2024: 1 đơn vị, 6 chỉ số",
        "6 số mới · không nêu thời điểm trích xuất",
        "– huyện Tiên Lữ: Tổng điểm 88,03 · Đúng hạn (%) 97,4% · Thanh toán (%) 72,67% · Số hóa (%) 78,4% · Bản sao điện tử 30.204 bản · Đơn vị chứng thực 16…",
        "",
        "Chưa có trong danh mục: xã Hải Triều, xã Dị Chế, xã Đức Thắng, xã Minh Phượng, xã Ngô Quyền",
        "",
        "Cần xem lại (3):",
        "– Văn bản nói 16 đơn vị nhưng bảng chỉ có 15.",
        "– Văn bản không ghi rõ ngày ban hành.",
        "– Văn bản không nêu thời điểm trích xuất số liệu.",
        "",
        "Nếu đúng tên, chọn Thêm đơn vị mới. Nếu sai tên, gõ tên đúng, ví dụ: đơn vị “xã Hải Triều” là …",
      ].join("\n"),
    );
    expect(labels(reply)).toEqual(["Thêm 5 đơn vị mới", "Xem từng dòng", "Bỏ"]);
    expect(await results(bot)).toEqual([]);
  });

  it("stores once confirmed what the import program stores, for each of the five letters", async () => {
    const other = await start();
    await importLetters({ store: other.store, ...other.app.services });
    for (const letter of Object.values(LETTERS).sort()) {
      const saved = await enter(bot, await paste(textOf(letter)), EDITOR);
      expect(saved.text.text).toMatch(/^Đã lưu/u);
    }
    expect(await figures(bot)).toEqual(await figures(other));
    for (const folder of ["units/", "tasks/all/"])
      expect(await kept(bot, folder)).toEqual(await kept(other, folder));
    expect(await kept(bot, "targets/")).toHaveLength((await kept(other, "targets/")).length);
    expect(await kept(bot, "intake/papers/")).toEqual([]);
    await other.stop();
  });

  it("says what was stored, where to see it, and how a wrong figure is put right", async () => {
    const saved = await enter(bot, await paste(textOf(LETTERS.tuKy)), EDITOR);
    expect(saved.text.text.split("\n")).toEqual([
      "Đã lưu: tỉnh Hải Dương, 10 tháng năm 2023, bản 1.",
      "Đã lưu 2 chỉ tiêu.",
      "Đã lưu 1 nhiệm vụ có thời hạn. Xem bằng lệnh /nhiemvu.",
      expect.stringMatching(/^Nếu có số sai: nhập lại văn bản đúng/u),
    ]);
    const tienLu = await enter(bot, await paste(textOf(LETTERS.tienLu)), EDITOR);
    const ranking = await press(bot, tienLu, "Bảng xếp hạng");
    expect(ranking.text.text).toContain("Dẫn đầu: Thủ Sỹ 89,63 · Hải Triều 88,82 · Nhật Tân 88,23");
  });

  it("pasted again changes nothing and cannot be confirmed again", async () => {
    const pasted = await paste(textOf(LETTERS.hauGiang));
    const add = labels(pasted).find((label) => label.startsWith("Thêm"));
    const first = add ? await press(bot, pasted, add, EDITOR) : pasted;
    await press(bot, first, "Nhập", EDITOR);
    const before = await results(bot);
    const again = owed(await paste(textOf(LETTERS.hauGiang)));
    expect(again.text.text).toMatch(/Không có gì mới: nội dung này đã được lưu trước đây\.$/u);
    expect(labels(again)).toEqual([]);
    expect((await press(bot, first, "Nhập", EDITOR)).refused).toBe("unknown-paper");
    expect(await results(bot)).toEqual(before);
  });

  it("is confirmed once when two persons press at once", async () => {
    const reply = await press(bot, await paste(textOf(LETTERS.tienLu)), "Thêm 5 đơn vị mới", EDITOR);
    const both = await Promise.all(
      ["test:a", "test:b"].map((from) => press(bot, reply, "Nhập", { ...EDITOR, from })),
    );
    expect(both.map(({ refused }) => refused).sort()).toEqual(["unknown-paper", undefined]);
    expect(await bot.app.services.sheets.versions("od332", "2024-08" as never)).toHaveLength(1);
  });

  it("is shown anew, and nothing stored, when somebody else published meanwhile", async () => {
    const mine = await press(bot, await paste(textOf(LETTERS.tienLu)), "Thêm 5 đơn vị mới", EDITOR);
    const corrected = textOf(LETTERS.tienLu).replaceAll("89,63", "89,36");
    const other = { ...EDITOR, from: "test:other", chat: "test:2" };
    await enter(bot, await bot.say(`/nhap ${corrected}`, other), other);
    const before = await results(bot);

    const shown = await press(bot, mine, "Nhập", EDITOR);
    expect(shown.text.text).toMatch(/^Số liệu đã lưu vừa thay đổi nên chưa lưu gì\./u);
    expect(shown.text.text).toContain("xã Thủ Sỹ: Tổng điểm 89,36 → 89,63 (+6,96)");
    expect(await results(bot)).toEqual(before);

    expect((await press(bot, mine, "Nhập", EDITOR)).refused).toBe("unknown-paper");
    const saved = await press(bot, shown, "Nhập", EDITOR);
    expect(saved.text.text).toContain("huyện Tiên Lữ, tháng 8/2024, bản 2");
  });

  it("waits through a restart, and is forgotten after two hours", async () => {
    const reply = await paste(textOf(LETTERS.tienLu));
    const restarted = await start({ store: bot.store });
    const rows = await press(restarted, reply, "Xem từng dòng", EDITOR);
    expect(rows.text.text).toContain("xã Cương Chính: Tổng điểm 83,28 (−2,60) · Đúng hạn (%) 82,71%");
    await restarted.stop();

    now = "2026-11-21T10:00:01+07:00";
    expect((await press(bot, reply, "Xem từng dòng", EDITOR)).refused).toBe("unknown-paper");
    await lookAtEverything(bot.app.background, async (_, __, message) => message);
    expect(await kept(bot, "intake/")).toEqual([]);
    expect(await results(bot)).toEqual([]);
  });

  it("is thrown away by a press", async () => {
    const reply = await paste(textOf(LETTERS.tienLu));
    const thrown = await press(bot, reply, "Bỏ", EDITOR);
    expect(thrown.text.text).toMatch(/^Đã bỏ nội dung vừa nhận, không lưu gì\./u);
    expect(await kept(bot, "intake/")).toEqual([]);
  });

  it("is gone through line by line, a page at a time", async () => {
    let reply = await press(bot, await paste(textOf(LETTERS.tienLu)), "Xem từng dòng", EDITOR);
    expect(reply.text.text.length).toBeLessThanOrEqual(1_800);
    expect(labels(reply)).toEqual(["Trang 2/2 ›", "Thêm 5 đơn vị mới", "Tóm tắt", "Tải bảng Excel", "Bỏ"]);
    reply = await press(bot, reply, "Trang 2/2 ›", EDITOR);
    expect(reply.text.text).toContain("huyện Tiên Lữ: Tổng điểm 88,03");
    reply = await press(bot, reply, "Tóm tắt", EDITOR);
    expect(labels(reply)).toEqual(["Thêm 5 đơn vị mới", "Xem từng dòng", "Bỏ"]);
    const code = /xem (\w{6})$/u.exec(reply.actions.flat()[1]?.command ?? "")?.[1];
    expect((await bot.say(`/nhap xem ${code} 9`, EDITOR))?.refused).toBe("no-such-page");
  });
});

describe("what cannot be taken in", () => {
  it("a figure that cannot be true blocks, and it is said what to do", async () => {
    const reply = owed(await paste(textOf(LETTERS.tienLu).replaceAll("89,63", "189,63")));
    expect(reply.text.text).toContain("– xã Thủ Sỹ, tháng 8/2024: Tổng điểm = 189,63, ngoài khoảng 0–100.");
    expect(reply.text.text).toMatch(
      /không thể nhập\.\nVì vậy chưa nhập được\. .*rồi gõ để sửa, ví dụ: sửa Thủ Sỹ tổng điểm …;/u,
    );
    expect(labels(reply)).toEqual(["Thêm 5 đơn vị mới", "Xem từng dòng", "Bỏ"]);
    const code = reply.actions.flat().at(-1)?.command.split(" ").at(-1);
    const forced = await bot.say(`/nhap xác nhận ${code}`, EDITOR);
    expect(labels(forced)).not.toContain("Nhập");
    expect(await results(bot)).toEqual([]);
  });

  it("a text without results says so, and nothing is kept", async () => {
    for (const nonsense of ["🙂 ".repeat(2_000), "Xin chào, hôm nay trời đẹp.", "1234567 ".repeat(200)]) {
      const reply = owed(await paste(nonsense));
      expect(reply.text.text).toMatch(/^Không tìm thấy kết quả, chỉ tiêu hay nhiệm vụ nào/u);
      expect(labels(reply)).toEqual(["Nhập lại"]);
    }
    expect(await kept(bot, "")).toEqual(await kept(bot, "chats"));
  });

  it("a text of which nothing can be seen is none", async () => {
    const unseen = await paste("\u0001\u0002\u0003\u0004".repeat(50));
    expect(unseen?.text.text).toMatch(/^Nhập văn bản\./u);
  });

  it("a classified paper is refused, whole or in parts, and nothing of it is kept", async () => {
    const whole = owed(await paste(STAMPED));
    expect(whole.text.text).toMatch(/^Văn bản có dấu mật: bot không đọc và không giữ lại gì\./u);
    const [head = "", ...rest] = cut(textOf(LETTERS.tienLu), 1_500);
    await bot.say("/nhap", EDITOR);
    await bot.say(head, EDITOR);
    const late = await bot.say(`${rest[0]}\nĐộ mật: Tối mật`, EDITOR);
    expect([late?.refused, late?.expects]).toEqual(["document-refused", undefined]);
    const unasked = await bot.say(STAMPED, EDITOR);
    expect(unasked?.refused).toBe("document-refused");
    const stored = JSON.stringify(await bot.store.list({ from: "", to: "\u{10FFFF}" }));
    expect(stored).not.toMatch(/Tiên Lữ, ngày|Thủ Sỹ|89,63/u);
    expect(await kept(bot, "intake/")).toEqual([]);
  });

  it("60,000 characters are read, one more is too long, and what was there stays", async () => {
    const letter = textOf(LETTERS.tienLu);
    await bot.say("/nhap", EDITOR);
    await bot.say(letter, EDITOR);
    const filler = "Nội dung khác không có số liệu. ".repeat(4_000);
    const full = filler.slice(0, 60_000 - letter.trim().length - 1);
    expect((await bot.say(full, EDITOR))?.text.text).toMatch(/^Đã nhận 2 phần/u);
    const over = await bot.say("thêm một phần nữa", EDITOR);
    expect([over?.refused, over?.expects]).toEqual(["paper-too-long", "/nhap"]);
    expect((await bot.say("xong", EDITOR))?.text.text).toContain("Huyện Tiên Lữ, tháng 8/2024: 15 đơn vị");
    expect((await paste(filler))?.refused).toBe("too-long");
  });
});

describe("where a sample is shown", () => {
  it("a letter that is in the sample is new, and with it the sample is gone, said once", async () => {
    const { overlaySample } = await import("#services/sample/sample-overlay.ts");
    const { putSample } = await import("#services/sample/put-sample.ts");
    const { openStore } = await import("#services/store/open-store.ts");
    const [real, sample] = [await openStore("file::memory:"), await openStore("file::memory:")];
    await putSample(sample);
    const tried = await start({ store: overlaySample({ real, sample }), real });
    const preview = owed(await tried.say(`/nhap ${textOf(LETTERS.tienLu)}`, EDITOR));
    expect(preview.text.text).toContain("36 số mới");
    expect(preview.text.text).toContain("Chưa có trong danh mục: xã Hải Triều");
    const saved = await enter(tried, preview, EDITOR);
    expect(saved.text.text).toContain("dữ liệu mẫu không còn hiện nữa");
    const second = await enter(tried, await tried.say(`/nhap ${textOf(LETTERS.tuKy)}`, EDITOR), EDITOR);
    expect(second.text.text).toContain("Đã lưu 1 nhiệm vụ");
    expect(second.text.text).not.toContain("dữ liệu mẫu");
    await tried.stop();

    const later = await start({ store: real });
    expect(await later.answer("/xephang t8/2024")).toContain("Hải Triều 88,82");
    expect(await kept(later, "tasks/all/")).toHaveLength(1);
    await later.stop();
    await sample.close();
    await real.close();
  });
});
