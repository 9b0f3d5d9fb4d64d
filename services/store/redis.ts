import { randomUUID } from "node:crypto";
import { toJson } from "#services/store/json.ts";
import { connectRedis, type RedisArgument } from "#services/store/redis-connection.ts";
import type { RedisClient } from "#services/store/redis-link.ts";
import { COMMIT_SCRIPT, LIST_SCRIPT } from "#services/store/redis-scripts.ts";
import type { Commit, CommitResult, Entry, KeyRange, Store, StoreWarning } from "#services/store/store.ts";

export type RedisStoreOptions = {
  /** Stores of different deployments share a server without seeing each other. */
  readonly deployment?: string;
  /** How long an operation may wait for a lost connection to come back. */
  readonly patienceMs?: number;
} & ({ readonly url: string } | { readonly client: RedisClient });

/**
 * A store in Redis ≥ 6.2, single or cluster. Rejects with StoreUnavailable when the server cannot be reached within
 * three seconds. Closes the client it opened from a url, never one it was given.
 *
 * After StoreUnavailable a commit that was under way may or may not have happened; it never happens twice.
 */
export async function createRedisStore(options: RedisStoreOptions): Promise<Store> {
  const { deployment = "main", patienceMs = 5_000 } = options;
  const names = nameKeys(deployment);
  const server = "url" in options ? options.url : options.client;
  const redis = await connectRedis({ server, patienceMs });

  function run(script: string, keys: readonly string[], args: readonly RedisArgument[]): Promise<unknown> {
    return redis.call("EVAL", [script, keys.length, ...keys, ...args]);
  }

  return {
    async get(key) {
      return toEntry(key, (await redis.call("HGET", [names.entries, key])) as Stored);
    },
    async getMany(keys) {
      if (keys.length === 0) return [];
      const stored = (await redis.call("HMGET", [names.entries, ...keys])) as Stored[];
      return keys.map((key, i) => toEntry(key, stored[i] ?? null));
    },
    async list(range) {
      const found = await run(LIST_SCRIPT, [names.order, names.entries], rangeArguments(range));
      return toEntries(found as string[]);
    },
    async commit(commit) {
      const keys = [names.order, names.entries, names.counter, names.memoryOf(randomUUID())];
      return toResult((await run(COMMIT_SCRIPT, keys, commitArguments(commit))) as [number, string]);
    },
    warnings: () => warningsOf((setting) => redis.call("CONFIG", ["GET", setting])),
    close: redis.close,
  };
}

/** What README asks of the server: without these a broadcast may go out twice after a power cut. */
const WANTED = { appendonly: "yes", appendfsync: "always", "maxmemory-policy": "noeviction" } as const;

/** A server that does not say how it is set, as hosted ones do not, is believed. */
async function warningsOf(ask: (setting: string) => Promise<unknown>): Promise<readonly StoreWarning[]> {
  const warnings: StoreWarning[] = [];
  for (const [setting, wanted] of Object.entries(WANTED)) {
    const answer = await ask(setting).catch(() => null);
    const found = Array.isArray(answer) ? answer[1] : null;
    if (typeof found === "string" && found !== wanted) warnings.push({ setting, found, wanted });
  }
  return warnings;
}

/** How long Redis knows an applied commit again; far longer than a lost reply is waited for. */
const COMMIT_MEMORY_SECONDS = 600;

/** "version:json", or null when there is none. */
type Stored = string | null;

/** The braces make one hash slot of all keys: Redis Cluster runs a script only over keys of one slot. */
function nameKeys(deployment: string) {
  if (!/^[\w.-]+$/.test(deployment)) throw new TypeError(`"${deployment}" cannot name a deployment`);
  const tag = `{bot766:${deployment}}`;
  return {
    order: `${tag}:order`,
    entries: `${tag}:entries`,
    counter: `${tag}:counter`,
    memoryOf: (commit: string) => `${tag}:commit:${commit}`,
  };
}

function rangeArguments({ from, to, limit = -1, reverse = false }: KeyRange): RedisArgument[] {
  const [first, last] = [`[${from}`, `(${to}`];
  return reverse ? ["ZREVRANGEBYLEX", last, first, limit] : ["ZRANGEBYLEX", first, last, limit];
}

function commitArguments({ checks = [], puts = [], deletes = [] }: Commit): RedisArgument[] {
  return [
    COMMIT_MEMORY_SECONDS,
    checks.length,
    puts.length,
    deletes.length,
    ...checks.flatMap(({ key, version }) => [key, version]),
    ...puts.flatMap(({ key, value }) => [key, toJson(key, value)]),
    ...deletes,
  ];
}

function toEntry(key: string, stored: Stored): Entry | null {
  if (stored === null) return null;
  const colon = stored.indexOf(":");
  return { key, value: JSON.parse(stored.slice(colon + 1)), version: Number(stored.slice(0, colon)) };
}

function toEntries(flat: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  for (let i = 0; i < flat.length; i += 2) {
    const entry = toEntry(flat[i] ?? "", flat[i + 1] ?? null);
    if (entry) entries.push(entry);
  }
  return entries;
}

function toResult([committed, answer]: readonly [number, string]): CommitResult {
  return committed === 1
    ? { committed: true, version: Number(answer) }
    : { committed: false, conflict: answer };
}
