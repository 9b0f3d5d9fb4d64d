import { fileURLToPath } from "node:url";
import { type Store, StoreUnavailable } from "#services/store/store.ts";

/**
 * Opens the store a url names: `file:./data/bot766.db`, `file::memory:`, `redis://host:6379/0?deployment=hung-yen`,
 * `rediss://…`. Only the driver needed is loaded. Rejects with StoreUnavailable within about three seconds.
 */
export async function openStore(url: string): Promise<Store> {
  if (url.startsWith("file:")) {
    const { createSqliteStore } = await import("#services/store/sqlite.ts");
    return createSqliteStore({ path: filePath(url) });
  }
  if (/^rediss?:\/\//.test(url) && URL.canParse(url)) {
    const { createRedisStore } = await import("#services/store/redis.ts");
    const deployment = new URL(url).searchParams.get("deployment");
    return createRedisStore({ url, ...(deployment === null ? {} : { deployment }) });
  }
  const [scheme = ""] = url.split(":", 1);
  throw new StoreUnavailable(`${scheme}:`, { cause: new TypeError("a store is file:… or redis://…") });
}

function filePath(url: string): string {
  return url.startsWith("file://") ? fileURLToPath(url) : url.slice("file:".length);
}
