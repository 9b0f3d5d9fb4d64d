import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSlots } from "#commands/slots/read-slots.ts";
import { slot, type Take } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Limit } from "#services/results/limits.ts";
import { fullName, type Unit } from "#services/units/unit.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const RANK = {
  period: slot.period(),
  indicators: slot.indicators(),
  scope: slot.scope(),
  kind: slot.kind(),
  takes: slot.takes(),
  limits: slot.limits(),
  sum: slot.sum(),
  page: slot.page(),
};
const UNIT = { unit: slot.unit(), period: slot.period() };

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

async function read(text: string, slots: Parameters<typeof readSlots>[0]["slots"], calledAs: string) {
  return readSlots({ text, calledAs, slots, services: bot.app.services, home: homeUnit() });
}

function homeUnit(): Unit {
  const match = bot.app.services.units.find("huyện Tiên Lữ");
  if (match.found !== "one") throw new Error("huyện Tiên Lữ is not one unit");
  return match.unit;
}

interface Rank {
  readonly period?: unknown;
  /** Best first. */
  readonly indicators?: readonly string[];
  readonly scope?: string;
  readonly kind?: string;
  readonly takes?: readonly Take[];
  readonly limits?: readonly Limit[];
  readonly sum?: true;
  readonly page?: number;
}

