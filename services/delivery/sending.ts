import { setTimeout } from "node:timers/promises";
import type { Channel } from "#services/channel.ts";
import type { CircuitBreakers } from "#services/delivery/circuit-breaker.ts";
import type { Claims, Held, Sequel } from "#services/delivery/claims.ts";
import type { Delivery, DeliveryReason } from "#services/delivery/delivery.ts";
import type { Ledger } from "#services/delivery/ledger.ts";
import type { Pace } from "#services/delivery/pace.ts";
import {
  type Answer,
  type Backoff,
  reasonOf,
  settled,
  toSendError,
  unmade,
} from "#services/delivery/settle.ts";
import { type Row, toDelivery } from "#services/delivery/stored-delivery.ts";
import { type ChannelName, type ChatId, channelOf } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { SendError } from "#services/send-error.ts";
import type { Item } from "#services/store/collection.ts";
import { StoreUnavailable } from "#services/store/store.ts";

/** What became of one attempt, once it is in the ledger. */
export interface Outcome {
  readonly delivery: Delivery;
  /** Where it was tried: the delivery itself may have moved on. */
  readonly chat: ChatId;
  /** Why it was not sent; null when it was. */
  readonly error: SendError | null;
}

/** Why a delivery is not to be sent: until a moment (ms since 1970), or, without one, never. */
export interface Muted {
  readonly reason: DeliveryReason;
  readonly until?: number;
}

export interface SendingOptions {
  readonly ledger: Pick<Ledger, "stopChat" | "moveChat">;
  readonly claims: Claims;
  readonly pace: Pace;
  readonly breakers: CircuitBreakers;
  readonly backoff: Backoff;
  readonly channels: (name: ChannelName) => Channel | undefined;
  readonly generalOf: (chat: ChatId) => ChatId | null;
  readonly render: (delivery: Delivery) => Promise<Reply>;
  readonly mute: (delivery: Delivery) => Promise<Muted | null>;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly log: { warn(facts: object, message: string): void };
  readonly clock: () => Date;
  /** Aborted: the store is waited for no more. */
  readonly stopping: AbortSignal;
}

/** A message whose turn has come. */
export interface Prepared {
  readonly row: Item<Row>;
  readonly channel: Channel;
  readonly message: Reply;
}

/** How one delivery goes out. Rejects with StoreUnavailable. */
export function createSending(options: SendingOptions) {
  const { claims, pace, breakers, channels, clock, log, stopping } = options;

  /**
   * mute → make → pace; null when it does not go now. All that takes long comes before the claim: whoever dies
   * meanwhile has sent nothing, and leaves the row due.
   */
  async function prepare(row: Item<Row>): Promise<Prepared | null> {
    const { chat } = row.value;
    const channel = channels(channelOf(chat));
    if (!channel || (await muted(row))) return null;
    const made = await make(row);
    if (!made) return null;
    const message = (await channel.ready?.(made)) ?? made;
    await pace.take(chat, "bulk");
    return breakers.openFor(channel.name) > 0 ? null : { row, channel, message };
  }

  /** claim → send → classify → record; false when somebody else had begun it. */
  async function deliver({ row, channel, message }: Prepared): Promise<boolean> {
    const { chat } = row.value;
    const held = await claims.claim(row);
    if (!held) {
      await pace.giveBack(chat);
      return false;
    }
    const answer = await sent(channel, chat, message);
    classified(channel.name, answer);
    await recorded(held, answer);
    return true;
  }

  async function muted(row: Item<Row>): Promise<boolean> {
    const mute = await options.mute(toDelivery(row.id, row.value));
    if (!mute) return false;
    const now = clock();
    const after: Row = { ...row.value, reason: mute.reason, updatedAt: now.toISOString() };
    const notBefore = Math.max(mute.until ?? 0, now.getTime() + LEAST_MUTE_MS);
    const isForGood = mute.until === undefined;
    const delivery = await claims.putOff(
      row,
      isForGood ? { ...after, state: "cancelled" } : { ...after, notBefore },
    );
    if (delivery) options.onOutcome({ delivery, chat: row.value.chat, error: null });
    return true;
  }

  async function make(row: Item<Row>): Promise<Reply | null> {
    try {
      return await options.render(toDelivery(row.id, row.value));
    } catch (err) {
      log.warn({ err, delivery: row.id }, "a delivery's message could not be made");
      await claims.putOff(row, unmade(row.value, clock(), options.backoff));
      return null;
    }
  }

  /** A refused picture or topic costs no attempt: what is left of the message goes at once. */
  async function sent(channel: Channel, chat: ChatId, message: Reply): Promise<Answer> {
    try {
      const { messages } = await channel.send(chat, message, { unasked: true });
      return { kind: "sent", messages };
    } catch (thrown) {
      const error = toSendError(thrown);
      const { picture, file, ...words } = message;
      if (error.remedy.kind === "text-only" && (picture || file)) return sent(channel, chat, words);
      const general = error.remedy.kind === "general-topic" ? options.generalOf(chat) : null;
      if (general === null || general === chat) return { kind: "failed", error };
      return sent(channel, general, message);
    }
  }

  /** What an answer says about the chat and the channel, beyond this delivery. */
  function classified(channel: ChannelName, answer: Answer): void {
    const { remedy, retryAfterMs = null } = answer.kind === "failed" ? answer.error : {};
    const isSilent = remedy?.kind === "unknown" || (remedy?.kind === "retry" && retryAfterMs === null);
    if (isSilent) breakers.failed(channel);
    else breakers.succeeded(channel);
    if (retryAfterMs === null) return;
    pace.holdChannel(channel, retryAfterMs).catch((err: unknown) => {
      log.warn({ err, channel }, "other processes could not be told to wait");
    });
  }

  async function recorded(held: Held, answer: Answer): Promise<void> {
    const error = answer.kind === "failed" ? answer.error : null;
    const delivery = await untilWritten(() => claims.record(held, (row) => sequelOf(row, answer)));
    if (!delivery) {
      const facts = { delivery: held.row.id, error: error && reasonOf(error) };
      return log.warn(facts, "a delivery was taken over before its outcome could be recorded");
    }
    await followed(held.row.value.chat, error);
    options.onOutcome({ delivery, chat: held.row.value.chat, error });
  }

  function sequelOf(row: Row, answer: Answer): Sequel {
    const remedy = answer.kind === "failed" ? answer.error.remedy : null;
    if (remedy?.kind === "moved" && remedy.to !== row.chat) return { to: remedy.to };
    return { row: settled(row, answer, clock(), options.backoff) };
  }

  /** The message went its way: that the store is away for a while must not make its outcome unknown. */
  async function untilWritten<T>(write: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || stopping.aborted) throw error;
        await setTimeout(WRITE_AGAIN_MS, null, { ref: false });
      }
    }
  }

  /** The chat's other deliveries claims its fate. */
  async function followed(chat: ChatId, error: SendError | null): Promise<void> {
    if (error?.remedy.kind === "forget-chat") await options.ledger.stopChat(chat);
    if (error?.remedy.kind === "moved") await options.ledger.moveChat(chat, error.remedy.to);
  }

  return { prepare, deliver };
}

const WRITE_AGAIN_MS = 500;
const LEAST_MUTE_MS = 1_000;
