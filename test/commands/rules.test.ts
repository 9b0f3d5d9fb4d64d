import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Reply } from "#services/reply/reply.ts";
import { keysUnder } from "#services/store/store.ts";
import { createTargets } from "#services/targets/targets.ts";
import { AN, commandsOf } from "#test/support/office.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

const CC = "test:cuong-chinh";
const EDITOR = "test:editor";

let line: Timeline;
beforeEach(async () => {
  line = await startTimeline();
  await line.app.services.rights.give(EDITOR, { role: "editor", unit: line.scope.id, by: AN });
});
afterEach(() => line.stop());

const onTime = (rate: number) => ({ "on-time-rate": rate });
const ask = async (text: string, from = EDITOR): Promise<Reply> => {
  const reply = await line.say(text, { from, chat: from });
  if (!reply) throw new Error(`no answer to ${text}`);
  return reply;
};
const said = async (text: string, from?: string) => (await ask(text, from)).text.text;
const linesOf = async (text: string, from?: string) => (await said(text, from)).split("\n");
const undoOf = (reply: Reply) => commandsOf(reply)[0] ?? "";

/** What is typed, and what is set by it. */
const CHANGES = [
  ["đúng hạn 90", "hồ sơ giải quyết đúng hạn, báo khi dưới 90%, hết khi đạt từ 90%"],
  ["dung han duoi 90% het khi dat 95", "hồ sơ giải quyết đúng hạn, báo khi dưới 90%, hết khi đạt từ 95%"],
  ["đặt đúng hạn 92,5", "hồ sơ giải quyết đúng hạn, báo khi dưới 92,5%, hết khi đạt từ 92,5%"],
  ["thanh toán trực tuyến dưới 60", "tỷ lệ thanh toán trực tuyến, báo khi dưới 60%, hết khi đạt từ 60%"],
  ["điểm thanh toán trực tuyến 7,5", "thanh toán trực tuyến, báo khi dưới 7,5 điểm, hết khi đạt từ 7,5 điểm"],
  ["tong diem duoi 70", "điểm tổng hợp, báo khi dưới 70 điểm, hết khi đạt từ 70 điểm"],
  [
    "tụt điểm 3",
    "tụt điểm, báo khi giảm từ 3 điểm so với kỳ trước, hết khi chỉ còn kém mức cũ không quá 0,5 điểm",
  ],
  ["tut diem 0,4", "tụt điểm, báo khi giảm từ 0,4 điểm so với kỳ trước, hết khi trở lại mức cũ"],
  ["tut hang 10", "tụt hạng, báo khi tụt từ 10 bậc, hết khi trở lại hạng cũ"],
  [
    "tụt hạng 10 hết khi còn 2",
    "tụt hạng, báo khi tụt từ 10 bậc, hết khi chỉ còn kém hạng cũ không quá 2 bậc",
  ],
  ["quá hạn 5", "hồ sơ quá hạn tăng, báo khi tăng từ 5 hồ sơ so với kỳ trước, hết khi trở lại mức cũ"],
  ["qua han tang 1.000", "hồ sơ quá hạn tăng, báo khi tăng từ 1.000 hồ sơ so với kỳ trước"],
  ["quá hạn trên 5", "hồ sơ quá hạn, báo khi trên 5 hồ sơ, hết khi còn không quá 5 hồ sơ"],
  ["quá hạn 5%", "tỷ lệ hồ sơ quá hạn, báo khi trên 5%, hết khi còn không quá 5%"],
  ["tồn đọng 10", "hồ sơ tạm dừng, trả lại, chưa số hóa tăng, báo khi tăng từ 10 hồ sơ so với kỳ trước"],
  ["chua so hoa 10", "hồ sơ tạm dừng, trả lại, chưa số hóa tăng, báo khi tăng từ 10 hồ sơ so với kỳ trước"],
  ["giảm điểm 4 kỳ liên tiếp", "giảm điểm nhiều kỳ liên tiếp, báo khi giảm 4 kỳ liên tiếp"],
  ["giảm tiến độ 5", "tiến độ giải quyết giảm, báo khi giảm từ 5 điểm so với kỳ trước"],
  [
    "giảm tỷ lệ đúng hạn 5",
    "tỷ lệ hồ sơ giải quyết đúng hạn giảm, báo khi giảm từ 5 điểm phần trăm so với kỳ trước",
  ],
  ["tụt hạng số hóa 20", "tụt hạng về số hóa hồ sơ, báo khi tụt từ 20 bậc"],
  ["chưa có số liệu ngày 12", "chưa có số liệu, báo nếu đến ngày 12 mà tháng trước chưa có tổng điểm"],
] as const;

