import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createContract } from "#test/support/fake-telegram/contract.ts";
import { download } from "#test/support/fake-telegram/downloads.ts";
import { createFaults, type Fault } from "#test/support/fake-telegram/faults.ts";
import { createMethods } from "#test/support/fake-telegram/methods.ts";
import { createPeople, type People } from "#test/support/fake-telegram/people.ts";
import { createApiServer, type RecordedCall } from "#test/support/fake-telegram/server.ts";
import { createUpdates, type Updates } from "#test/support/fake-telegram/updates.ts";
import {
  type ChatState,
  createWorld,
  type FakeChat,
  type FakeMessage,
  type World,
} from "#test/support/fake-telegram/world.ts";

export interface FakeTelegram extends People {
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly updates: Updates;
  /** Every request so far, long polls left out. */
  readonly calls: readonly RecordedCall[];
  /** Calls that are not of the Bot API, taken off the list: what is left there fails the test at its end. */
  takeBreaches(): readonly string[];
  callsOf(method: string): readonly RecordedCall[];
  /** What stands in a chat now, oldest first. */
  messages(chat: FakeChat): readonly FakeMessage[];
  /** The bot's part of it. */
  sent(chat: FakeChat): readonly FakeMessage[];
  /** What is true of a chat; change it to kick, mute or close. */
  state(chat: FakeChat): ChatState;
  /** Makes the next calls of a method ("*": any) go wrong. */
  fail(method: string, fault: Fault, times?: number): void;
  heal(): void;
  /** Waits until `look` sees something; rejects after `ms`. */
  until<T>(look: () => T, ms?: number): Promise<NonNullable<T>>;
  close(): Promise<void>;
}

export interface FakeTelegramOptions {
  /** 0 = any free port. */
  readonly port?: number;
  readonly token?: string;
}

/** Telegram's Bot API on a loopback port, with its people, its rules and its bad days. */
export async function startFakeTelegram(options: FakeTelegramOptions = {}): Promise<FakeTelegram> {
  const { port = 0, token = "7660000:AAfake-token_for-tests-0123456789abc" } = options;
  const world = createWorld();
  const updates = createUpdates();
  const faults = createFaults();
  const calls: RecordedCall[] = [];
  const record = (call: RecordedCall) => call.method !== "getUpdates" && calls.push(call);
  const contract = createContract(createMethods(world, updates));
  const server = createApiServer({
    token,
    methods: contract,
    faults,
    record,
    files: (path) => download(world, path),
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  return {
    ...createPeople(world, updates),
    apiRoot: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    token,
    world,
    updates,
    calls,
    takeBreaches: () => contract.breaches.splice(0),
    callsOf: (method) => calls.filter((call) => call.method === method),
    messages: (chat) => stateOf(chat).messages,
    sent: (chat) => stateOf(chat).messages.filter((message) => message.from?.id === world.me.id),
    state: stateOf,
    fail: (method, fault, times = 1) => faults.add(method, fault, times),
    heal: faults.clear,
    until,
    async close() {
      updates.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (contract.breaches.length > 0) {
        throw new Error(`not of the Bot API: ${contract.breaches.join("; ")}`);
      }
    },
  };

  function stateOf(chat: FakeChat): ChatState {
    const state = world.chats.get(chat.id);
    if (!state) throw new Error(`no chat ${chat.id}`);
    return state;
  }
}

async function until<T>(look: () => T, ms = 300_000): Promise<NonNullable<T>> {
  const deadline = Date.now() + ms;
  for (;;) {
    const seen = look();
    if (seen) return seen as NonNullable<T>;
    if (Date.now() > deadline) throw new Error(`still not: ${look.toString()}`);
    await pause(5);
  }
}