async function rank(text: string): Promise<Rank> {
  const found = await read(text, RANK, "xephang");
  const indicators = (found.indicators as readonly (readonly Indicator[])[]).flat().map(({ id }) => id);
  return {
    ...(found.period ? { period: found.period } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
    scope: fullName(found.scope as Unit),
    ...(found.kind ? { kind: found.kind as string } : {}),
    ...((found.takes as readonly Take[]).length > 0 ? { takes: found.takes as readonly Take[] } : {}),
    ...((found.limits as readonly Limit[]).length > 0 ? { limits: found.limits as readonly Limit[] } : {}),
    ...(found.sum ? { sum: true as const } : {}),
    ...(found.page === 1 ? {} : { page: found.page as number }),
  };
}

async function unit(text: string, calledAs = "xa") {
  const found = await read(text, UNIT, calledAs);
  return { unit: fullName(found.unit as Unit), period: found.period };
}

const month = (number: number) => ({ kind: "month", month: number });
const exact = (period: string) => ({ kind: "exact", period });
const HOME = "huyện Tiên Lữ";
/** "Tiến độ" may be the group's points or the rate. */
const PROGRESS = ["TDGQ", "on-time-rate"];

describe("what is asked of a ranking", () => {
  it.each<[string, Rank]>([
    ["", { scope: HOME }],
    ["   ", { scope: HOME }],
    ["thang 8", { scope: HOME, period: month(8) }],
    ["8", { scope: HOME, period: month(8) }],
    ["t8", { scope: HOME, period: month(8) }],
    ["8/2024", { scope: HOME, period: exact("2024-08") }],
    ["t8/2024", { scope: HOME, period: exact("2024-08") }],
    ["tháng trước", { scope: HOME, period: exact("2026-10") }],
    ["quý 3", { scope: HOME, period: { kind: "quarter", quarter: 3 } }],
    ["6 tháng đầu năm", { scope: HOME, period: { kind: "half", half: 1 } }],
    ["10 tháng năm 2023", { scope: HOME, period: exact("2023-01..2023-10") }],
    ["năm 2024", { scope: HOME, period: exact("2024") }],
    [
      "cuoi 3 t8/2024",
      { scope: HOME, period: exact("2024-08"), takes: [{ from: "bottom", count: 3, by: "rank" }] },
    ],
    [
      "top 5 năm 2024",
      { scope: HOME, period: exact("2024"), takes: [{ from: "top", count: 5, by: "rank" }] },
    ],
    ["thấp nhất", { scope: HOME, takes: [{ from: "bottom", count: null, by: "value" }] }],
    ["top5", { scope: HOME, takes: [{ from: "top", count: 5, by: "rank" }] }],
    ["8/24", { scope: HOME, period: exact("2024-08") }],
    ["thang 3/1999", { scope: HOME, period: exact("1999-03") }],
    ["quý 1/1998", { scope: HOME, period: exact("1998-Q1") }],
    ["năm 2101", { scope: HOME, period: exact("2101") }],
    ["top 1000", { scope: HOME, takes: [{ from: "top", count: 1000, by: "rank" }] }],
    ["3 xã cuối bảng", { scope: HOME, takes: [{ from: "bottom", count: 3, by: "rank", noun: "xa" }] }],
    [
      "Tháng   8   cuối  3",
      { scope: HOME, period: month(8), takes: [{ from: "bottom", count: 3, by: "rank" }] },
    ],
    ["6 tháng cuối năm 2024", { scope: HOME, period: exact("2024-H2") }],
    ["Gia Lai", { scope: "tỉnh Gia Lai" }],
    ["gia lai 2/2026 trang 3", { scope: "tỉnh Gia Lai", period: exact("2026-02"), page: 3 }],
    ["sở Gia Lai", { scope: "tỉnh Gia Lai", kind: "departments" }],
    ["Gia Lai các sở, ban, ngành", { scope: "tỉnh Gia Lai", kind: "departments" }],
    ["xã Tiên Lữ", { scope: HOME, kind: "communes" }],
    ["tiến độ", { scope: HOME, indicators: PROGRESS }],
    ["cả nước", { scope: "cả nước" }],
  ])("%j", async (text, expected) => {
    expect(await rank(text)).toEqual(expected);
  });

  it.each([
    "tiến độ tháng 8 top 5 Tiên Lữ",
    "top 5 Tiên Lữ tháng 8 tiến độ",
    "Tiên Lữ, tiến độ, tháng 8, top 5",
    "TIEN DO THANG 8 TOP 5 TIEN LU",
    "tháng 8   top  5   huyện Tiên Lữ tiến độ",
  ])("in any order and spelling: %s", async (text) => {
    const { takes, period, indicators, scope } = await rank(text);
    expect({ takes, period, indicators, scope }).toEqual({
      takes: [{ from: "top", count: 5, by: "rank" }],
      period: month(8),
      indicators: PROGRESS,
      scope: HOME,
    });
  });
});

describe("so many of a list as nobody can mean", () => {
  it.each(["top 0", "top -5", "top - 5 tháng 8", "top 1000000", "top 2,5", "cuối 0", "cuối -3 tháng 8"])(
    "%s is declined in one sentence",
    async (text) => {
      await expect(rank(text)).rejects.toMatchObject({ code: "take-count" });
    },
  );
});

describe("what is asked of a unit", () => {
  it.each([
    ["Cương Chính", "xã Cương Chính", null],
    ["cuong chinh", "xã Cương Chính", null],
    ["UBND xã Cương Chính t8/2024", "xã Cương Chính", exact("2024-08")],
    ["tháng 8 Cương Chính", "xã Cương Chính", month(8)],
    ["Cương Chính 8", "xã Cương Chính", month(8)],
    ["TT Vương", "thị trấn Vương", null],
    ["p. Pleiku 2/2026", "phường Pleiku", exact("2026-02")],
    ["Cuong Chinnh", "xã Cương Chính", null],
  ])("%s", async (text, name, period) => {
    expect(await unit(text)).toEqual({ unit: name, period });
  });

  it("takes the title from the name the command was called by", async () => {
    expect((await unit("Mê Linh", "huyen")).unit).toBe("huyện Mê Linh");
    expect((await unit("Gia Lai", "tinh")).unit).toBe("tỉnh Gia Lai");
    expect((await unit("Pleiku", "phuong")).unit).toBe("phường Pleiku");
  });

  it("takes an id as it stands", async () => {
    expect((await unit(`#${homeUnit().id} 8/2024`)).unit).toBe(HOME);
  });

  it("asks back when a name is several units', keeping the rest of the question", async () => {
    const refusal = await unit("Tân Tiến t8/2024").catch((error: unknown) => error);
    if (!(refusal instanceof Refusal)) throw refusal;
    expect(refusal.code).toBe("ambiguous");
    expect(refusal.actions.length).toBeGreaterThan(1);
    for (const { command } of refusal.actions) {
      expect(command).toMatch(/^\/xa .*Tân Tiến.* t8\/2024$|^\/xa #\S+ t8\/2024$/u);
    }
  });

  it.each([
    ["", "unit-needed"],
    ["Qqqq Zzzz", "unknown-unit"],
    ["🎉", "unknown-unit"],
  ])("refuses %j as %s", async (text, code) => {
    await expect(unit(text)).rejects.toMatchObject({ code });
  });
});
