import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { freePort } from "#test/support/free-port.ts";
import { type Env, type Program, startProgram } from "#test/support/program.ts";
import { type RedisServer, startRedis } from "#test/support/redis.ts";
import { startReverseProxy } from "#test/support/reverse-proxy.ts";

export const WEBHOOK_SECRET = "cluster-webhook-secret-0123456789";
export const REDIS_PASSWORD = "cluster-redis-password";

export interface ClusterOptions {
  /** Telegram as the bots see it: a fake one. */
  readonly telegram: { readonly apiRoot: string; readonly token: string };
  readonly size?: number;
  /** Put into the store before the bots start. */
  readonly fill?: (store: Store) => Promise<void>;
  readonly env?: Env;
}

export interface ClusterBot {
  readonly port: number;
  /** Null while it does not run. */
  readonly program: Program | null;
  start(): Promise<void>;
  /** Without a word, as a power cut would. */
  kill(): Promise<void>;
}

export interface Cluster {
  readonly redis: RedisServer;
  readonly storeUrl: string;
  /** Where the reverse proxy listens: PUBLIC_BASE_URL. */
  readonly url: string;
  readonly bots: readonly ClusterBot[];
  /** Ports of the bots that took a request from the proxy, in order. */
  readonly passed: readonly number[];
  /** Stops all; answers the exit codes of the bots that ran. */
  stop(): Promise<readonly (number | null)[]>;
}

/** What compose.yaml starts, without Docker: real bots behind webhooks, a real Redis and a reverse proxy. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { telegram, size = 2, fill, env = {} } = options;
  const redis = await startRedis({ password: REDIS_PASSWORD });
  const storeUrl = `${redis.url}/0?deployment=cluster`;
  if (fill) await fillStore(storeUrl, fill);
  const ports = await Promise.all(Array.from({ length: size }, freePort));
  const proxy = await startReverseProxy(ports);
  const shared: Env = {
    STORE_URL: storeUrl,
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.apiRoot,
    TELEGRAM_MODE: "webhook",
    PUBLIC_BASE_URL: proxy.url,
    WEBHOOK_SECRET,
    ...env,
  };
  const bots = ports.map((port) => createBot(port, shared));
  for (const bot of bots) await bot.start();

  return {
    redis,
    storeUrl,
    url: proxy.url,
    bots,
    passed: proxy.passed,
    async stop() {
      const running = bots.flatMap(({ program }) => (program ? [program] : []));
      const ended = await Promise.all(running.map((program) => program.stop()));
      await proxy.close();
      await redis.stop();
      return ended.map(({ code }) => code);
    },
  };
}

async function fillStore(url: string, fill: (store: Store) => Promise<void>): Promise<void> {
  const store = await openStore(url);
  await fill(store);
  await store.close();
}

function createBot(port: number, env: Env): ClusterBot {
  let program: Program | null = null;
  return {
    port,
    get program() {
      return program;
    },
    async start() {
      program ??= await startProgram({ ...env, PORT: String(port) });
    },
    async kill() {
      await program?.kill();
      program = null;
    },
  };
}
