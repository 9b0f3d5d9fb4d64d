import { afterEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder } from "#services/store/store.ts";
import { makeDocument, makeDraft } from "#test/services/sheets/make.ts";
import { startBot } from "#test/support/start-bot.ts";
import { startTimeline, type Timeline } from "#test/support/timeline.ts";

let bot: Timeline | undefined;
afterEach(async () => {
  await bot?.stop();
  bot = undefined;
});

async function start(): Promise<Timeline> {
  bot = await startTimeline({ now: "2024-10-10 09:00" });
  return bot;
}

describe("an indicator that the newest month lacks", () => {
  async function withoutRatesInSeptember(): Promise<Timeline> {
    const office = await start();
    const august = {
      "Thủ Sỹ": { TOTAL: 89, "on-time-rate": 99.5 },
      "Cương Chính": { TOTAL: 83, "on-time-rate": 82.71 },
    };
    await office.put("2024-08", august);
    await office.put("2024-09", { "Thủ Sỹ": 90, "Cương Chính": 85 });
    return office;
  }

  it.each([
    "/xephang đúng hạn",
    "ai thấp nhất về đúng hạn",
    "/xa Cương Chính đúng hạn",
    "đơn vị nào dưới 95% đúng hạn",
  ])("is answered of the newest month that has it, and says so: %s", async (question) => {
    const office = await withoutRatesInSeptember();
    const answer = await office.answer(question);
    expect(answer).toMatch(/^.* tháng 8\/2024/u);
    expect(answer).toContain("Tháng 9/2024 chưa có tỷ lệ hồ sơ giải quyết đúng hạn; đây là tháng 8/2024.");
    expect(answer).toContain("82,71%");
  });

  it.each([
    ["/xephang đúng hạn tháng 9", "huyện Tiên Lữ", "/xephang 2024-08 on-time-rate"],
    ["/xa Cương Chính đúng hạn tháng 9", "xã Cương Chính", "/xa xã Cương Chính 2024-08 on-time-rate"],
  ])(
    "is what lacks where that month is asked for, and is asked for again by the button: %s",
    async (question, of, command) => {
      const office = await withoutRatesInSeptember();
      const reply = await office.say(question);
      const lacks = `Chưa có tỷ lệ hồ sơ giải quyết đúng hạn tháng 9/2024 của ${of}.`;
      expect(reply?.text.text).toBe(`${lacks} Đã có: tháng 8/2024.`);
      expect(reply?.actions).toEqual([[{ label: "Tháng 8/2024", command }]]);
      expect(await office.answer(command)).toContain("82,71%");
    },
  );

  it("has nothing to do with a month that has no figures at all", async () => {
    const office = await withoutRatesInSeptember();
    expect(await office.answer("/xephang tháng 3/2024")).toBe(
      "Chưa có số liệu tháng 3/2024 của huyện Tiên Lữ. Đã có: tháng 9/2024, tháng 8/2024.",
    );
  });
});

describe("a district's own figure", () => {
  it.each(["thanh toán trực tuyến huyện Tiên Lữ tháng 9", "/xephang thanh toán trực tuyến", "/tonghop"])(
    "is shown as it was published, however the list below it is rounded: %s",
    async (question) => {
      const office = await start();
      const { id, parent } = office.scope;
      const rates = {
        "Thủ Sỹ": { "online-payment-rate": 74.1 },
        "Cương Chính": { "online-payment-rate": 74 },
      };
      await office.put("2024-09", rates);
      const facts = { scope: parent ?? "", period: toPeriod("2024-09"), document: makeDocument("tỉnh") };
      const own = makeDraft({ [id]: 74.05 }, { ...facts, indicator: "online-payment-rate" });
      await office.app.services.sheets.publish([own]);
      const answer = await office.answer(question);
      expect(answer).toContain("74,05%");
      expect(answer).toContain("Thủ Sỹ 74,1%");
      expect(answer).toContain("Cương Chính 74%");
    },
  );
});

describe("a commune whose official code was corrected", () => {
  it("is found by name and ranked with the figures stored before", async () => {
    const store = await openStore("file::memory:");
    const options = { empty: true, store, homeScope: "tỉnh Quảng Ninh", now: "2026-09-10T08:00:00+07:00" };
    const before = await startBot(options);
    const figures = { c06978: 81.25, c06799: 85, c06886: 90 };
    const facts = { scope: "p22", period: toPeriod("2026-08"), complete: true };
    await before.app.services.sheets.publish([makeDraft(figures, facts)]);
    await before.stop();

    const today = await startBot(options);
    expect(today.app.services.units.get("c06978")?.codes.gso).toBe("06970");
    expect(await today.answer("Ba Che")).toContain("81,25/100 (Tốt) · hạng 3/3");
    expect(await today.answer("/xephang")).toContain("3. Ba Chẽ 81,25");
    const stored = await store.list(keysUnder("sheets/"));
    expect(JSON.stringify(stored)).not.toContain("06970");
    await today.stop();
    await store.close();
  });
});
