import { afterAll, expect, it } from "vitest";
import { lookAtEverything } from "#bot/delivering/heartbeat.ts";
import { toPeriod } from "#services/periods/period.ts";
import { madeCountry, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { AN } from "#test/support/office.ts";
import { startPortalBot } from "#test/support/portal-bot.ts";

let stop = async (): Promise<void> => {};
afterAll(() => stop());

const GROUP = "test:group";
const OFFICER = "test:officer";
const totalIn = (code: string, month: string, day: string): number => totalOf(scoresOf(code, month, day));

/** The commune of Gia Lai that lost most from September to October, as the portal has it when it is asked. */
function lostMost(): string {
  const communes = madeCountry.find(({ code }) => code === "H21")?.units ?? [];
  const lost = communes
    .filter(({ level }) => level === "COMMUNE")
    .map(({ code }) => {
      const change = totalIn(code, "2026-10", "2026-11-02") - totalIn(code, "2026-09", "2026-10-02");
      return { code, change };
    })
    .sort((a, b) => a.change - b.change);
  return lost[0]?.code ?? "";
}

it("a month is fetched, gated, published, sent to its subscribers and warned of, and nobody touches anything", async () => {
  const bot = await startPortalBot({ now: "2026-10-01T08:00:00+07:00", config: { publish: "auto" } });
  ({ stop } = bot);
  const { services, background } = bot.app;
  const look = () => lookAtEverything(background, async (_, __, message) => message);
  const giaLai = services.units.byPortalCode("H21");
  const commune = services.units.byPortalCode(lostMost());
  if (!giaLai || !commune) throw new Error("no such units");
  await bot.say("/dangky kết quả tháng", { chat: GROUP, chatKind: "group", isChatAdmin: true });
  await bot.say(`/dangky ${commune.title} ${commune.name}`, { chat: OFFICER });
  const scheduled = await bot.order("/lich thêm hằng tháng ngày 3 lúc 8:00, chờ số liệu đến ngày 8");
  expect(scheduled).toContain("Đã thêm lịch 1");
  await look();
  await bot.owed();

  // Every day of a month at six in the morning, and at the schedule's hour.
  const told: { readonly at: string; readonly chat: string; readonly text: string }[] = [];
  for (const month of ["10", "11"])
    for (const day of ["02", "03"]) {
      for (const time of ["06:00", "08:01"]) {
        bot.goTo(`2026-${month}-${day} ${time}`);
        await bot.run();
        await look();
        told.push(...(await bot.owed()).map((one) => ({ ...one, at: `${day}/${month} ${time}` })));
      }
    }

  expect(await services.sheets.current(giaLai.id, toPeriod("2026-10"))).toMatchObject({ version: 1, by: [] });
  const toGroup = told.filter(({ chat, text }) => chat === GROUP && text.includes("tháng 10/2026"));
  expect(toGroup.map(({ at }) => at)).toEqual(["03/11 08:01"]);
  expect(toGroup[0]?.text).toContain("tỉnh Gia Lai");
  const toOfficer = told.filter(({ chat, at }) => chat === OFFICER && at.includes("/11"));
  expect(toOfficer.map(({ text }) => text).join("\n")).toContain(commune.name);
  // Operators were asked nothing about the month.
  const asked = told.filter(({ chat, text }) => chat === AN && text.includes("tháng 10/2026"));
  expect(asked.filter(({ text }) => text.includes("chờ công bố"))).toEqual([]);
  expect(bot.portal.calls.length).toBeLessThanOrEqual(4 * 40);
}, 120_000);
