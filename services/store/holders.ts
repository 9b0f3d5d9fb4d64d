import { randomUUID } from "node:crypto";
import { readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import { createCollection, type Item } from "#services/store/collection.ts";
import { createHeartbeatWatch } from "#services/store/heartbeat-watch.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { unlessAway } from "#services/store/unless-away.ts";

export interface HoldersOptions {
  readonly store: Store;
  /** How long a heartbeat may stand still before its holder counts as gone. */
  readonly leaseMs?: number;
  /** Ms of a clock that nobody sets. */
  readonly now?: () => number;
}

/** A bot that uses the store: where it runs, so that others there need not wait to learn that it does no more. */
const StoredHolder = z.object({ place: z.string(), pid: z.number(), left: z.boolean() });
type Holder = z.infer<typeof StoredHolder>;

const LEASE_MS = 15_000;
const BEATS_PER_LEASE = 4;

export type Holders = ReturnType<typeof createHolders>;

/** The bots that hold one store, each with a heartbeat in it. */
export function createHolders({ store, leaseMs = LEASE_MS, now = () => performance.now() }: HoldersOptions) {
  const holders = holdersIn(store);
  const id = randomUUID();
  const heartbeats = createHeartbeatWatch(leaseMs);
  const isGone = (item: Item<Holder>) => hasEnded(item.value) || heartbeats.isSilent(item, now());
  const own = (left: boolean): Holder => ({ place: PLACE, pid: process.pid, left });
  let timer: NodeJS.Timeout | undefined;

  async function beat(left = false): Promise<void> {
    await store.commit({ puts: [holders.put(id, own(left))] }, { relaxed: true });
  }

  async function bury(gone: string): Promise<boolean> {
    const [open] = await store.list({ ...keysUnder(`journal/pages/${gone}/`), limit: 1 });
    if (open) return false;
    heartbeats.forget(gone);
    const progress = await store.list(keysUnder(`journal/progress/${gone}/`));
    const deletes = [holders.key(gone), ...progress.map(({ key }) => key)];
    await store.commit({ deletes }, { relaxed: true });
    return true;
  }

  return {
    /** Never used before, not even by the same process. */
    id,

    async start(): Promise<void> {
      await beat();
      timer = setInterval(() => void beat().catch(unlessAway), leaseMs / BEATS_PER_LEASE).unref();
    },

    /** What it leaves behind is anybody's from now on. */
    async stop(): Promise<void> {
      clearInterval(timer);
      const end = async () => (await bury(id)) || (await beat(true));
      await end().catch(unlessAway);
    },

    /** Others that are gone, as far as is known now. */
    async gone(): Promise<readonly string[]> {
      const others = (await holders.list()).filter((item) => item.id !== id);
      return others.filter(isGone).map((item) => item.id);
    },

    /** Forgets one that is gone, and answers true, unless what it had heard waits for somebody. */
    bury,
  };
}

/** Whether a bot holds the store; waits for a heartbeat where the holder runs on another machine. */
export async function isHeld(store: Store, leaseMs = LEASE_MS): Promise<boolean> {
  const holders = holdersIn(store);
  const open = (await holders.list()).filter(({ value }) => !hasEnded(value));
  if (open.some(({ value }) => value.place === PLACE)) return true;
  if (open.length === 0) return false;
  await pause((2 * leaseMs) / BEATS_PER_LEASE);
  const later = new Map((await holders.list()).map(({ id, version }) => [id, version]));
  return open.some(({ id, version }) => later.has(id) && later.get(id) !== version);
}

function holdersIn(store: Store) {
  return createCollection<Holder>({ store, prefix: "holders", version: 1, schema: StoredHolder });
}

/** Where process ids mean what they mean here: this machine, and where it has several sets of them, this one. */
const PLACE = `${hostname()} ${processNamespace()}`;

function processNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    return "";
  }
}

/** It said so, or its process is no more. */
function hasEnded({ place, pid, left }: Holder): boolean {
  return left || (place === PLACE && !isRunning(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}
