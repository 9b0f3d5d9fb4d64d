import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RankChart } from "#services/reply/chart.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

async function chartOf(question: string): Promise<RankChart> {
  const spec = (await bot.say(question))?.picture?.spec;
  if (spec?.type !== "rank") throw new Error(`no picture of a place: ${question}`);
  return spec;
}

describe("a unit of which only the total is held", () => {
  it.each(["/xa Pleiku", "/visao Pleiku"])(
    "%s is drawn among those beside it, the first and the last",
    async (question) => {
      const { rows, subtitle } = await chartOf(question);
      expect(rows.map(({ rank }) => rank)).toEqual(["1", "56", "56", "58", "59", "60", "61", "62", "135"]);
      expect(rows.filter(({ strong }) => strong).map(({ name }) => name)).toEqual(["Pleiku"]);
      expect(subtitle).toContain("hạng 59/135");
    },
  );

  it("at an end of its list stands there once", async () => {
    const { rows } = await chartOf("/xa Cương Chính");
    expect(rows.map(({ rank }) => rank)).toEqual(["1", "12", "13", "14", "15"]);
    expect(rows.at(-1)).toMatchObject({ name: "Cương Chính", valueText: "83,28", strong: true });
  });

  it("that has no list has no picture", async () => {
    expect((await bot.say("/xa Tiến Thắng"))?.picture).toBeUndefined();
  });
});