/** What is refused, as what. */
const REFUSED = [
  ["đúng hạn 120", "rule-amount", "Con số phải từ 0 đến 100."],
  ["tụt hạng 2,5", "rule-amount", "Con số phải từ 1 đến 4.000 và là số nguyên."],
  ["chưa có số liệu ngày 31", "rule-amount", "Con số phải từ 1 đến 28"],
  ["đúng hạn 90 hết khi 80", "rule-reset", "Mức hết cảnh báo phải từ 90 trở lên."],
  ["quá hạn trên 5 hết khi 8", "rule-reset", "Mức hết cảnh báo phải không quá 5."],
  ["tụt điểm 3 hết khi 3", "rule-reset", "Mức hết cảnh báo phải nhỏ hơn 3."],
  ["chỉ tiêu 90", "target-of-document", "Mức chỉ tiêu lấy từ văn bản"],
  ["hồ sơ tiếp nhận 500", "unmeasurable", "Hồ sơ tiếp nhận không có mức tốt, xấu"],
  ["bật số hóa", "amount-needed", "Anh/chị gõ thêm con số"],
  ["tắt số hóa", "unknown-rule", "Chưa có quy tắc nào như vậy cho số hóa hồ sơ."],
  ["tắt linh tinh", "rule-unclear", "Bot chưa hiểu “tắt linh tinh”."],
  ["linh tinh 90", "rule-unclear", "Bot chưa hiểu “linh tinh 90”."],
  ["đúng hạn 90 huyện Xyz", "unknown-unit", "Không tìm thấy đơn vị “huyện Xyz”."],
  ["đúng hạn 90 Cương Chính", "no-children", "Xã Cương Chính không có đơn vị trực thuộc"],
] as const;

describe("/nguong changes a rule", () => {
  it.each(CHANGES)("%s", async (typed, meaning) => {
    const before = await said("/nguong");
    const reply = await ask(`/nguong ${typed}`);
    expect(reply.text.text).toContain(`Đã đặt cho huyện Tiên Lữ: ${meaning}`);
    expect(reply.text.text).toContain("Áp dụng từ lần công bố số liệu tới.");
    const set = await said("/nguong");
    expect(set).not.toBe(before);

    await ask(undoOf(reply));
    expect(await said("/nguong")).toBe(before);
  });

  it("and each change, made over another one, is undone by its button", async () => {
    for (const [typed] of CHANGES) {
      const before = await said("/nguong");
      const reply = await ask(`/nguong ${typed} khẩn cho xã`);
      expect(reply.text.text).toContain("(cấp xã; khẩn).");
      await ask(undoOf(reply));
      expect(await said("/nguong")).toBe(before);
      await ask(`/nguong ${typed} hết khi 0 khẩn cho xã, sở`);
    }
  });

  it("switches it off and on, and gives it up, each with a way back", async () => {
    await ask("/nguong tụt hạng 10 khẩn");
    const off = await ask("/nguong tat tut hang");
    expect(off.text.text).toContain("Đã tắt ở huyện Tiên Lữ: tụt hạng.");
    expect(await said("/nguong tụt hạng")).toContain("Đang tắt (huyện Tiên Lữ đặt ngày 9/9/2024)");
    expect(await said(undoOf(off))).toContain("báo khi tụt từ 10 bậc");
    const usual = await ask("/nguong mặc định tụt hạng");
    expect(usual.text.text).toContain("Huyện Tiên Lữ trở lại mặc định: tụt hạng, báo khi tụt từ 5 bậc");
    expect(await said(undoOf(usual))).toContain(
      "báo khi tụt từ 10 bậc, hết khi trở lại hạng cũ (mọi đơn vị; khẩn)",
    );
    await ask("/nguong mặc định tụt hạng");
    expect(await said("/nguong mặc định tụt hạng")).toContain("không có gì để bỏ");
  });

  it("of a scope below, which has set none, as well", async () => {
    await ask(`/nguong đúng hạn 92 #${line.scope.parent}`, AN);
    expect(await said("/nguong đúng hạn")).toContain("Đang bật (tỉnh Hưng Yên đặt ngày 9/9/2024)");
    await ask("/nguong đúng hạn 80");
    expect(await said("/nguong mặc định đúng hạn")).toContain(
      "Huyện Tiên Lữ trở lại theo quy tắc của tỉnh Hưng Yên: hồ sơ giải quyết đúng hạn, báo khi dưới 92%",
    );
  });

  it.each(REFUSED)("but not by %s", async (typed, refused, sentence) => {
    const before = await said("/nguong");
    const reply = await ask(`/nguong ${typed}`);
    expect(reply.refused).toBe(refused);
    expect(reply.text.text).toContain(sentence);
    expect(await said("/nguong")).toBe(before);
  });

  it("for editors of the scope and operators, for nobody else", async () => {
    const { rights } = line.app.services;
    await rights.give("test:officer", { role: "officer", unit: line.scope.id, by: AN });
    for (const from of ["test:passer-by", "test:officer"]) {
      for (const order of ["đúng hạn 90", "tắt đúng hạn", "mặc định đúng hạn"]) {
        expect((await ask(`/nguong ${order}`, from)).refused).toBe("role-needed-there");
      }
      expect((await ask("/nguong", from)).refused).toBeUndefined();
      expect((await ask("/nguong thử đúng hạn 97", from)).refused).toBeUndefined();
    }
    expect((await ask("/nguong đúng hạn 90 Gia Lai")).refused).toBe("role-needed-there");
  });
});

