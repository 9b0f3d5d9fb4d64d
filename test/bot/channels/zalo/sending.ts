import { createMapMemory } from "#bot/channels/memory.ts";
import { type ChatWords, createNumbered, type Numbered } from "#bot/channels/numbered.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { createSender } from "#bot/channels/zalo/send.ts";
import { createMedia } from "#bot/http/media.ts";
import { createPublicMedia } from "#bot/http/public-media.ts";
import { createHttpServer } from "#bot/http/server.ts";
import type { SendOptions } from "#services/channel.ts";
import type { MediaTrouble } from "#services/delivery/notice.ts";
import type { Receipt } from "#services/receipt.ts";
import type { Reply } from "#services/reply/reply.ts";
import { openStore } from "#services/store/open-store.ts";
import { chatWords } from "#test/bot/channels/chat-words.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import type { FakeChat, FakeMessage } from "#test/support/fake-zalo/world.ts";
import { createLog, type Log } from "#test/support/log.ts";
import { tinyCharts } from "#test/support/tiny-picture.ts";

export interface SendingOptions {
  /** Nothing outside can fetch a picture: there is no address, or nobody answers there. */
  readonly address?: "none" | "nobody";
  readonly photoTimeoutMs?: number;
  readonly kind?: ChatWords["kind"];
  /** Noting that a message went out fails. */
  readonly forgets?: boolean;
}

export interface Sending {
  readonly fake: FakeZalo;
  readonly chat: FakeChat;
  readonly log: Log;
  readonly numbered: Numbered;
  readonly troubles: readonly MediaTrouble[];
  send(reply: Partial<Reply>, how?: SendOptions): Promise<Receipt>;
  /** Messages counted so far. */
  spent(): number;
  /** What stands in the chat, oldest first. */
  arrived(): readonly FakeMessage[];
  close(): Promise<void>;
}

/** A sender before a fake Zalo that fetches pictures from the bot's own server. */
export async function openSending(options: SendingOptions = {}): Promise<Sending> {
  const { kind = "private", address, photoTimeoutMs = 5000 } = options;
  const fake = await startFakeZalo();
  const chat = kind === "group" ? fake.group() : fake.privateChat();
  const log = createLog();
  const store = await openStore("file::memory:");
  const media = createMedia({ store, charts: tinyCharts, log });
  const server = createHttpServer({ host: "127.0.0.1", port: 0, log, routes: [media.routes] });
  const port = await server.start();
  const numbered = createNumbered(createMapMemory());
  const troubles: MediaTrouble[] = [];
  const baseUrl = address === "none" ? null : `http://127.0.0.1:${address === "nobody" ? 1 : port}`;
  let spent = 0;
  const send = createSender({
    client: createClient({ token: fake.token, apiRoot: fake.apiRoot, photoTimeoutMs }),
    media: createPublicMedia({
      ...{ media, baseUrl, log },
      onTrouble: async (trouble) => void troubles.push(trouble),
    }),
    numbered,
    words: async () => chatWords(kind),
    async onSpent() {
      if (options.forgets) throw new Error("the store is gone");
      spent += 1;
    },
    logger: log,
  });
  return {
    ...{ fake, chat, log, numbered, troubles },
    send: (reply, how) =>
      send(`zalo:${chat.id}`, { text: { text: "", spans: [] }, actions: [], ...reply }, how),
    spent: () => spent,
    arrived: () => fake.sent(chat),
    async close() {
      await server.stop();
      await store.close();
      await fake.close();
    },
  };
}
