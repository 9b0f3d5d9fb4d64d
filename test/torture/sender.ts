// A process of its own that sends what is owed, made of the real parts: store, ledger, queue, pace, engine, channel.
import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { createTelegramChannel } from "#bot/channels/telegram/telegram.ts";
import { asDelivered } from "#commands/messages/messages.ts";
import { vi } from "#locales/vi.ts";
import type { Channel } from "#services/channel.ts";
import { createDelivery } from "#services/delivery/engine.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { openQueue } from "#services/delivery/open-queue.ts";
import { createPace } from "#services/delivery/pace.ts";
import { createProcessBook, createSharedBook } from "#services/delivery/pace-book.ts";
import { text } from "#services/reply/text.ts";
import { openStore } from "#services/store/open-store.ts";

export interface SenderSettings {
  readonly name: string;
  readonly storeUrl: string;
  readonly apiRoot: string;
  readonly token: string;
  readonly leaseMs: number;
  /** Messages a second; null = no limit. */
  readonly rate: number | null;
  /** Messages under way at once. */
  readonly concurrency?: number;
  readonly backoff?: { readonly firstMs: number; readonly mostMs: number };
}

export interface SenderWords {
  readonly ready?: true;
  /** What it logs. */
  readonly level?: string;
  readonly message?: string;
  readonly facts?: string;
}

const settings = JSON.parse(process.argv[2] ?? "{}") as SenderSettings;
const { name, storeUrl, token, apiRoot, leaseMs, rate, concurrency = 30, backoff = {} } = settings;
const say = (level: string) => (facts: object, message: string) => {
  process.send?.({
    level,
    message,
    facts: JSON.stringify(facts, (_, value) => (value instanceof Error ? String(value) : value)),
  });
};
const log = { info: () => undefined, warn: say("warn"), error: say("error") };

const store = await openStore(storeUrl);
const ledger = createLedger({ store });
const queue = await openQueue(storeUrl, { log });
const channel = createTelegramChannel({
  ...{ token, apiRoot, mode: { kind: "polling" }, logger: log },
  memory: createStoredMemory({ store, channel: "telegram" }),
});
/** It never listens here, and so would never be up. */
const sending: Channel = { ...channel, hasBeenUp: () => true };
const engine = createDelivery({
  ...{ ledger, queue, log, leaseMs, concurrency, backoff, owner: name },
  pace: createPace({
    rateOf: () => rate,
    isGroup: (chat) => chat.startsWith("telegram:-"),
    book: storeUrl.startsWith("redis") ? createSharedBook(store) : createProcessBook(),
  }),
  channels: (wanted) => (wanted === channel.name ? sending : undefined),
  render: async (delivery) =>
    asDelivered({ text: text`${delivery.cause}`, actions: [] }, delivery, vi.messages),
});
await engine.start();
process.send?.({ ready: true });

process.on("message", () => {
  void stop();
});
process.on("disconnect", () => process.exit(0));

async function stop(): Promise<void> {
  await engine.stop();
  await queue.stop();
  await store.close();
  process.disconnect();
}
