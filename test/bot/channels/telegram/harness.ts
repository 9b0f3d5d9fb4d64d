import { createMapMemory } from "#bot/channels/memory.ts";
import {
  createTelegramChannel,
  type TelegramChannel,
  type TelegramOptions,
} from "#bot/channels/telegram/telegram.ts";
import type { Inbound } from "#services/inbound.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { createLog, type Log } from "#test/support/log.ts";

export interface Harness {
  readonly fake: FakeTelegram;
  readonly channel: TelegramChannel;
  readonly log: Log;
  readonly heard: Inbound[];
  /** Connects; each inbound is recorded, then answered by `answer`. */
  start(answer?: (inbound: Inbound) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** A Telegram channel on a fake Telegram of its own. */
export async function openTelegram(options: Partial<TelegramOptions> = {}): Promise<Harness> {
  const fake = await startFakeTelegram();
  const log = createLog();
  const heard: Inbound[] = [];
  const channel = createTelegramChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    mode: { kind: "polling" },
    logger: log,
    memory: createMapMemory(),
    backoff: { firstMs: 10, mostMs: 50 },
    ...options,
  });
  return {
    fake,
    channel,
    log,
    heard,
    start: (answer = async () => {}) =>
      channel.start(async (inbound) => {
        heard.push(inbound);
        await answer(inbound);
      }),
    async close() {
      await channel.stop();
      await fake.close();
    },
  };
}

export function words(text: string, actions: readonly (readonly Action[])[] = []): Reply {
  return { text: { text, spans: [] }, actions };
}
