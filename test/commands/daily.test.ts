import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays } from "#services/periods/calendar.ts";
import { madeCountry, scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { startPortalBot } from "#test/support/portal-bot.ts";

type Bot = Awaited<ReturnType<typeof startPortalBot>>;
let bot: Bot;

/** The portal was asked from 29/10 to 20/11/2026 but for one day. */
beforeAll(async () => {
  bot = await startPortalBot({ now: "2026-10-29T06:00:00+07:00" });
  for (let day = "2026-10-29"; day <= "2026-11-20"; day = addDays(day, 1)) {
    bot.goTo(`${day} 06:00`);
    if (day !== "2026-11-15") await bot.run();
  }
});

afterAll(() => bot.stop());

const totalOn = (code: string, day: string): number => totalOf(scoresOf(code, "2026", day));
const written = (value: number): string => value.toFixed(2).replace(".", ",");
const signed = (change: number): string =>
  `${change < 0 ? "−" : "+"}${written(Math.abs(Math.round(change * 100) / 100))}`;

describe("/dienbien", () => {
  it("shows a unit day by day, what moved since when, and calls all of it provisional", async () => {
    const said = await bot.answer("/dienbien phường Pleiku");
    const now = totalOn("H21.106", "2026-11-19");
    expect(said).toContain("Diễn biến từng ngày · phường Pleiku · Tổng điểm (tạm tính)");
    expect(said).toContain(`Ngày 19/11/2026: ${written(now)}`);
    expect(said).toContain(
      `So với hôm trước (số ngày 18/11/2026): ${signed(now - totalOn("H21.106", "2026-11-18"))}.`,
    );
    expect(said).toContain(
      `So với tuần trước (số ngày 12/11/2026): ${signed(now - totalOn("H21.106", "2026-11-12"))}.`,
    );
    expect(said).toContain(
      `So với đầu tháng (số ngày 31/10/2026): ${signed(now - totalOn("H21.106", "2026-10-31"))}.`,
    );
    expect(said).toContain("Tạm tính, chỉ để theo dõi, không phải kết quả công bố · số năm 2026");
    expect(said).toContain("lấy lúc 06:00 ngày 20/11/2026");
  });

  it("leaves gaps where nothing was held", async () => {
    const said = await bot.answer("/dienbien phường Pleiku 7 ngày");
    expect(said).toContain("Từng ngày: 13/11 ");
    expect(said).toContain("Không có số liệu ngày: 14/11.");
    expect(said).not.toContain("· 14/11 ");
  });

  it("draws the same line, provisional by its own words", async () => {
    const reply = await bot.say("/dienbien phường Pleiku 7 ngày");
    expect(reply?.picture?.alt).toContain("TẠM TÍNH – từng ngày từ 13/11/2026 đến 19/11/2026");
    expect(reply?.picture?.alt).toContain(`19/11: ${written(totalOn("H21.106", "2026-11-19"))}`);
  });

  it("knows each of the six groups, and says so of anything else", async () => {
    const said = await bot.answer("/dienbien phường Pleiku tiến độ");
    expect(said).toContain(`Ngày 19/11/2026: ${written(scoresOf("H21.106", "2026", "2026-11-19").TDGQ)}`);
    expect(await bot.answer("/dienbien phường Pleiku hồ sơ quá hạn")).toContain(
      "Từng ngày chỉ có tổng điểm và điểm sáu nhóm.",
    );
  });

  it("without a unit shows the province and who of its communes moved most", async () => {
    const said = await bot.answer("/dienbien");
    const communes = madeCountry
      .find(({ code }) => code === "H21")
      ?.units.filter(({ level }) => level === "COMMUNE")
      .map(({ code }) => totalOn(code, "2026-11-19") - totalOn(code, "2026-11-18"));
    const most = Math.max(...(communes ?? []));
    expect(said).toContain("Diễn biến từng ngày · tỉnh Gia Lai · Tổng điểm (tạm tính)");
    expect(said).toContain("Tỉnh Gia Lai, 135 đơn vị, so với hôm trước (số ngày 18/11/2026):");
    expect(said).toMatch(new RegExp(`Tăng nhiều nhất: (?:xã|phường) [^·]+ \\(\\${signed(most)}\\)`, "u"));
    expect(said).not.toContain("Sở thứ");
  });

  it("follows other provinces by the country's list, and says what it does not follow", async () => {
    const hue = madeCountry.find(({ name }) => name.includes("Huế"))?.code ?? "";
    expect(await bot.answer("/dienbien thành phố Huế")).toContain(
      `Ngày 19/11/2026: ${written(totalOn(hue, "2026-11-19"))}`,
    );
    expect(await bot.answer("/dienbien xã Cương Chính")).not.toContain("Ngày 19/11/2026");
    expect(await bot.answer("/dienbien phường Hoàn Kiếm Hà Nội")).toContain(
      "bot theo dõi từng ngày các tỉnh, thành phố và các xã, sở của tỉnh Gia Lai.",
    );
  });

  it("never shows up where published results are asked for", async () => {
    expect(await bot.answer("/xephang 2026 tỉnh Gia Lai")).toContain("Chưa có bảng số liệu");
  });
});