describe("/nguong shows", () => {
  it("every rule: when it fires and ends, for whom, who set it", async () => {
    await ask("/nguong đúng hạn 90 khẩn");
    const all = await linesOf("/nguong");
    expect(all.slice(0, 3)).toEqual([
      "Quy tắc cảnh báo · huyện Tiên Lữ",
      "– Hồ sơ giải quyết đúng hạn: báo khi dưới 90%, hết khi đạt từ 90% (cấp huyện, cấp xã, sở ngành; khẩn, huyện Tiên Lữ đặt ngày 9/9/2024)",
      "– Chỉ tiêu trong văn bản: báo khi chưa đạt chỉ tiêu, hết khi đạt (mọi đơn vị; mặc định)",
    ]);
    expect(all).toHaveLength(12);
    expect((await linesOf("/nguong tỉnh Gia Lai"))[1]).toContain("dưới 95%");
  });

  it("each rule by its own button, whatever it measures", async () => {
    for (const [typed] of CHANGES) await ask(`/nguong ${typed}`);
    const { actions } = await ask("/nguong");
    const titles = (await linesOf("/nguong")).flatMap((one) => /^– ([^:]+):/u.exec(one)?.[1] ?? []);
    const opened = await Promise.all(actions.flat().map(({ command }) => linesOf(command)));
    expect(opened.map(([title]) => title)).toEqual(titles.map((title) => `${title} · huyện Tiên Lữ`));
  });

  it("what is open by a rule, and what may be done with it", async () => {
    await line.publish("2024-08", {
      "Cương Chính": onTime(82),
      "Thủ Sỹ": onTime(90),
      "Nhật Tân": onTime(99),
    });
    const card = await ask("/nguong đúng hạn");
    expect(card.text.text.split("\n")).toEqual([
      "Hồ sơ giải quyết đúng hạn · huyện Tiên Lữ",
      "Báo khi dưới 95%, hết khi đạt từ 95%.",
      "Áp dụng: cấp huyện, cấp xã, sở ngành · tin thường, ngoài giờ để đến sáng ngày làm việc",
      "Đang bật (mặc định)",
      "Đơn vị đã có chỉ tiêu trong văn bản thì theo chỉ tiêu đó.",
      "Không tính nơi còn hồ sơ đang giải quyết khi trích xuất số liệu.",
      "Đang mở: 2 cảnh báo ở 2 đơn vị",
    ]);
    expect(commandsOf(card)).toEqual(["/nguong tắt đúng hạn", "/nguong thử đúng hạn", "/nguong"]);
  });
});

