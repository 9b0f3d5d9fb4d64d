import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

async function pressed(question: string, label: string): Promise<string> {
  const action = (await bot.say(question))?.actions.flat().find((one) => one.label === label);
  if (!action) throw new Error(`no button ${label} under ${question}`);
  return action.command;
}

describe("a ranking in words", () => {
  it.each(["/xephang Phú Thọ t8/2026", "/xephang tiến độ 2026 cả nước", "/xephang sở Gia Lai t2/2026"])(
    "of %s is one press from the picture, and the picture from it",
    async (question) => {
      const inWords = await pressed(question, "Bảng chữ");
      const back = await pressed(inWords, "Xem hình");
      const [drawn, again] = [await bot.say(question), await bot.say(back)];
      expect(drawn?.picture).toBeDefined();
      expect(again?.picture?.key).toBe(drawn?.picture?.key);
    },
  );

  it.each(["/xephang bảng chữ", "bảng chữ", "/xephang tháng 8 cả bảng"])(
    "comes for the button's own words too: %s",
    async (typed) => {
      const answer = await bot.answer(typed);
      expect(answer).toContain("Tất cả 15 đơn vị");
      expect(answer).toContain("15. Cương Chính 83,28");
    },
  );
});

describe("those that changed", () => {
  it("are all told, unless the most changed are asked for", async () => {
    const all = await bot.answer("/xephang giảm hạng");
    expect(all).toContain("7 đơn vị xuống bậc so với tháng 7");
    expect(all.match(/▼/gu)).toHaveLength(7);
    const most = await bot.answer("/xephang giảm hạng nhiều nhất");
    expect(most).toContain("5 đơn vị xuống bậc nhiều nhất so với tháng 7 (trong 7 đơn vị xuống bậc)");
  });
});

describe("counts of one name", () => {
  it("are each told: dossiers are not digitised at either end", async () => {
    const sums = await bot.answer("/xephang tổng số hồ sơ chưa số hóa");
    expect(sums).toMatch(
      /thành phần hồ sơ\nTổng của 3 đơn vị: 29 hồ sơ[\s\S]*kết quả\nTổng của 3 đơn vị: 63 hồ sơ/u,
    );
    expect(await bot.answer("/xa Đức Thắng chưa số hóa")).toMatch(/13 hồ sơ[\s\S]*12 hồ sơ/u);
  });
});

it.each(["/dangky xã này", "/xa xã đó", "/dangky xã mình"])("%s names nobody", async (typed) => {
  expect((await bot.say(typed))?.refused).toBe("unit-needed");
});

describe("several indicators at once", () => {
  it("show the district's own figure of one that its communes lack", async () => {
    const answer = await bot.answer("/xephang đúng hạn, thanh toán");
    expect(answer).toContain("Cuối bảng: Cương Chính 82,71%");
    expect(answer).toContain(
      "Chưa có tỷ lệ thanh toán trực tuyến của từng đơn vị tháng 8/2024; đây là số của huyện Tiên Lữ.",
    );
    expect(answer).toContain("Tỷ lệ thanh toán trực tuyến: 72,67%");
  });

  it("name one that nobody has", async () => {
    expect(await bot.answer("/xephang đúng hạn, hài lòng")).toMatch(/không có .*hài lòng/u);
  });
});

describe("who misses a target that no document sets", () => {
  it("is told by the level of the alert, never that nobody does", async () => {
    const answer = await bot.answer("/xephang đúng hạn dưới chỉ tiêu");
    expect(answer).toContain("Chưa có chỉ tiêu nào từ văn bản");
    expect(answer).toContain("2/15 đơn vị dưới 95%");
  });

  it("is no question of an indicator without a level", async () => {
    expect(await bot.say("/xephang tổng điểm dưới chỉ tiêu")).toMatchObject({ refused: "no-targets" });
  });

  it("names what was asked for too and has no target", async () => {
    const answer = await bot.answer("/xephang dưới chỉ tiêu đúng hạn, số hóa");
    expect(answer).toMatch(/Không có chỉ tiêu nào cho .*số hóa/u);
  });
});

