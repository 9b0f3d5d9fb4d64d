import { setTimeout } from "node:timers/promises";
import { Redis, ReplyError } from "ioredis";
import { type RedisClient, type RedisLink, watchLink } from "#services/store/redis-link.ts";

export interface RedisConnectionOptions {
  /** A url opens a client of our own; a given client is used as it is and left open. */
  readonly server: string | RedisClient;
  /** How long an operation may wait for a lost connection to come back. */
  readonly patienceMs: number;
}

export interface RedisConnection {
  /**
   * Sends a command and answers its reply. It is sent again when the connection was lost before the reply came, so
   * a command must be safe to repeat. Rejects with StoreUnavailable when the time is over or the server refuses it.
   * Once somebody has waited in vain, those after wait only briefly, until it answers again.
   */
  call(command: string, args: readonly RedisArgument[]): Promise<unknown>;
  /** Lets what is under way end, but does not wait for a server that no longer answers. */
  close(): Promise<void>;
}

export type RedisArgument = string | number;

/** Connects within three seconds or rejects with StoreUnavailable. */
export async function connectRedis({ server, patienceMs }: RedisConnectionOptions): Promise<RedisConnection> {
  const owned = typeof server === "string";
  const client = owned ? openClient(server) : server;
  const link = watchLink(client, describeTarget(server));
  const connection = createConnection({ client, link, owned, patienceMs });

  try {
    if (client.status === "wait") void settle(client.connect());
    await link.ready(performance.now() + CONNECT_MS);
    return connection;
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const CONNECT_MS = 2_000;
/** A reply that takes longer means a dead connection: it is dropped and made anew. */
const SILENCE_MS = 4_000;
const PAUSE_MS = 50;
const LONGEST_RETRY_DELAY_MS = 1_000;
const GOODBYE_MS = 1_000;
/** How long an operation waits for a server that was waited for in vain just before. */
const BRIEF_MS = 300;

/**
 * Codes of a server that is not, or not yet, the one to ask: after a failover the address leads to another one, but
 * only for connections made since.
 */
const ELSEWHERE = /^-?(?:READONLY|MASTERDOWN|LOADING|UNBLOCKED)\b|: -(?:READONLY|MASTERDOWN) /u;

/** Nothing is queued or sent again behind our back: a command given up must not reach the server later. */
function openClient(url: string): Redis {
  const client = new Redis(url, {
    connectTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    reconnectOnError: createReconnecting(),
    retryStrategy: (attempt) => Math.min(PAUSE_MS * 2 ** attempt, LONGEST_RETRY_DELAY_MS),
  });
  // Without a listener the driver prints every error; the operations that suffer from it report it.
  return client.on("error", () => {});
}

interface ConnectionParts {
  readonly client: RedisClient;
  readonly link: RedisLink;
  readonly owned: boolean;
  readonly patienceMs: number;
}

function createConnection({ client, link, owned, patienceMs }: ConnectionParts): RedisConnection {
  const underWay = new Set<Promise<Outcome>>();
  let isAway = false;

  return {
    async call(command, args) {
      const deadline = performance.now() + (isAway ? Math.min(BRIEF_MS, patienceMs) : patienceMs);
      const outcome = settle(sendUntilAnswered(() => client.call(command, [...args]), link, deadline));
      underWay.add(outcome);
      const settled = await outcome;
      underWay.delete(outcome);
      isAway = "error" in settled && client.status !== "ready";
      if ("error" in settled) throw settled.error;
      return settled.reply;
    },
    async close() {
      link.unwatch();
      await Promise.race([Promise.all(underWay), setTimeout(GOODBYE_MS, null, { ref: false })]);
      if (owned) client.disconnect();
    },
  };
}

async function sendUntilAnswered(
  send: () => Promise<unknown>,
  link: RedisLink,
  deadline: number,
): Promise<unknown> {
  for (;;) {
    await link.ready(deadline);
    const change = link.change(deadline - performance.now());
    const outcome = await Promise.race([settle(send()), change.rung]);
    change.forget();
    if (!outcome) continue;
    if ("reply" in outcome) return outcome.reply;
    if (outcome.error instanceof ReplyError && !isElsewhere(outcome.error))
      throw link.unavailable(outcome.error);
    await link.change(PAUSE_MS).rung;
  }
}

/** Whether a connection is to be made anew after an error; not again at once, so that reads come through meanwhile. */
function createReconnecting(): (error: unknown) => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return (error) => {
    const isDue = isElsewhere(error) && performance.now() - last > LONGEST_RETRY_DELAY_MS;
    if (isDue) last = performance.now();
    return isDue;
  };
}

/** The server's own words, of which the first is its code; a script's error has it further on. */
function isElsewhere(error: unknown): boolean {
  return error instanceof Error && ELSEWHERE.test(error.message);
}

type Outcome = { readonly reply: unknown } | { readonly error: unknown };

async function settle(answer: Promise<unknown>): Promise<Outcome> {
  try {
    return { reply: await answer };
  } catch (error) {
    return { error };
  }
}

function describeTarget(server: string | RedisClient): string {
  if (typeof server === "string") return addressOf(server);
  return "host" in server.options ? `redis://${server.options.host}:${server.options.port}` : "redis cluster";
}

/** A store's url without user, password and parameters. */
function addressOf(url: string): string {
  if (!URL.canParse(url)) return "redis";
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}
