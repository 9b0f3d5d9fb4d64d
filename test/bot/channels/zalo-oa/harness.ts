import { createMapMemory } from "#bot/channels/memory.ts";
import type { Warning } from "#bot/channels/zalo-oa/health.ts";
import { createRenew } from "#bot/channels/zalo-oa/renew.ts";
import { createTokens, type TokensOptions } from "#bot/channels/zalo-oa/tokens.ts";
import { createZaloOaChannel, type ZaloOaOptions } from "#bot/channels/zalo-oa/zalo-oa.ts";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import type { Inbound } from "#services/inbound.ts";
import { openStore } from "#services/store/open-store.ts";
import { chatWords } from "#test/bot/channels/chat-words.ts";
import { startFakeZaloOa } from "#test/support/fake-zalo-oa/fake-zalo-oa.ts";
import { createLog } from "#test/support/log.ts";

export type Harness = Awaited<ReturnType<typeof openZaloOa>>;

/** A channel of a fake Official Account; events reach it by hand, signed. */
export async function openZaloOa(options: Partial<ZaloOaOptions> & Partial<TokensOptions> = {}) {
  const fake = await startFakeZaloOa();
  const { world, root } = fake;
  const log = createLog();
  const store = await openStore("file::memory:");
  const outgoing = createOutgoing();
  const tokens = createTokens({
    store,
    pasted: { access: world.access, refresh: world.refresh },
    renew: createRenew({
      ...{ appId: world.appId, appSecret: world.appSecret },
      ...{ oauthRoot: root, fetch: outgoing.fetch },
    }),
    logger: log,
    ...options,
  });
  const heard: Inbound[] = [];
  const warnings: Warning[] = [];
  let refusals = 0;
  const channel = createZaloOaChannel({
    appId: world.appId,
    secrets: [world.oaSecret, world.appSecret],
    apiRoot: root,
    fetch: outgoing.fetch,
    tokens,
    logger: log,
    memory: createMapMemory(),
    media: {
      file: async () => ({ url: "https://bot.example/f/1", until: new Date("2024-10-07T17:00:00Z") }),
    },
    words: async () => chatWords(),
    backoff: { firstMs: 10, mostMs: 50 },
    onWarning: async (warning) => void warnings.push(warning),
    onRefused: async () => void refusals++,
    ...options,
  });
  fake.postTo(async (body, headers) => {
    const request = new Request("http://bot/zalo-oa", { method: "POST", body, headers });
    return (await channel.webhook(request)).status;
  });
  return {
    ...{ fake, channel, tokens, store, log, heard, warnings },
    refusals: () => refusals,
    start: () => channel.start(async (inbound) => void heard.push(inbound)),
    async close() {
      await channel.stop();
      outgoing.close();
      await store.close();
      await fake.close();
    },
  };
}
