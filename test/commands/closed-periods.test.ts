import { afterEach, describe, expect, it } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import { makeDocument } from "#test/services/sheets/make.ts";
import { scoresOf, totalOf } from "#test/support/fake-portal/made-country.ts";
import { AN, BINH } from "#test/support/office.ts";
import { type PortalBotOptions, startPortalBot } from "#test/support/portal-bot.ts";

let stop = async (): Promise<void> => {};
const OCTOBER = toPeriod("2026-10");

async function start(options: Partial<PortalBotOptions> = {}) {
  const bot = await startPortalBot({ now: "2026-11-03T06:00:00+07:00", ...options });
  stop = bot.stop;
  const { sheets, units } = bot.app.services;
  const giaLai = units.byPortalCode("H21")?.id ?? "";
  return { ...bot, sheets, giaLai, october: () => sheets.current(giaLai, OCTOBER) };
}

type Bot = Awaited<ReturnType<typeof start>>;

/** The preview of October as operators got it, and its code. */
async function previewed({ run, owed }: Bot) {
  await run();
  const told = (await owed()).find(({ text }) => text.includes("tháng 10/2026"));
  return { text: told?.text ?? "", code: /công bố ([0-9A-Z]{6})/u.exec(told?.text ?? "")?.[1] ?? "" };
}

afterEach(() => stop());

describe("a closed period of the portal, where persons are asked", () => {
  it("is shown to operators and published by one of them, exactly as the portal has it", async () => {
    const bot = await start();
    const { text, code } = await previewed(bot);
    expect(text).toContain("Số liệu tháng 10/2026 lấy từ Cổng, chờ công bố");
    expect(text).toContain("cả nước: 35 đơn vị · 239 số mới");
    expect(text).toContain("tỉnh Gia Lai: 149 đơn vị · 1.192 số mới");
    expect(await bot.october()).toBeNull();

    expect(await bot.order(`/dongbo công bố ${code}`)).toContain(
      "Đã công bố tháng 10/2026: cả nước (bản 1), tỉnh Gia Lai (bản 1).",
    );
    const sheet = await bot.october();
    expect(sheet?.by).toEqual([AN]);
    const iaPa = bot.app.services.units.byPortalCode("H21.106");
    const total = sheet?.observations.find(
      ({ unit, indicator }) => unit === iaPa?.id && indicator === "TOTAL",
    );
    expect(total?.value).toBe(totalOf(scoresOf("H21.106", "2026-10", "2026-11-02")));
    const ranking = await bot.order("/xephang tháng 10/2026 tỉnh Gia Lai");
    expect(ranking).toContain("Chính thức");
    expect(ranking).toContain("số liệu Cổng Dịch vụ công quốc gia");
    expect(await bot.order("/nguon 10/2026 tỉnh Gia Lai")).toContain(
      "Mức đầy đủ: 135/135 đơn vị có tổng điểm · 6/6 nhóm chỉ số",
    );
  });

  it("is asked about once, whatever the number of looks, and shown again in /dongbo", async () => {
    const bot = await start();
    await bot.run();
    const first = await bot.owed();
    await bot.run();
    expect(first.filter(({ text }) => text.includes("chờ công bố"))).toHaveLength(6);
    expect(await bot.owed()).toEqual([]);
    expect(await bot.order("/dongbo")).toContain("Chờ công bố: năm 2025, tháng 10/2026, quý 3/2026");
  });

  it("can be looked at unit by unit before", async () => {
    const bot = await start();
    const { code } = await previewed(bot);
    expect(await bot.order(`/dongbo xem ${code.toLowerCase()}`)).toContain("tỉnh Gia Lai: 149 đơn vị");
    expect(await bot.order(`/dongbo xem ${code} 3`)).toMatch(/^xã .+: Tổng .+/mu);
  });

  it("takes two persons where two must confirm", async () => {
    const bot = await start({ approvers: 2 });
    const { code } = await previewed(bot);
    expect(await bot.order(`/dongbo công bố ${code}`)).toContain("cần thêm một người vận hành nữa");
    expect(await bot.order(`/dongbo công bố ${code}`)).toContain("cần thêm một người vận hành nữa");
    expect(await bot.october()).toBeNull();
    expect(await bot.answer(`/dongbo công bố ${code}`, { from: BINH, chat: BINH })).toContain("Đã công bố");
    expect((await bot.october())?.by).toEqual([AN, BINH]);
  });

  it("is left out for good when a person says so", async () => {
    const bot = await start();
    const { code } = await previewed(bot);
    expect(await bot.order(`/dongbo bỏ qua ${code}`)).toContain("Đã bỏ qua");
    expect(await bot.order(`/dongbo công bố ${code}`)).toContain("Mã này không còn đúng");
    await bot.run();
    expect(await bot.october()).toBeNull();
    expect(await bot.order("/dongbo")).toContain("Chờ công bố: năm 2025, quý 3/2026");
  });
});

