import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startRedis } from "#test/support/redis.ts";

/** Where the ledger is kept. */
export interface Place {
  readonly url: string;
  /** Takes it away for so long; null = it cannot be. */
  readonly restart: ((awayMs: number) => Promise<void>) | null;
  close(): Promise<void>;
}

export async function openPlace(store: "sqlite" | "redis"): Promise<Place> {
  return store === "sqlite" ? openFile() : openRedis();
}

async function openFile(): Promise<Place> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-torture-"));
  return {
    url: `file:${join(folder, "bot766.db")}`,
    restart: null,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

async function openRedis(): Promise<Place> {
  const redis = await startRedis();
  return {
    url: `${redis.url}?deployment=torture`,
    async restart(awayMs) {
      await redis.halt();
      await pause(awayMs);
      await redis.start();
    },
    close: redis.stop,
  };
}
