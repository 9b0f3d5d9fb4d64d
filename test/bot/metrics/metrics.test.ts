import { describe, expect, it } from "vitest";
import { meterStore } from "#bot/metrics/metered-store.ts";
import type { Backlog } from "#bot/metrics/meters.ts";
import { createMetrics, type OperationMetrics } from "#bot/metrics/metrics.ts";
import { createCharts } from "#services/charts/charts.ts";
import { Refusal } from "#services/refusal.ts";
import { openStore } from "#services/store/open-store.ts";
import { startBot } from "#test/support/start-bot.ts";

/** The value of one line of the page, as `name{labels}`. */
async function figure(
  metrics: OperationMetrics,
  line: string,
  backlog: Backlog | null = null,
): Promise<number> {
  const { text } = await metrics.page(backlog);
  const found = text.split("\n").find((one) => one.startsWith(`${line} `));
  if (!found) throw new Error(`there is no ${line}`);
  return Number(found.slice(line.length));
}

const countOf = (what: string, name: string, outcome: string) =>
  `bot766_${what}_seconds_count{name="${name}",outcome="${outcome}"}`;

describe("the bot's figures", () => {
  it("say how long work took and how it ended, and hand on what it answered", async () => {
    const metrics = createMetrics();
    const refusal = new Refusal("code-needed", {});
    const fault = new Error("broken");
    expect(await metrics.time("command", "xa", async () => 7)).toBe(7);
    await expect(metrics.time("command", "xa", () => Promise.reject(refusal))).rejects.toBe(refusal);
    await expect(metrics.time("command", "xa", () => Promise.reject(fault))).rejects.toBe(fault);
    await metrics.time("store", "get", () => new Promise((resolve) => setTimeout(resolve, 60)));

    for (const outcome of ["ok", "refused", "failed"]) {
      expect(await figure(metrics, countOf("command", "xa", outcome))).toBe(1);
    }
    const slow = (le: string) => `bot766_store_seconds_bucket{le="${le}",name="get",outcome="ok"}`;
    expect(await figure(metrics, slow("0.05"))).toBe(0);
    expect(await figure(metrics, slow("10"))).toBe(1);
  });

  it("count how deliveries ended", async () => {
    const metrics = createMetrics();
    metrics.delivered({ state: "sent", reason: null });
    metrics.delivered({ state: "refused", reason: "blocked" });
    metrics.delivered({ state: "refused", reason: "blocked" });
    const counted = (state: string, reason: string) =>
      figure(metrics, `bot766_delivery_outcomes_total{state="${state}",reason="${reason}"}`);
    expect(await counted("sent", "")).toBe(1);
    expect(await counted("refused", "blocked")).toBe(2);
  });

  it("show what the ledger holds now, not what it held before", async () => {
    const now = new Date("2026-11-21T08:00:00+07:00");
    const metrics = createMetrics({ clock: () => now });
    const busy: Backlog = {
      deliveries: [
        { state: "due", reason: null, count: 12 },
        { state: "due", reason: "too-many-requests", count: 3 },
        { state: "sent", reason: null, count: 1000 },
      ],
      owedSince: "2026-11-21T00:58:30Z",
    };
    expect(await figure(metrics, 'bot766_deliveries{state="due",reason=""}', busy)).toBe(12);
    expect(await figure(metrics, 'bot766_deliveries{state="due",reason="too-many-requests"}', busy)).toBe(3);
    expect(await figure(metrics, "bot766_delivery_queue_age_seconds", busy)).toBe(90);

    const quiet: Backlog = { deliveries: [{ state: "sent", reason: null, count: 1015 }], owedSince: null };
    expect(await figure(metrics, "bot766_delivery_queue_age_seconds", quiet)).toBe(0);
    expect((await metrics.page(quiet)).text).not.toContain('bot766_deliveries{state="due"');
    const ahead = { ...quiet, owedSince: "2026-11-21T01:00:02Z" };
    expect(await figure(metrics, "bot766_delivery_queue_age_seconds", ahead)).toBe(0);
  });

  it("lose nothing that was noted before anybody looked", async () => {
    const metrics = createMetrics({ early: 10 });
    for (let i = 0; i < 25; i++) metrics.delivered({ state: "sent", reason: null });
    await metrics.page(null);
    metrics.delivered({ state: "sent", reason: null });
    expect(await figure(metrics, 'bot766_delivery_outcomes_total{state="sent",reason=""}')).toBe(26);
  });

  it("are of one bot: another bot's stand elsewhere", async () => {
    const [one, other] = [createMetrics(), createMetrics()];
    one.delivered({ state: "sent", reason: null });
    expect((await other.page(null)).text).not.toContain('state="sent"');
    expect(await figure(one, 'bot766_delivery_outcomes_total{state="sent",reason=""}')).toBe(1);
  });
});

describe("what is measured", () => {
  it("is every operation of the store", async () => {
    const metrics = createMetrics();
    const store = meterStore(await openStore("file::memory:"), metrics);
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    expect((await store.get("a"))?.value).toBe(1);
    expect(await store.getMany(["a", "b"])).toHaveLength(2);
    expect(await store.list({ from: "a", to: "b" })).toHaveLength(1);
    await store.close();
    await expect(store.get("a")).rejects.toThrow();
    for (const operation of ["commit", "get", "getMany", "list"]) {
      expect(await figure(metrics, countOf("store", operation, "ok"))).toBe(1);
    }
    expect(await figure(metrics, countOf("store", "get", "failed"))).toBe(1);
  });

  it("is every command, by its name and not by what was typed", async () => {
    const metrics = createMetrics();
    const bot = await startBot({ metrics });
    await bot.say("/xephang tháng 8");
    await bot.say("/xếp hạng quý 4/1999");
    await bot.say("/huyen Tiên Lữ");
    await bot.stop();
    expect(await figure(metrics, countOf("command", "xephang", "ok"))).toBe(1);
    expect(await figure(metrics, countOf("command", "xephang", "refused"))).toBe(1);
    expect(await figure(metrics, countOf("command", "xa", "ok"))).toBe(1);
  });

  it("is every picture that is drawn, once", async () => {
    const metrics = createMetrics();
    const renderer = { draw: async () => new Uint8Array(1), close: async () => {} };
    const bot = await startBot({ charts: createCharts({ metrics, renderer }) });
    for (const format of ["png", "jpeg", "png"] as const) {
      await (await bot.say("/xephang tháng 8"))?.picture?.bytes(format);
    }
    await bot.stop();
    expect(await figure(metrics, countOf("render", "rank", "ok"))).toBe(2);
  });
});
