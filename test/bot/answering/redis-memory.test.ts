import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { storeAway } from "#locales/vi/refusals.ts";
import { putSample } from "#services/sample/put-sample.ts";
import { createRedisStore } from "#services/store/redis.ts";
import { StoreUnavailable } from "#services/store/store.ts";
import { watchStore } from "#services/store/watched-store.ts";
import { createLog } from "#test/support/log.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";
import { startBot } from "#test/support/start-bot.ts";

const GROUP = { chat: "test:group", chatKind: "group", isChatAdmin: true } as const;

let server: RedisServer;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(() => server.stop());

describe("a bot whose Redis has no memory left", () => {
  it("answers questions, declines the rest in one sentence, logs one line, and goes on once there is room", async () => {
    const log = createLog();
    const store = watchStore(await createRedisStore({ url: server.url, deployment: "full" }), log);
    await putSample(store);
    const bot = await startBot({ store, homeScope: "huyện Tiên Lữ" });
    await store.commit({ puts: [{ key: "a", value: 1 }] });
    const control = new Redis(server.port);
    await control.config("SET", "maxmemory", "1");

    expect(await bot.answer("/xephang thang 8", GROUP)).toMatch(/^Xếp hạng tháng 8\/2024/u);
    for (const command of ["/dangky kết quả tháng", "/diaban tỉnh Gia Lai"])
      expect(await bot.answer(command, GROUP)).toBe(storeAway);
    await expect(store.commit({ puts: [{ key: "a", value: 2 }] })).rejects.toThrow(StoreUnavailable);
    expect((await store.get("a"))?.value).toBe(1);
    expect(log.messages("error")).toEqual([
      "nothing can be written to the store; questions are answered, all else waits",
    ]);
    expect(log.everything()).toContain("OOM command not allowed");

    await control.config("SET", "maxmemory", "0");
    expect(await bot.answer("/dangky kết quả tháng", GROUP)).not.toBe(storeAway);
    expect(log.messages("info")).toEqual(["the store takes writes again"]);
    expect(log.messages("error")).toHaveLength(1);
    control.disconnect();
    await bot.stop();
    await store.close();
  });
});
