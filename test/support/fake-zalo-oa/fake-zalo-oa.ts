import { createHash } from "node:crypto";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { createApiServer, type Fault } from "#test/support/fake-zalo-oa/server.ts";
import { createWorld, type FakeChat, newId, type World } from "#test/support/fake-zalo-oa/world.ts";

export type FakeZaloOa = Awaited<ReturnType<typeof startFakeZaloOa>>;

export interface Said {
  readonly quotes?: string;
  readonly from?: FakeChat;
  readonly attachment?: { readonly type: "image" | "file"; readonly payload: object };
  /** Ms since 1970. */
  readonly at?: number;
}

/** Any event, also one that nobody has documented. */
export interface FakeEvent {
  /** Ms since 1970. */
  readonly timestamp: string;
  readonly [field: string]: unknown;
}

/** Where events are posted, over the network or by hand. */
export type Post = (body: string, headers: Readonly<Record<string, string>>) => Promise<number>;

/** An Official Account on a loopback port: its API with every refusal of Zalo's table, its people and their groups. */
export async function startFakeZaloOa() {
  const world = createWorld();
  const calls: string[] = [];
  const faults: { readonly path: string; readonly fault: Fault }[] = [];
  const server = createApiServer(world, {
    onCall: (path) => void calls.push(path),
    faultOf(path) {
      const at = faults.findIndex((one) => one.path === path);
      return at < 0 ? undefined : faults.splice(at, 1)[0]?.fault;
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let post: Post = async () => 0;

  return {
    world,
    root,
    calls,
    callsOf: (path: string) => calls.filter((one) => one === path).length,
    person: (name = "Trần Thị Bình") => open(world, { isGroup: false, name }),
    group: (name = "Ban chỉ đạo Tiên Lữ") => open(world, { isGroup: true, name }),
    /** Makes the next calls of a path go wrong. */
    fail(path: string, fault: Fault, times = 1): void {
      for (let i = 0; i < times; i++) faults.push({ path, fault });
    },
    postTo(to: Post): void {
      post = to;
    },
    /** Somebody says something; answers the HTTP status of the webhook, and the message's id. */
    async say(chat: FakeChat, text: string, said: Said = {}) {
      const msg_id = newId();
      return { msg_id, status: await tell(eventOf(world, chat, { text, msg_id, ...said })) };
    },
    tell,
    /** The address of something that somebody sent. */
    keep(bytes: Uint8Array, name: string): string {
      const path = `/${newId()}/${encodeURIComponent(name)}`;
      world.sent.set(path, bytes);
      return `${root}${path}`;
    },
    async until<T>(look: () => T, ms = 300_000): Promise<NonNullable<T>> {
      for (const deadline = Date.now() + ms; ; await pause(5)) {
        const seen = look();
        if (seen) return seen as NonNullable<T>;
        if (Date.now() > deadline) throw new Error(`still not: ${look.toString()}`);
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  /** Signed as Zalo's pages say. */
  function tell(event: FakeEvent, secret = world.oaSecret): Promise<number> {
    const body = JSON.stringify(event);
    const mac = createHash("sha256").update(world.appId + body + event.timestamp + secret);
    return post(body, { "x-zevent-signature": `mac=${mac.digest("hex")}` });
  }
}

function open(world: World, { isGroup, name }: Pick<FakeChat, "isGroup" | "name">): FakeChat {
  const chat: FakeChat = { id: newId(), isGroup, name, messages: [], refusal: null, autoDeleteOn: "" };
  world.chats.set(chat.id, chat);
  return chat;
}

function eventOf(
  world: World,
  chat: FakeChat,
  { text, msg_id, quotes, attachment, from, at = world.now() }: Said & { text: string; msg_id: string },
) {
  const kind = attachment?.type ?? "text";
  const someone = from ?? (chat.isGroup ? open(world, { isGroup: false, name: "Nguyễn Văn An" }) : chat);
  return {
    app_id: world.appId,
    oa_id: world.oaId,
    user_id_by_app: newId(),
    event_name: `user_send_${chat.isGroup ? "group_" : ""}${kind}`,
    sender: { id: someone.id },
    recipient: { id: chat.isGroup ? chat.id : world.oaId },
    message: {
      ...(text === "" ? {} : { text }),
      msg_id,
      ...(quotes === undefined ? {} : { quote_msg_id: quotes }),
      ...(attachment === undefined ? {} : { attachments: [attachment] }),
    },
    timestamp: String(at),
  };
}
