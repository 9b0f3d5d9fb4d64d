import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Recipe } from "#services/delivery/delivery.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import type { WatchRequest } from "./broadcast-telegram.ts";

export const ALLOWED_CHATS = 1_500;
/** Messages a second that Telegram lets through (core.telegram.org/bots/faq). */
export const ALLOWED = 30;

export const TSX = { execArgv: ["--import", "tsx"] };
export const CAUSE = "results/od332/2024-08/v1";

export async function owe(store: Store, chats: readonly number[], recipe: Recipe): Promise<void> {
  const list = chats.map((chat) => ({
    ...{ cause: CAUSE, chat: `telegram:${chat}` as const, recipe },
    ...({ locale: "vi", guarantee: "at-most-once" } as const),
  }));
  const { owed: _, ...commit } = await createLedger({ store }).owe(list);
  await store.commit(commit);
}

export async function openPlace() {
  const folder = await mkdtemp(join(tmpdir(), "bot766-bench-"));
  const url = `file:${join(folder, "bench.db")}`;
  const store = await openStore(url);
  return {
    url,
    store,
    async close() {
      await store.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A fake Telegram in a process of its own. */
export async function startTelegram() {
  const child = fork("test/bench/broadcast-telegram.ts", TSX);
  const [{ apiRoot, token }] = (await once(child, "message")) as [{ apiRoot: string; token: string }];
  return {
    apiRoot,
    token,
    async ask(request: WatchRequest): Promise<readonly number[]> {
      child.send(request);
      const [{ numbers, error }] = (await once(child, "message")) as [
        { numbers?: readonly number[]; error?: string },
      ];
      if (!numbers) throw new Error(error);
      return numbers;
    },
    async close() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}

/** Resolves when a process is gone: killed, or, without a signal, asked to stop. */
export async function ended(child: ChildProcess, signal: "SIGTERM" | "SIGKILL" | null): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  if (signal) child.kill(signal);
  else child.send("stop");
  await gone;
}
