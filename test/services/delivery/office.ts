import type { Channel } from "#services/channel.ts";
import type { Delivery, Guarantee } from "#services/delivery/delivery.ts";
import { createDelivery, type DeliveryEngine, type DeliveryOptions } from "#services/delivery/engine.ts";
import { createLedger, type Ledger } from "#services/delivery/ledger.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import { createPace } from "#services/delivery/pace.ts";
import { createProcessQueue, type DeliveryQueue } from "#services/delivery/queue.ts";
import { type ChatId, channelName, channelOf } from "#services/ids.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import type { Store } from "#services/store/store.ts";
import { chatId } from "#test/support/chat-id.ts";
import { createLog, type Log } from "#test/support/log.ts";

export function newDelivery(cause: string, chat: string, more: Partial<NewDelivery> = {}): NewDelivery {
  const recipe = { kind: "notice", notice: "draft", facts: { broadcast: cause } } as const;
  return { cause, chat: chatId(chat), locale: "vi", recipe, guarantee: "at-least-once", ...more };
}

export async function oweAll(store: Store, ledger: Ledger, list: readonly NewDelivery[]): Promise<number> {
  const { outcome } = await commitUntilFree(store, async () => {
    const { owed, ...commit } = await ledger.owe(list);
    return { commit, outcome: owed };
  });
  return outcome;
}

export interface Sending {
  readonly chat: ChatId;
  readonly text: string;
  readonly resent: boolean;
  /** Of all requests of this channel for this chat, from 1. */
  readonly nth: number;
}

/** A platform in memory: what it answers is `answer`'s business, by default that it took the message. */
export function createPlatform(answer: (sending: Sending) => Promise<void> | void = () => undefined) {
  const asked: Sending[] = [];
  const underWay = new Map<string, number>();
  let most = 0;
  const channel: Channel = {
    name: channelName("test"),
    start: async () => undefined,
    stop: async () => undefined,
    async send(chat, reply) {
      if (channelOf(chat) !== this.name) throw new Error(`not a chat of ${this.name}: ${chat}`);
      const nth = asked.filter((earlier) => earlier.chat === chat).length + 1;
      const [text = "", mark] = reply.text.text.split(" ");
      const sending = { chat, text, resent: mark === "resent", nth };
      asked.push(sending);
      underWay.set(chat, (underWay.get(chat) ?? 0) + 1);
      most = Math.max(most, underWay.get(chat) ?? 0);
      try {
        await answer(sending);
      } finally {
        underWay.set(chat, (underWay.get(chat) ?? 1) - 1);
      }
      return { chat, messages: [String(asked.length)] };
    },
  };
  return {
    channel,
    asked,
    textsTo: (chat: ChatId) => asked.filter((sending) => sending.chat === chat).map(({ text }) => text),
    /** How many requests for one chat were ever under way at once. */
    mostAtOnce: () => most,
  };
}

export type Platform = ReturnType<typeof createPlatform>;

export interface Office {
  readonly ledger: Ledger;
  readonly engine: DeliveryEngine;
  readonly queue: DeliveryQueue;
  readonly log: Log;
  owe(...list: readonly NewDelivery[]): Promise<number>;
  stop(): Promise<void>;
}

const QUICK = { firstMs: 20, mostMs: 100, patienceMs: 60_000 } as const;

/** An engine of its own over a store, as one process has it; nothing is paced. */
export async function openOffice(
  store: Store,
  platform: Platform,
  options: Partial<DeliveryOptions> = {},
): Promise<Office> {
  const log = createLog();
  const ledger = createLedger({ store });
  const queue = createProcessQueue({ log, everyMs: 40 });
  const engine = createDelivery({
    ledger,
    queue,
    pace: unhurried(),
    channels: (name) => (name === platform.channel.name ? platform.channel : undefined),
    render: async (delivery) => ({
      text: { text: `${delivery.cause}${delivery.resent ? " resent" : ""}`, spans: [] },
      actions: [],
    }),
    log,
    leaseMs: 60_000,
    backoff: QUICK,
    ...options,
  });
  await engine.start();
  return {
    ledger,
    engine,
    queue,
    log,
    async owe(...list) {
      const owed = await oweAll(store, ledger, list);
      await queue.ring();
      return owed;
    },
    async stop() {
      await engine.stop();
      await queue.stop();
    },
  };
}

/** A pace without any limit but what a platform asks for. */
export function unhurried(): DeliveryOptions["pace"] {
  const pace = createPace({ rateOf: () => null, isGroup: () => false });
  return {
    ...pace,
    take: async () => undefined,
    readyIn: () => 0,
  };
}

export async function until(look: () => boolean | Promise<boolean>, ms = 300_000): Promise<void> {
  for (const deadline = Date.now() + ms; !(await look()); await new Promise((r) => setTimeout(r, 5))) {
    if (Date.now() > deadline) throw new Error(`still not: ${look.toString()}`);
  }
}

/** What became of a cause's deliveries: "chat state/reason", in the order of the chats. */
export async function statesOf(ledger: Ledger, cause: string): Promise<readonly string[]> {
  return (await ledger.ofCause(cause)).map(stateOf).sort();
}

function stateOf({ chat, state, reason }: Delivery): string {
  return `${chat} ${state}${reason ? `/${reason}` : ""}`;
}

export const isOver = ({ state }: Delivery): boolean => state !== "due" && state !== "sending";

export const guarantees: readonly Guarantee[] = ["at-least-once", "at-most-once"];