describe("limits and ends together", () => {
  it.each([
    ["/xephang dưới 85 tăng", ["14. Ngô Quyền"], ["Cương Chính"]],
    ["/xephang dưới 85 giảm", ["15. Cương Chính"], ["Ngô Quyền"]],
    ["xã nào tăng và dưới 85 điểm", ["14. Ngô Quyền"], ["Cương Chính"]],
    ["trong các xã dưới 85 điểm xã nào tăng", ["14. Ngô Quyền"], ["Cương Chính"]],
    ["/xephang top 3 dưới 88", ["6. An Viên", "8. TT Vương"], ["9. Lệ Xá", "5. Dị Chế"]],
    ["/xephang thấp nhất trên 85", ["Thấp nhất: Thiện Phiến 85,22"], ["Ngô Quyền"]],
    ["/xephang hạng 3 tăng", ["Không có đơn vị nào tăng"], ["Nhật Tân"]],
  ])("%s names those for whom both hold", async (typed, named, left) => {
    const answer = await bot.answer(typed);
    for (const name of named) expect(answer).toContain(name);
    for (const name of left) expect(answer).not.toContain(name);
  });

  it("are both in the picture", async () => {
    const [narrowed, limited] = [await bot.say("/xephang dưới 88 giảm"), await bot.say("/xephang dưới 88")];
    expect(narrowed?.picture).toBeDefined();
    expect(narrowed?.picture?.key).not.toBe(limited?.picture?.key);
  });

  it("count those who changed, all of them within a limit, else say of how many", async () => {
    expect(await bot.answer("/xephang dưới 88 tăng")).toContain("6 đơn vị tăng so với tháng 7");
    expect(await bot.answer("/xephang tăng nhiều nhất")).toContain(
      "5 đơn vị tăng nhiều nhất so với tháng 7 (trong 10 đơn vị tăng)",
    );
    expect(await bot.answer("/xephang top 3 tăng")).toContain("3 đơn vị tăng nhiều nhất");
    expect(await bot.answer("/xephang top 3 xã tăng nhiều nhất")).toContain("3 đơn vị tăng nhiều nhất");
  });
});

describe("limits set on one indicator each", () => {
  it.each([
    "/xephang đúng hạn dưới 95% tổng điểm dưới 86",
    "/xephang dưới 95% đúng hạn, dưới 86 tổng điểm",
    "xã nào đúng hạn dưới 95% và tổng điểm dưới 86",
  ])("limit that one alone, and say who is within both: %s", async (typed) => {
    const answer = await bot.answer(typed);
    expect(answer).toContain("2 đơn vị có đủ các điều kiện: Cương Chính, Thiện Phiến");
    expect(answer).toContain("2/15 đơn vị dưới 95%");
    expect(answer).toContain("4/15 đơn vị dưới 86 điểm");
  });

  it("are no limits of what is measured otherwise", async () => {
    expect(await bot.say("/xephang đúng hạn, tổng điểm dưới 95%")).toMatchObject({
      refused: "limit-of-what",
    });
  });

  it("with an end asked for too say who is within all of it", async () => {
    const answer = await bot.answer("/xephang tổng điểm dưới 86, đúng hạn dưới 95 top 1");
    expect(answer).toContain("Không có đơn vị nào có đủ các điều kiện.");
  });

  it("say that nobody is within both", async () => {
    const answer = await bot.answer("/xephang tổng điểm trên 89, đúng hạn dưới 95");
    expect(answer).toContain("Không có đơn vị nào có đủ các điều kiện.");
  });

  it("claim nothing of both where one is not known of anybody", async () => {
    const answer = await bot.answer("/xephang đúng hạn dưới 95, hài lòng dưới 80");
    expect(answer).not.toContain("điều kiện");
    expect(answer).toContain("2/15 đơn vị dưới 95%");
  });

  it("are of all that is named where they stand behind the last", async () => {
    const answer = await bot.answer("/xephang đúng hạn, tổng điểm trên 80 dưới 90");
    expect(answer).toContain("1/15 đơn vị trên 80%, dưới 90%");
    expect(answer).toContain("15/15 đơn vị trên 80 điểm, dưới 90 điểm");
  });
});

describe("bands of dossiers", () => {
  const BANDS = "/xephang Phú Thọ t8/2026 theo nhóm hồ sơ";

  it("claim nothing of targets that nobody has set", async () => {
    expect(await bot.say(`${BANDS} dưới chỉ tiêu`)).toMatchObject({ refused: "no-targets" });
  });

  it("say which indicators they leave out", async () => {
    expect(await bot.answer(`${BANDS} tiến độ, đúng hạn`)).toMatch(/^Chưa dùng: .*[Đđ]úng hạn/u);
  });

  it("say why nobody is told to have risen", async () => {
    const answer = await bot.answer(`${BANDS} dưới 14 điểm tăng`);
    expect(answer).toContain("Chưa có số liệu tháng 7/2026 để so sánh");
    expect(answer).not.toContain("0/");
  });
});

describe("a sum", () => {
  it.each([
    [
      "/xephang tổng tiếp nhận dưới 500 hồ sơ Phú Thọ t8/2026",
      /33\/148 đơn vị dưới 500 hồ sơ\nTổng của 33 đơn vị: /u,
    ],
    ["/xephang tổng tiếp nhận top 3 Phú Thọ t8/2026", /Tổng của 3 đơn vị: /u],
    [
      "/xephang tổng tiếp nhận, số đúng hạn Phú Thọ t8/2026",
      /Tổng của 148 đơn vị: .*Tổng của 148 đơn vị: /su,
    ],
  ])("is of what is asked for: %s", async (typed, said) => {
    expect(await bot.answer(typed)).toMatch(said);
  });
});
