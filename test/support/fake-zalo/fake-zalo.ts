import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createFaults, type Fault } from "#test/support/fake-zalo/faults.ts";
import { type Manners, usualManners } from "#test/support/fake-zalo/manners.ts";
import { createMethods } from "#test/support/fake-zalo/methods.ts";
import { createPeople, type People } from "#test/support/fake-zalo/people.ts";
import { createApiServer, type RecordedCall } from "#test/support/fake-zalo/server.ts";
import { createUpdates, type Updates } from "#test/support/fake-zalo/updates.ts";
import {
  type ChatState,
  createWorld,
  type FakeChat,
  type FakeMessage,
  newId,
  type World,
} from "#test/support/fake-zalo/world.ts";

export interface FakeZalo extends People {
  readonly apiRoot: string;
  readonly token: string;
  readonly world: World;
  readonly updates: Updates;
  /** Change them at any time. */
  readonly manners: Manners;
  /** Every request so far, long polls left out. */
  readonly calls: readonly RecordedCall[];
  callsOf(method: string): readonly RecordedCall[];
  /** When each poll came, in ms since 1970. */
  readonly polls: readonly number[];
  /** What the bot sent into a chat, oldest first. */
  sent(chat: FakeChat): readonly FakeMessage[];
  /** What is true of a chat; change it to put the bot out. */
  state(chat: FakeChat): ChatState;
  /** Makes the next calls of a method ("*": any) go wrong. */
  fail(method: string, fault: Fault, times?: number): void;
  heal(): void;
  /** The address of a picture that somebody has. */
  photograph(bytes: Uint8Array): string;
  /** Waits until `look` sees something; rejects after `ms`. */
  until<T>(look: () => T, ms?: number): Promise<NonNullable<T>>;
  close(): Promise<void>;
}

export interface FakeZaloOptions {
  /** 0 = any free port. */
  readonly port?: number;
  readonly token?: string;
}

/** The Zalo Bot API on a loopback port, with its people, its rules, its contradictions and its bad days. */
export async function startFakeZalo(options: FakeZaloOptions = {}): Promise<FakeZalo> {
  const { port = 0, token = "12345689:fake-token-for-tests" } = options;
  const world = createWorld();
  const manners = usualManners();
  const updates = createUpdates(manners);
  const faults = createFaults();
  const calls: RecordedCall[] = [];
  const polls: number[] = [];
  const record = (call: RecordedCall) =>
    call.method === "getUpdates" ? polls.push(call.at) : calls.push(call);
  const methods = createMethods(world, updates, manners);
  const server = createApiServer({ token, methods, faults, manners, record, pictures: world.pictures });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));

  const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...createPeople(world, updates, manners),
    apiRoot,
    token,
    world,
    updates,
    manners,
    calls,
    polls,
    callsOf: (method) => calls.filter((call) => call.method === method),
    sent: (chat) => stateOf(chat).messages,
    state: stateOf,
    photograph(bytes) {
      const path = `/${newId()}.jpg`;
      world.pictures.set(path, bytes);
      return `${apiRoot}${path}`;
    },
    fail: (method, fault, times = 1) => faults.add(method, fault, times),
    heal: faults.clear,
    until,
    async close() {
      updates.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
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
