import type { Cluster, Redis } from "ioredis";
import { StoreUnavailable } from "#services/store/store.ts";

export type RedisClient = Redis | Cluster;

/** Watches the connection of a client come and go, however many operations wait for it. */
export function watchLink(client: RedisClient, target: string) {
  const bell = createBell();
  let lastError: unknown;
  let watching = true;
  const keepError = (error: unknown) => {
    lastError = error;
  };
  for (const event of CHANGES) client.on(event, bell.ring);
  client.on("error", keepError);
  const unavailable = (cause = lastError) => new StoreUnavailable(target, withoutArguments(cause));

  return {
    unavailable,
    /** Resolves when the connection comes or goes, or after `ms`, or when forgotten. */
    change: bell.next,

    /** Resolves once commands can be sent; rejects with StoreUnavailable after `deadline` (of `performance.now()`). */
    async ready(deadline: number): Promise<void> {
      for (;;) {
        const left = deadline - performance.now();
        if (left <= 0 || !watching || client.status === "end") throw unavailable();
        if (client.status === "ready") return;
        await bell.next(left).rung;
      }
    },

    /** What is under way may still be answered; nothing new is let through. */
    unwatch() {
      watching = false;
      for (const event of CHANGES) client.off(event, bell.ring);
      client.off("error", keepError);
    },
  };
}

export type RedisLink = ReturnType<typeof watchLink>;

const CHANGES = ["ready", "close", "end"] as const;

function createBell() {
  const waiting = new Set<() => void>();

  return {
    ring() {
      for (const forget of [...waiting]) forget();
    },
    next(ms: number) {
      let forget = () => {};
      const rung = new Promise<null>((resolve) => {
        const timer = setTimeout(() => forget(), ms);
        forget = () => {
          clearTimeout(timer);
          waiting.delete(forget);
          resolve(null);
        };
        waiting.add(forget);
      });
      return { rung, forget };
    },
  };
}

/** The driver's errors carry the arguments of the command, a password among them: only their words are kept. */
function withoutArguments(cause: unknown): { cause?: Error } {
  return cause instanceof Error ? { cause: new Error(cause.message) } : {};
}