describe("a letter of the same month", () => {
  async function letter(bot: Bot, code: string, value: number) {
    const unit = bot.app.services.units.byPortalCode(code)?.id ?? "";
    const document = makeDocument(`letter-${code}`, { kind: "letter", issuer: "UBND tỉnh Gia Lai" });
    const said = { change: null, rank: null, of: null, source: document.id, asOf: null };
    const observations = [{ unit, indicator: "TOTAL", value, ...said }];
    await bot.sheets.publish([
      { scope: bot.giaLai, period: OCTOBER, observations, document, complete: false },
    ]);
    return unit;
  }

  it("that was taken in before stands, and the difference is shown", async () => {
    const bot = await start();
    const unit = await letter(bot, "H21.106", 81.39);
    const { text, code } = await previewed(bot);
    expect(text).toContain("Cổng ghi khác công văn đã nhập (giữ theo công văn):");
    expect(text).toMatch(/- phường Pleiku · Tổng điểm: công văn 81,39, Cổng \d\d,\d\d/u);
    await bot.order(`/dongbo công bố ${code}`);
    const sheet = await bot.october();
    const ofUnit = sheet?.observations.filter((one) => one.unit === unit) ?? [];
    expect(ofUnit.find(({ indicator }) => indicator === "TOTAL")?.value).toBe(81.39);
    expect(ofUnit).toHaveLength(8);
    expect(sheet?.documents.map(({ kind }) => kind).sort()).toEqual(["letter", "portal"]);
  });

  it("that came between the preview and the press makes the code another", async () => {
    const bot = await start();
    const { code } = await previewed(bot);
    await letter(bot, "H21.106", 81.39);
    expect(await bot.order(`/dongbo công bố ${code}`)).toContain("số liệu đã khác");
    expect((await bot.october())?.documents.map(({ kind }) => kind)).toEqual(["letter"]);
  });
});

describe("where nobody needs to be asked", () => {
  it("what nothing speaks against is published by itself", async () => {
    const bot = await start({ config: { publish: "auto" } });
    await bot.run();
    expect((await bot.october())?.by).toEqual([]);
    expect(await bot.owed()).toEqual([]);
    await bot.run();
    expect((await bot.october())?.version).toBe(1);
  });

  it("what surprises still waits for a person", async () => {
    const bot = await start({ config: { publish: "auto" } });
    const { giaLai } = bot;
    const unit = bot.app.services.units.byPortalCode("H21.106")?.id ?? "";
    const document = makeDocument("september", { kind: "letter" });
    const said = { change: null, rank: null, of: null, source: document.id, asOf: null };
    const observations = [{ unit, indicator: "TOTAL", value: 12.5, ...said }];
    const period = toPeriod("2026-09");
    await bot.sheets.publish([{ scope: giaLai, period, observations, document, complete: false }]);
    const { text } = await previewed(bot);
    expect(text).toContain("Cần xem lại:");
    expect(await bot.october()).toBeNull();
  });
});
