import { createMapMemory } from "#bot/channels/memory.ts";
import { createChatKinds } from "#bot/channels/zalo/chat-kinds.ts";
import { createClient } from "#bot/channels/zalo/client.ts";
import { createListening, type ListeningOptions } from "#bot/channels/zalo/listening.ts";
import { createZaloFiles } from "#bot/channels/zalo-files.ts";
import type { Inbound } from "#services/inbound.ts";
import { type FakeZalo, startFakeZalo } from "#test/support/fake-zalo/fake-zalo.ts";
import { createLog, type Log } from "#test/support/log.ts";

export interface Listener {
  readonly fake: FakeZalo;
  readonly listening: ReturnType<typeof createListening>;
  readonly log: Log;
  readonly heard: Inbound[];
  readonly said: () => readonly string[];
  /** Connects; each inbound is recorded, then answered by `answer`. */
  start(answer?: (inbound: Inbound) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** The receiving half of the channel, on a fake Zalo of its own. */
export async function listen(
  options: Partial<ListeningOptions> & { readonly fake?: FakeZalo; readonly token?: string } = {},
): Promise<Listener> {
  const fake = options.fake ?? (await startFakeZalo());
  const { memory = createMapMemory(), token = fake.token } = options;
  const log = createLog();
  const heard: Inbound[] = [];
  const listening = createListening({
    client: createClient({ apiRoot: fake.apiRoot, token }),
    mode: { kind: "polling" },
    logger: log,
    memory,
    chatKinds: createChatKinds(memory),
    interpret: async (inbound) => inbound,
    fetchPicture: createZaloFiles({ apiRoot: fake.apiRoot, logger: log }),
    backoff: { firstMs: 10, mostMs: 50 },
    pollFloorMs: 5,
    ...options,
  });
  return {
    fake,
    listening,
    log,
    heard,
    said: () => heard.map(({ text }) => text),
    start: (answer = async () => {}) =>
      listening.start(async (inbound) => {
        heard.push(inbound);
        await answer(inbound);
      }),
    async close() {
      await listening.stop();
      await fake.close();
    },
  };
}
