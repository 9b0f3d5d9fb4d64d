import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Channel } from "#services/channel.ts";
import { createAlarm } from "#services/delivery/alarm.ts";
import { createCircuitBreakers } from "#services/delivery/circuit-breaker.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { Pace } from "#services/delivery/pace.ts";
import type { DeliveryQueue } from "#services/delivery/queue.ts";
import { createSending, type Muted, type Outcome } from "#services/delivery/sending.ts";
import { type Backoff, USUAL_BACKOFF } from "#services/delivery/settle.ts";
import type { Row } from "#services/delivery/stored-delivery.ts";
import { createWorkFinder } from "#services/delivery/work-finder.ts";
import { type ChannelName, type ChatId, channelOf } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { Item } from "#services/store/collection.ts";

export interface DeliveryOptions {
  readonly ledger: Ledger;
  /** Stopped by whoever made it. */
  readonly queue: DeliveryQueue;
  readonly pace: Pace;
  /** By name, the prefix of chat ids; what no channel serves here stays due. */
  readonly channels: (name: ChannelName) => Channel | undefined;
  /** Rejects when the message cannot be made now; it is tried again. */
  readonly render: (delivery: Delivery) => Promise<Reply>;
  readonly log: { warn(facts: object, message: string): void; error(facts: object, message: string): void };
  readonly clock?: () => Date;
  /** Names this process in the ledger. */
  readonly owner?: string;
  /** How long another process waits for this one before it takes over what it was sending. */
  readonly leaseMs?: number;
  /** Messages under way at once, by channel. */
  readonly concurrency?: number;
  readonly backoff?: Partial<Backoff>;
  /** How long `stop` waits for requests that are under way. */
  readonly graceMs?: number;
  readonly mute?: (delivery: Delivery) => Promise<Muted | null>;
  /** The chat around a topic that is gone. */
  readonly generalOf?: (chat: ChatId) => ChatId | null;
  /** Told of every attempt, once it is recorded. */
  readonly onOutcome?: (outcome: Outcome) => void;
}

export interface DeliveryEngine {
  start(): Promise<void>;
  /** Begins nothing more and lets what is under way end; what does not is left to be taken over. */
  stop(): Promise<void>;
}

/** Sends what is owed, beside as many others as share the ledger. */
export function createDelivery(options: DeliveryOptions): DeliveryEngine {
  const { ledger, queue, pace, channels, log, clock = () => new Date() } = options;
  const { leaseMs = 60_000, concurrency = 30, graceMs = 10_000 } = options;
  const backoff = { ...USUAL_BACKOFF, ...options.backoff };
  const breakers = createCircuitBreakers({ ...backoff, clock });
  const part = ledger.join(`${options.owner ?? "bot"}-${randomUUID()}`, leaseMs);
  const stopping = new AbortController();
  const sending = createSending({
    ...options,
    claims: part,
    breakers,
    backoff,
    clock,
    stopping: stopping.signal,
    mute: options.mute ?? (async () => null),
    generalOf: options.generalOf ?? (() => null),
    onOutcome: options.onOutcome ?? (() => undefined),
  });
  /** Chats to which something goes out, with their channels. */
  const underWay = new Map<ChatId, ChannelName>();
  const requests = new Set<Promise<unknown>>();
  const work = createWorkFinder({
    part,
    enough: concurrency,
    isSending: (chat) => underWay.has(chat),
    isOpen: (chat) => isOpen(channelOf(chat)),
  });
  const alarm = createAlarm(clock, () => void look());
  let isAllSeen = false;
  let looking: Promise<void> | null = null;
  let heartbeat: NodeJS.Timeout | undefined;

  /** What a channel that has never been up would be given would only count as tried. */
  function isOpen(name: ChannelName): boolean {
    const channel = channels(name);
    return channel !== undefined && (channel.hasBeenUp?.() ?? true) && breakers.openFor(name) === 0;
  }

  async function look(): Promise<void> {
    if (stopping.signal.aborted) return;
    looking ??= search().finally(() => {
      looking = null;
    });
    await looking;
  }

  async function search(): Promise<void> {
    try {
      const { isAll, wakeAt, takenOver } = await work.search();
      isAllSeen = isAll;
      if (takenOver > 0)
        log.warn({ count: takenOver }, "deliveries of a process that is gone were taken over");
      if (wakeAt !== null) alarm.at(wakeAt);
    } catch (err) {
      log.warn({ err }, "looking for deliveries failed");
    }
    fill();
  }

  function fill(): void {
    if (stopping.signal.aborted) return;
    for (const channel of work.channels()) {
      const wait = breakers.openFor(channel);
      if (wait > 0) alarm.at(clock().getTime() + wait);
      fillChannel(channel, breakers.allowed(channel, concurrency));
    }
  }

  function fillChannel(channel: ChannelName, room: number): void {
    for (let free = room - inChannel(channel); free > 0; free--) {
      const row = work.take(channel, pace.readyIn);
      if (typeof row === "number") alarm.at(clock().getTime() + row);
      if (row === null || typeof row === "number") return;
      begin(row);
    }
  }

  function inChannel(channel: ChannelName): number {
    let count = 0;
    for (const name of underWay.values()) if (name === channel) count++;
    return count;
  }

  function begin(row: Item<Row>): void {
    const { chat } = row.value;
    underWay.set(chat, channelOf(chat));
    sendOne(row)
      .catch((err: unknown) => {
        if (stopping.signal.aborted) return;
        log.warn({ err, delivery: row.id }, "a delivery could not be begun or recorded");
      })
      .finally(() => {
        underWay.delete(chat);
        fill();
        if (!isAllSeen && work.count() < concurrency) void look();
      });
  }

  async function sendOne(row: Item<Row>): Promise<void> {
    const prepared = await sending.prepare(row);
    if (!prepared || stopping.signal.aborted) return;
    const request = sending.deliver(prepared);
    requests.add(request);
    const isOurs = await request.finally(() => requests.delete(request));
    if (isOurs) return;
    // Others are at work on the same part of the list: leave it to them.
    work.clear();
    isAllSeen = false;
  }

  return {
    async start() {
      await part.beat();
      const beat = () =>
        part.beat().catch((err: unknown) => log.warn({ err }, "the lease could not be renewed"));
      heartbeat = setInterval(() => void beat(), leaseMs / BEATS_PER_LEASE);
      await queue.listen(async () => {
        // What it was rung for may be newer than what a look under way has read.
        await looking;
        await look();
      });
    },

    async stop() {
      stopping.abort();
      alarm.stop();
      clearInterval(heartbeat);
      await looking;
      await Promise.race([Promise.allSettled(requests), pause(graceMs, null, { ref: false })]);
      if (requests.size > 0) log.warn({ count: requests.size }, "deliveries are under way still");
      await part.leave().catch((err: unknown) => log.warn({ err }, "the lease is left to run out"));
    },
  };
}

/** A lease that is renewed late once or twice does not run out. */
const BEATS_PER_LEASE = 4;
