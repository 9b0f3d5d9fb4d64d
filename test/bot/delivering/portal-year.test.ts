import { readFileSync } from "node:fs";
import { afterAll, expect, it } from "vitest";
import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { addDays } from "#services/periods/calendar.ts";
import { toPeriod } from "#services/periods/period.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
import { AN, allRows } from "#test/support/office.ts";
import { startPortalBot } from "#test/support/portal-bot.ts";

let stop = async (): Promise<void> => {};
afterAll(() => stop());

const GROUP = "test:group";
const RECORDED = readFileSync(
  new URL("../../fixtures/portal/national.year-2026.20260917.json", import.meta.url),
  "utf8",
);

it("every day of a month: the month and the recorded year are published and sent once, and nobody is asked", async () => {
  const bot = await startPortalBot({
    now: "2027-01-01T04:00:00+07:00",
    homeScope: "cả nước",
    config: { publish: "auto" },
    recorded: (endpoint, { timeType, year, rootDepartmentId }) => {
      const isTheYear = endpoint === "service-results" && timeType === "year" && year === 2026;
      return isTheYear && rootDepartmentId === undefined ? RECORDED : null;
    },
  });
  ({ stop } = bot);
  const { services, background } = bot.app;
  await bot.say("/dangky kết quả tháng cả nước", { chat: GROUP, chatKind: "group", isChatAdmin: true });
  const scheduled = await bot.order("/lich thêm hằng tháng ngày 3 lúc 8:00, chờ số liệu đến ngày 8, cả nước");
  expect(scheduled).toContain("Đã thêm lịch 1");
  await bot.owed();

  const told: { readonly at: string; readonly chat: string; readonly text: string }[] = [];
  for (let day = "2027-01-01"; day <= "2027-01-31"; day = addDays(day, 1))
    for (const time of ["06:00", "08:01"]) {
      bot.goTo(`${day} ${time}`);
      await bot.run();
      await lookAtEverything(background, async (_, __, message) => message);
      told.push(...(await bot.owed()).map((one) => ({ ...one, at: `${day} ${time}` })));
    }

  // The recorded answer went through the gate, figure by figure.
  const year = await services.sheets.current(COUNTRY_ID, toPeriod("2026"));
  expect(year).toMatchObject({ version: 1, by: [] });
  expect(await bot.order("/xephang cả nước năm 2026")).toContain(
    "Dẫn đầu: Đồng Tháp 68,32 · Đồng Nai 67,55 · Hải Phòng 66,54",
  );
  // The month was sent when the schedule says, once, and the ledger knows of nothing else.
  const month = told.filter(({ chat, text }) => chat === GROUP && text.includes("tháng 12/2026"));
  expect(month.map(({ at }) => at)).toEqual(["2027-01-03 08:01"]);
  const rows = (await allRows(bot.store, services.ledger.get)).filter(({ chat }) => chat === GROUP);
  expect(rows).toHaveLength(told.filter(({ chat }) => chat === GROUP).length);
  // Operators hear what was sent; they are asked to decide nothing about the portal's figures.
  expect(told.filter(({ chat, text }) => chat === AN && text.includes("chờ công bố"))).toEqual([]);
  // One request a day once what had ended is held; the year, recorded, on the first day with the month and the quarter.
  expect(bot.portal.calls.length).toBeLessThanOrEqual(31 + 3);
}, 60_000);
