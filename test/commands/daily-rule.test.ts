import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { madeCountry, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { startPortalBot } from "#test/support/portal-bot.ts";

/** Totals of the year of a commune on the four days that are fetched. */
const DAYS = ["2026-11-15", "2026-11-16", "2026-11-17", "2026-11-19"];
const fallsOf = (code: string): readonly boolean[] => {
  const totals = DAYS.map((day) => totalOf(scoresOf(code, "2026", day)));
  return totals.slice(1).map((total, i) => Math.round(((totals[i] ?? 0) - total) * 100) >= 5);
};
const communes = (madeCountry.find(({ code }) => code === "H21")?.units ?? []).filter(
  ({ level }) => level === "COMMUNE",
);
/** Falls at the two takings before the last; what came after is each one's own. */
const fallen = communes.filter(({ code }) => fallsOf(code)[0] && fallsOf(code)[1]);
const recovered = fallen.find(({ code }) => !fallsOf(code)[2])?.code ?? "";
const falling = fallen.find(({ code }) => fallsOf(code)[2])?.code ?? "";
const steady = communes.find(({ code }) => fallsOf(code).every((fell) => !fell))?.code ?? "";

describe("the rule of daily observations", () => {
  let bot: Awaited<ReturnType<typeof startPortalBot>>;
  const told: string[][] = [];
  const unitOf = (code: string) => {
    const unit = bot.app.services.units.byPortalCode(code);
    if (!unit) throw new Error(`no unit ${code}`);
    return unit;
  };

  async function fetchedOn(day: string): Promise<void> {
    bot.goTo(`${day} 08:05`);
    await bot.run();
    await lookAtEverything(bot.app.background, async (_, __, message) => message);
    await lookAtEverything(bot.app.background, async (_, __, message) => message);
    told.push((await bot.owed("test:f")).map(({ text }) => text));
  }

  beforeAll(async () => {
    bot = await startPortalBot({ now: "2026-11-16T08:00:00+07:00" });
    for (const code of [recovered, falling, steady]) {
      const { title, name } = unitOf(code);
      await bot.say(`/dangky ${title} ${name}`, { chat: `test:f${code}` });
    }
    await bot.owed("test:f");
    await fetchedOn("2026-11-16");
    await fetchedOn("2026-11-17");
  });
  afterAll(() => bot.stop());

  it("is off until it is switched on, with as many takings as are said", async () => {
    expect(await bot.order("/nguong giảm từng ngày")).toContain(
      "Báo khi số từng ngày (tạm tính) giảm 3 lần lấy liên tiếp, mỗi lần từ 0,05 điểm; hết khi ngừng giảm.",
    );
    expect(await bot.order("/nguong giảm từng ngày")).toContain("Đang tắt (mặc định)");
    expect(await bot.order("/nguong 2 lần lấy liên tiếp giảm")).toContain("giảm 2 lần lấy liên tiếp");
    expect(await bot.order("/nguong giảm từng ngày 1 lần")).toContain("từ 2 đến 12");
  });

  it("tells once whoever follows the unit, as provisional, and that it is over", async () => {
    await fetchedOn("2026-11-18");
    await fetchedOn("2026-11-20");
    const [first, second, third, fourth] = told;
    expect([first, second]).toEqual([[], []]);
    expect(third).toHaveLength(2);
    for (const text of third ?? [])
      expect(text).toContain("Điểm tổng hợp giảm 2 lần lấy liên tiếp (số từng ngày, tạm tính)");
    expect(fourth).toHaveLength(1);
    expect(fourth?.[0]).toContain(unitOf(recovered).name);
    expect(fourth?.[0]).toContain("đã ngừng giảm từng ngày (tạm tính)");
  });

  it("says beforehand of whom it would tell", async () => {
    const said = await bot.order("/nguong thử giảm từng ngày 3 lần");
    const expected = communes.filter(({ code }) => fallsOf(code).every(Boolean));
    expect(said).toContain(`theo số ngày 19/11/2026 sẽ báo ${expected.length}/135 đơn vị`);
    for (const { code } of expected.slice(0, 5)) expect(said).toContain(unitOf(code).name);
    expect(said).toContain("Số từng ngày là tạm tính.");
  });

  it("lifts what is open with the next day once it is switched off", async () => {
    await bot.order("/nguong tắt giảm từng ngày");
    await fetchedOn("2026-11-21");
    expect(told.at(-1)).toHaveLength(1);
    expect(told.at(-1)?.[0]).toContain(unitOf(falling).name);
  });
});
