import * as z from "zod";
import type { Delivery, DeliveryReason, DeliveryState, Recipe } from "#services/delivery/delivery.ts";
import { StoredNotice } from "#services/delivery/notice.ts";
import { type ChatId, StoredChatId } from "#services/ids.ts";
import { StoredPeriod } from "#services/periods/stored-period.ts";
import { createCollection, type Item } from "#services/store/collection.ts";
import type { Store } from "#services/store/store.ts";

/** A delivery as it is kept. That it is being sent now is not kept here: its chat's lane says so. */
export interface Row extends Omit<Delivery, "id" | "state"> {
  readonly state: Exclude<DeliveryState, "sending">;
  /** Its place among the deliveries of its chat, by bytes. */
  readonly order: string;
  /** Since when it is to be sent, ms since 1970: patience is counted from here. */
  readonly since: number;
  /** Taken back while it was being sent: should it come back unsent, it is cancelled for this reason. */
  readonly recalled: DeliveryReason | null;
}

/** What is owed, one key a row that is due: looking for work reads these, however long the history. */
export interface Owed {
  readonly cause: string;
  readonly chat: ChatId;
  readonly notBefore: number;
}

/** A chat to which something is being sent right now, and by whom. Its version is the sender's fence. */
export interface Lane {
  readonly id: string;
  readonly owner: string;
}

/** An owner's word that it lives; its lanes are anybody's after `until`, ms since 1970. */
export interface Owner {
  readonly until: number;
}

export type DeliveryKeys = ReturnType<typeof createDeliveryKeys>;

/** Where the ledger keeps what. */
export function createDeliveryKeys(store: Store) {
  const version = 1;
  return {
    rows: createCollection<Row>({ store, prefix: "deliveries/rows", version, schema: StoredRow }),
    owed: createCollection<Owed>({ store, prefix: "deliveries/owed", version, schema: StoredOwed }),
    /** Every row of a chat, in its order. */
    byChat: createCollection<string>({ store, prefix: "deliveries/by-chat", version, schema: z.string() }),
    /** Ids of rows that failed, in the order of time. */
    failed: createCollection<string>({ store, prefix: "deliveries/failed", version, schema: z.string() }),
    lanes: createCollection<Lane>({ store, prefix: "deliveries/lanes", version, schema: StoredLane }),
    owners: createCollection<Owner>({ store, prefix: "deliveries/owners", version, schema: StoredOwner }),
  };
}

export function rowId({ cause, chat }: Pick<Row, "cause" | "chat">): string {
  return `${cause}/${chat}`;
}

/** Its id among what is owed and among its chat's rows. */
export function turnId({ chat, order, cause }: Pick<Row, "chat" | "order" | "cause">): string {
  return `${chatTurns(chat)}${order}|${cause}`;
}

/** It is not sent again by itself, and may not have arrived. */
export function isFailed({ state }: Pick<Delivery, "state">): boolean {
  return state === "refused" || state === "unknown";
}

/** Its id among what failed. */
export function failureId({ updatedAt, cause, chat }: Pick<Row, "updatedAt" | "cause" | "chat">): string {
  return `${updatedAt}|${rowId({ cause, chat })}`;
}

/** What the turns of one chat begin with; no other chat's do. */
export function chatTurns(chat: ChatId): string {
  return `${chat}|`;
}

/** The id from which the turns of the chats after this one begin. */
export function afterChat(chat: ChatId): string {
  return `${chatTurns(chat)}\u{10FFFF}`;
}

export function owedOf({ cause, chat, notBefore }: Row): Owed {
  return { cause, chat, notBefore };
}

/** The row as everybody else sees it. */
export function toDelivery(id: string, row: Row, isBeingSent = false): Delivery {
  const { order: _order, since: _since, recalled: _recalled, ...delivery } = row;
  return { id, ...delivery, state: isBeingSent ? "sending" : row.state };
}

export function isSentBy(lane: Item<Lane> | null | undefined, id: string): boolean {
  return lane?.value.id === id;
}

const period = StoredPeriod;
const scope = z.string();
const version = z.number();

const StoredRecipe: z.ZodType<Recipe> = z
  .discriminatedUnion("kind", [
    z.object({ kind: z.literal("results"), scope, period, version }),
    z.object({ kind: z.literal("correction"), scope, period, from: z.number(), version }),
    z.object({
      kind: z.literal("alerts"),
      batch: z.string(),
      events: z.array(z.number()).readonly(),
      formerly: z.array(z.string()).readonly(),
    }),
    z.object({ kind: z.literal("digest"), chat: StoredChatId, day: z.string() }),
    z.object({
      kind: z.literal("alerts-reminder"),
      scope,
      alerts: z.array(z.number().int()).readonly(),
    }),
    z.object({
      kind: z.literal("explanation"),
      alert: z.number().int(),
      nth: z.number().int(),
      news: z.enum(["sent", "accepted", "returned", "due"]),
      acts: z.boolean(),
    }),
    z.object({
      kind: z.literal("task-reminder"),
      tasks: z.array(z.object({ task: z.string(), occurrence: z.string() })).readonly(),
    }),
  ])
  .or(StoredNotice);

const reason = z.enum([
  "blocked",
  "chat-not-found",
  "no-rights",
  "bad-request",
  "unauthorized",
  "too-large",
  "too-many-requests",
  "unreachable",
  "timeout",
  "server-error",
  "process-died",
  "withdrawn",
  "left-chat",
  "quota",
  "muted",
]) satisfies z.ZodType<DeliveryReason>;

const StoredRow: z.ZodType<Row> = z.object({
  cause: z.string(),
  chat: StoredChatId,
  locale: z.enum(["vi", "en"]),
  recipe: StoredRecipe,
  guarantee: z.enum(["at-least-once", "at-most-once"]),
  state: z.enum(["due", "sent", "refused", "unknown", "cancelled"]),
  reason: reason.nullable(),
  attempts: z.number(),
  notBefore: z.number(),
  resent: z.boolean(),
  messages: z.array(z.string()).readonly().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
  order: z.string(),
  since: z.number(),
  recalled: reason.nullable(),
});

const StoredOwed = z.object({ cause: z.string(), chat: StoredChatId, notBefore: z.number() });
const StoredLane = z.object({ id: z.string(), owner: z.string() });
const StoredOwner = z.object({ until: z.number() });