describe("a rule that was set", () => {
  it("holds from the next publication on, and ends at its own level", async () => {
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-05", { "Cương Chính": onTime(92) });
    expect((await line.heard()).map(({ lines }) => lines.at(-1))).toEqual([
      "Tỷ lệ hồ sơ giải quyết đúng hạn 92% — dưới chỉ tiêu 95% (thấp hơn 3 điểm phần trăm)",
    ]);
    await ask("/nguong đúng hạn 90 hết khi 95");
    await line.at("2024-09-09 09:10");
    expect(await line.heard()).toEqual([]);
    await line.publish("2024-06", { "Cương Chính": onTime(95) });
    await line.publish("2024-07", { "Cương Chính": onTime(92) });
    expect((await line.heard()).map(({ lines }) => lines[0])).toEqual([
      "Đã khắc phục · xã Cương Chính · tháng 6/2024",
    ]);
    await line.publish("2024-08", { "Cương Chính": onTime(89) });
    expect(await line.heard()).toHaveLength(1);
    await line.publish("2024-09", { "Cương Chính": onTime(94) });
    expect(await line.heard()).toEqual([]);
  });

  it("is silent while it is off", async () => {
    await line.follow(CC, "Cương Chính");
    await ask("/nguong tắt đúng hạn");
    await line.publish("2024-08", { "Cương Chính": onTime(50) });
    expect(await line.heard()).toEqual([]);
  });
});

describe("an alert that is open by a rule", () => {
  beforeEach(async () => {
    await line.follow(CC, "Cương Chính");
    await line.publish("2024-07", { "Cương Chính": onTime(82), "Thủ Sỹ": onTime(90) });
    await line.heard();
  });
  const openNow = async () => (await line.app.services.alerts.openIn(line.scope.id)).map(({ rule }) => rule);
  const lifted =
    "Thôi cảnh báo: tỷ lệ hồ sơ giải quyết đúng hạn, quy tắc “hồ sơ giải quyết đúng hạn” không còn áp dụng (số đã báo: 82% của tháng 7/2024)";

  it("is lifted at the next publication once the rule is off, and whoever was told hears of it", async () => {
    expect(await said("/nguong tắt đúng hạn")).toContain(
      "2 cảnh báo đang mở theo quy tắc này sẽ thôi, nơi đã nhận được báo lại.",
    );
    await line.at("2024-09-09 09:10");
    expect(await openNow()).toHaveLength(2);
    await line.publish("2024-08", { "Cương Chính": onTime(70), "Thủ Sỹ": onTime(99) });
    expect((await line.heard()).map(({ chat, lines }) => [chat, lines.at(-1)])).toEqual([[CC, lifted]]);
    expect(await openNow()).toEqual([]);

    await ask("/nguong bật đúng hạn");
    await line.publish("2024-09", { "Cương Chính": onTime(70) });
    expect(await line.heard()).toHaveLength(1);
  });

  it("is lifted where the rule no longer is for units of its kind", async () => {
    await ask("/nguong đúng hạn 95 cho sở");
    await line.publish("2024-08", { "Cương Chính": onTime(70) });
    expect((await line.heard()).map(({ lines }) => lines.at(-1))).toEqual([lifted]);
  });

  it("stays where the results are of another kind of period", async () => {
    await ask("/nguong tắt đúng hạn");
    await line.publish("2024-Q2", { "Cương Chính": onTime(70) });
    expect(await openNow()).toHaveLength(2);
  });

  it("gives way to the target a document sets for the same indicator", async () => {
    const target = { scope: line.scope.id, indicator: "on-time-rate", comparison: ">=", value: 98 } as const;
    const puts = createTargets({ store: line.store }).puts([
      { ...target, period: null, kinds: null, source: "paper" },
    ]);
    await line.store.commit({ puts });
    await line.publish("2024-08", { "Cương Chính": onTime(81) });
    expect((await line.heard()).flatMap(({ lines }) => lines.slice(1))).toEqual([
      "Tỷ lệ hồ sơ giải quyết đúng hạn 81% — dưới chỉ tiêu 98% (thấp hơn 17 điểm phần trăm)",
      lifted,
    ]);
    expect(await openNow()).toEqual(["targets"]);
  });
});

