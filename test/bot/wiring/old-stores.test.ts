import { copyFile, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "#bot/config/config.ts";
import { explain } from "#bot/wiring/explain.ts";
import { openStores } from "#bot/wiring/open-stores.ts";
import { vi } from "#locales/vi.ts";
import { openStore } from "#services/store/open-store.ts";
import { StoreTooNew } from "#services/store/store-form.ts";
import { disagreements } from "#test/support/ledger-agreement.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";
import { startBot } from "#test/support/start-bot.ts";

const fixture = (name: string) => new URL(`../../fixtures/stores/${name}`, import.meta.url);

let folder: string;
let redis: RedisServer;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-old-stores-"));
  redis = await startRedis();
  return async () => {
    await redis.stop();
    await rm(folder, { recursive: true });
  };
});

async function oldFile(): Promise<string> {
  const path = join(folder, "cũ.db");
  await copyFile(fixture("0.1.0.db"), path);
  return `file:${path}`;
}

async function oldRedis(): Promise<string> {
  const client = new Redis(redis.url);
  const commands: [string, ...string[]][] = JSON.parse(await readFile(fixture("0.1.0.redis.json"), "utf8"));
  for (const [command, ...args] of commands) await client.call(command, ...args);
  await client.quit();
  return `${redis.url}/0?deployment=tien-lu`;
}

describe.each([
  ["the file", oldFile],
  ["the Redis", oldRedis],
])("%s that version 0.1.0 left", (_what, place) => {
  it("opens, answers as it did, and goes on", async () => {
    const config = readConfig({ STORE_URL: await place(), SAMPLE_DATA: "off" });
    const { store } = await openStores(config);
    expect(await disagreements(store)).toEqual([]);
    const operator = { from: "test:an", chat: "test:an" };
    const bot = await startBot({
      store,
      operators: ["test:an"],
      homeScope: "huyện Tiên Lữ",
      now: "2024-09-05T09:00:00+07:00",
    });
    expect(await bot.answer("/xephang")).toContain("1. Thủ Sỹ 89,63 (+6,96 ▲2)");
    expect(await bot.answer("/nguon tháng 8")).toContain("So với bản 1: 1 số đổi");
    expect(await bot.answer("/dangkycuatoi", { chat: "test:g1", chatKind: "group" })).toContain(
      "Xã Cương Chính",
    );
    expect(await bot.answer("/lich", operator)).toContain("1. Hằng tháng ngày 5 lúc 8:00");
    expect(await bot.answer("/giaonhan", operator)).toContain("đang gửi: đã nhận 0/2 · còn chờ 2");
    expect(await bot.answer("/quyen", operator)).toContain("test:binh");
    expect(await bot.answer("/nguong", operator)).toMatch(/Điểm tổng hợp: báo khi dưới 86/u);
    expect(await bot.answer("/dangky kết quả tháng", operator)).toContain("huyện Tiên Lữ");
    await bot.stop();
    await store.close();
  });
});

it("a store that a newer version wrote is left alone, with a sentence that says so", async () => {
  const url = `file:${join(folder, "mới.db")}`;
  const newer = await openStore(url);
  await newer.commit({ puts: [{ key: "form", value: 2 }] });
  await newer.close();
  const opening = openStores(readConfig({ STORE_URL: url }));
  await expect(opening).rejects.toThrow(StoreTooNew);
  expect(explain(new StoreTooNew(), vi)).toBe(
    "Kho dữ liệu do một phiên bản mới hơn của bot ghi, bản này không đọc được và không thay đổi gì. Hãy cập nhật bot rồi chạy lại.",
  );
});
