import { createMapMemory } from "#bot/channels/memory.ts";
import { createZaloChannel, type ZaloChannel, type ZaloOptions } from "#bot/channels/zalo/zalo.ts";
import { createMedia } from "#bot/http/media.ts";
import { createPublicMedia } from "#bot/http/public-media.ts";
import { createHttpServer } from "#bot/http/server.ts";
import type { Inbound } from "#services/inbound.ts";
import { openStore } from "#services/store/open-store.ts";
import { chatWords } from "#test/bot/channels/chat-words.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { createLog, type Log } from "#test/support/log.ts";
import { tinyCharts } from "#test/support/tiny-picture.ts";

export interface Harness {
  readonly fake: FakeZalo;
  readonly channel: ZaloChannel;
  readonly log: Log;
  readonly heard: Inbound[];
  /** Connects; each inbound is recorded. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A Zalo channel on a fake Zalo of its own, with a server that pictures are fetched from. */
export async function openZalo(options: Partial<ZaloOptions> = {}): Promise<Harness> {
  const fake = await startFakeZalo();
  const log = createLog();
  const store = await openStore("file::memory:");
  const media = createMedia({ store, charts: tinyCharts, log });
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log, routes: [media.routes] });
  const baseUrl = `http://127.0.0.1:${await server.start()}`;
  const heard: Inbound[] = [];
  const channel = createZaloChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    mode: { kind: "polling" },
    logger: log,
    memory: createMapMemory(),
    media: createPublicMedia({ media, baseUrl, log, onTrouble: async () => undefined }),
    words: async () => chatWords(),
    backoff: { firstMs: 10, mostMs: 50 },
    pollFloorMs: 5,
    ...options,
  });
  return {
    ...{ fake, channel, log, heard },
    start: () => channel.start(async (inbound) => void heard.push(inbound)),
    async close() {
      await channel.stop();
      await server.stop();
      await store.close();
      await fake.close();
    },
  };
}