/** Dossiers on time in per cent, March to August 2024. */
const MONTHS = {
  "Cương Chính": [96, 90, 91, 96.5, 80, 79.5],
  "Thủ Sỹ": [99, 98, 96, 97, 96, 99],
  "Nhật Tân": [99, 99, 99, 99, 99, 99],
};

async function publishMonths(): Promise<void> {
  for (let i = 0; i < 6; i++) {
    const rates = Object.entries(MONTHS).map(([name, rate]) => [name, onTime(rate[i] ?? 0)] as const);
    await line.publish(`2024-0${i + 3}`, Object.fromEntries(rates));
  }
}

describe("/nguong thử", () => {
  it("says what a rule would have told, month by month, beside the one in force", async () => {
    await publishMonths();
    const tried = await ask("/nguong thu dung han 97", "test:passer-by");
    // Cương Chính: 96, worse at 90, worse at 80. Thủ Sỹ: 96, fixed at 97, 96 again.
    expect(tried.text.text.split("\n")).toEqual([
      "Thử: hồ sơ giải quyết đúng hạn · huyện Tiên Lữ",
      "Báo khi dưới 97%, hết khi đạt từ 97%",
      "Đơn vị đã có chỉ tiêu trong văn bản thì theo chỉ tiêu đó.",
      "Không tính nơi còn hồ sơ đang giải quyết khi trích xuất số liệu.",
      "Sẽ báo 5 lần/6 tháng, 2 đơn vị (tháng 3/2024 – tháng 8/2024)",
      "t3/2024: 1 · t4/2024: 1 · t5/2024: 1 · t6/2024: 0 · t7/2024: 2 · t8/2024: 0",
      "Bị báo nhiều nhất: Cương Chính 3 · Thủ Sỹ 2",
      "Quy tắc đang dùng: 2 lần, 1 đơn vị",
      "Mới thử trên số liệu đã lưu, chưa đổi gì.",
    ]);
    expect(commandsOf(tried)).toEqual(["/nguong"]);
    const mine = await ask("/nguong thu dung han 97");
    expect(await said(commandsOf(mine)[0] ?? "")).toContain("báo khi dưới 97%");
  });

  it("tries one that holds, and one that is off, as they are", async () => {
    await publishMonths();
    expect(await linesOf("/nguong thử đúng hạn")).toContain(
      "Sẽ báo 2 lần/6 tháng, 1 đơn vị (tháng 3/2024 – tháng 8/2024)",
    );
    await ask("/nguong tắt đúng hạn");
    expect(await linesOf("/nguong thử đúng hạn")).toContain(
      "Sẽ báo 2 lần/6 tháng, 1 đơn vị (tháng 3/2024 – tháng 8/2024)",
    );
    expect(await linesOf("/nguong thử đúng hạn 97")).toContain("Quy tắc đang tắt: 2 lần, 1 đơn vị");
  });

  it("writes nothing", async () => {
    await publishMonths();
    const before = await line.store.list(keysUnder("alerts/"));
    for (const rule of ["đúng hạn 97", "tụt điểm 1", "chỉ tiêu", "giảm 2 kỳ liên tiếp", "quá hạn trên 1"]) {
      expect((await ask(`/nguong thử ${rule}`)).refused).toBeUndefined();
    }
    expect(await line.store.list(keysUnder("alerts/"))).toEqual(before);
  });

  it("says when most units would have fallen together, and what it cannot try", async () => {
    const names = Array.from({ length: 14 }, (_, i) => `Xã Số ${i + 1}`);
    const month = (score: number) => Object.fromEntries(names.map((name, i) => [name, score + i / 10]));
    await line.publish("2024-07", month(80));
    await line.publish("2024-08", month(60));
    const tried = await linesOf("/nguong thử tụt điểm 3");
    expect(tried).toContain("Sẽ báo 0 lần/2 tháng, 0 đơn vị (tháng 7/2024 – tháng 8/2024)");
    expect(tried).toContain("Tháng 8/2024: quá nửa đơn vị cùng giảm, bot chỉ báo người vận hành.");
    expect((await ask("/nguong thử chưa có số liệu ngày 5")).refused).toBe("rule-untestable");
    expect(await linesOf("/nguong thử đúng hạn 97 Gia Lai", AN)).toContain(
      "Chưa có số liệu nào của tỉnh Gia Lai để thử.",
    );
  });
});
