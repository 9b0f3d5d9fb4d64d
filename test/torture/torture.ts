import { setTimeout as pause } from "node:timers/promises";
import { vi } from "#locales/vi.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import type { NewDelivery } from "#services/delivery/owing.ts";
import { commitUntilFree } from "#services/store/commit-until-free.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder, type Store, StoreUnavailable } from "#services/store/store.ts";
import { type FaultTelegram, startFaultTelegram } from "#test/support/fault-telegram.ts";
import { createRandom, type Random } from "#test/support/random.ts";
import { createCrew } from "#test/torture/crew.ts";
import { createFates } from "#test/torture/fates.ts";
import { createKiller } from "#test/torture/killer.ts";
import { openPlace, type Place } from "#test/torture/place.ts";
import { type Span, type Verdict, verify, wasCutShort } from "#test/torture/verify.ts";

export interface TortureOptions {
  readonly seed: number;
  readonly deliveries: number;
  readonly kills: number;
  /** One process on a SQLite file, or two on Redis, which is restarted in the middle. */
  readonly store: "sqlite" | "redis";
  readonly leaseMs?: number;
  /** After that long what is not final counts as lost. */
  readonly patienceMs?: number;
}

export interface TortureReport extends Verdict {
  readonly seed: number;
  readonly owed: number;
  readonly requests: number;
  readonly kills: number;
  /** Requests that were under way when their sender died. */
  readonly cutShort: number;
  readonly redisRestarts: number;
  readonly seconds: number;
  /** How often senders logged what. */
  readonly logged: Readonly<Record<string, number>>;
}

/** Makes real processes send through a bad line and kills them at it; then compares the ledger with the server. */
export async function torture(options: TortureOptions): Promise<TortureReport> {
  const { seed, leaseMs = 1_500 } = options;
  const started = Date.now();
  const random = createRandom(seed);
  const place = await openPlace(options.store);
  const killer = createKiller(random, options);
  const telegram = await startFaultTelegram({ fateOf: createFates(random), onPhase: killer.look });
  const store = await openStore(place.url);
  const crew = createCrew({ telegram, storeUrl: place.url, leaseMs, size: place.restart ? 2 : 1 });
  killer.aim(crew.kill);
  try {
    const owed = await owe(store, plan(telegram, options.deliveries, random));
    crew.start();
    const outages = await endure(store, place, options);
    await crew.stop();
    const evidence = {
      ...{ owed, rows: await allRows(store), requests: telegram.requests, deaths: crew.deaths, outages },
      ...{ mark: vi.messages.resent, chatNow: telegram.chatNow, standing: standingAt(telegram) },
    };
    const verdict = verify(evidence);
    return {
      ...verdict,
      faults: [...verdict.faults, ...crew.faults],
      ...{ seed, owed, requests: telegram.requests.length, kills: crew.deaths.size },
      cutShort: telegram.requests.filter((request) => wasCutShort(request, crew.deaths)).length,
      redisRestarts: outages.length,
      seconds: (Date.now() - started) / 1_000,
      logged: crew.logged,
    };
  } finally {
    await crew.stop();
    await store.close();
    await telegram.close();
    await place.close();
  }
}

/** One broadcast after another to all chats, in turn at least and at most once; some groups have moved meanwhile. */
function plan({ fake }: FaultTelegram, deliveries: number, random: Random): readonly NewDelivery[] {
  const chats = Array.from({ length: Math.max(FEWEST_CHATS, deliveries / 10) }, (_, i) =>
    i % 2 === 0
      ? fake.group({ type: i % 4 === 0 ? "group" : "supergroup" })
      : fake.privateChat(fake.person("An")),
  );
  const list = Array.from({ length: deliveries }, (_, i): NewDelivery => {
    const nth = Math.floor(i / chats.length);
    const cause = `results-${nth}`;
    return {
      cause,
      chat: `telegram:${chats[i % chats.length]?.id}`,
      locale: "vi",
      recipe: { kind: "notice", notice: "draft", facts: { broadcast: cause } },
      guarantee: nth % 2 === 0 ? "at-least-once" : "at-most-once",
    };
  });
  for (const chat of chats) {
    if (chat.type === "group" && random.next() < MOVED) fake.migrate(chat, { silent: true });
  }
  return list;
}

const FEWEST_CHATS = 25;
const MOVED = 0.2;

async function owe(store: Store, list: readonly NewDelivery[]): Promise<number> {
  const { outcome } = await commitUntilFree(store, async () => {
    const { owed, ...commit } = await createLedger({ store }).owe(list);
    return { commit, outcome: owed };
  });
  return outcome;
}

const LOOK_MS = 100;
const AWAY_MS = 700;

/** Until nothing is owed any more; a store that can be restarted is, when half of it is done. */
async function endure(store: Store, { restart }: Place, options: TortureOptions): Promise<readonly Span[]> {
  const { deliveries, patienceMs = 600_000 } = options;
  const ledger = createLedger({ store });
  const outages: Span[] = [];
  for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(LOOK_MS)) {
    const { count } = await ledger.pending().catch(whileAway);
    if (count === 0) return outages;
    if (!restart || outages.length > 0 || count > deliveries / 2) continue;
    const from = Date.now();
    await restart(AWAY_MS);
    outages.push({ from, to: Date.now() + RECONNECTED_WITHIN_MS });
  }
  return outages;
}

const RECONNECTED_WITHIN_MS = 2_000;

function whileAway(error: unknown): { readonly count: number } {
  if (error instanceof StoreUnavailable) return { count: Number.POSITIVE_INFINITY };
  throw error;
}

async function allRows(store: Store): Promise<readonly Delivery[]> {
  const ledger = createLedger({ store });
  const prefix = "deliveries/rows/";
  const entries = await store.list(keysUnder(prefix));
  const rows = await Promise.all(entries.map(({ key }) => ledger.get(key.slice(prefix.length))));
  return rows.filter((row) => row !== null);
}

function standingAt({ fake }: FaultTelegram): ReadonlyMap<number, readonly number[]> {
  const states = [...fake.world.chats.values()];
  return new Map(
    states.map(({ chat }) => [chat.id, fake.sent(chat).map(({ message_id: id }) => id)] as const),
  );
}
