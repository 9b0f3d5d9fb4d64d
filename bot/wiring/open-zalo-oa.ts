import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import type { Warning } from "#bot/channels/zalo-oa/health.ts";
import { createRenew } from "#bot/channels/zalo-oa/renew.ts";
import { createTokens } from "#bot/channels/zalo-oa/tokens.ts";
import { createZaloOaChannel } from "#bot/channels/zalo-oa/zalo-oa.ts";
import type { ZaloOaConfig } from "#bot/config/config.ts";
import { createPublicMedia } from "#bot/http/public-media.ts";
import type { OpenPlatformOptions, Platform } from "#bot/wiring/platform.ts";
import { wordsIn } from "#bot/wiring/words-in.ts";
import { channelName } from "#services/ids.ts";
import { createJournal } from "#services/journal/journal.ts";

const NAME = channelName("zalo-oa");
/** Anybody may know it: what is posted there is signed. */
const PATH = `/${NAME}`;

/** A Zalo Official Account with what it needs of the bot. */
export function openZaloOa(account: ZaloOaConfig, options: OpenPlatformOptions): Platform {
  const { config, store, media, fetch, log, secrets } = options;
  const { appId, appSecret, webhookKey, oauthRoot } = account;
  const channel = createZaloOaChannel({
    ...{ appId, fetch, logger: log },
    secrets: [webhookKey, appSecret],
    apiRoot: account.apiRoot,
    rate: account.rate,
    tokens: createTokens({
      ...{ store, pasted: account.tokens, logger: log, onSecrets: secrets.learn },
      renew: createRenew({ appId, appSecret, oauthRoot, fetch }),
    }),
    memory: createStoredMemory({ store, channel: NAME }),
    media: createPublicMedia({ media, fetch, log, baseUrl: config.publicBaseUrl, onTrouble: async () => {} }),
    words: wordsIn(options),
    onRefused: () => tellRefused(options),
    onWarning: (warning) => tellEnding(options, warning),
    journal: createJournal({ store, channel: NAME, holders: options.holders, repeats: "any" }),
  });
  return { channel, webhook: { path: PATH, handle: (request) => channel.webhook(request) } };
}

/** Operators hear it once a day, on their other channels. */
async function tellRefused({ app }: OpenPlatformOptions): Promise<void> {
  const { broadcasts, today } = app.services;
  await broadcasts.announce({ notice: "account-refused", facts: { channel: NAME } }, `${NAME}/${today()}`);
}

/** Two weeks, a week and a day before. */
async function tellEnding(
  { app }: OpenPlatformOptions,
  { what, name, on, daysLeft }: Warning,
): Promise<void> {
  const facts = { channel: NAME, what, name, on };
  const about = [NAME, what, encodeURIComponent(name), on, daysLeft].join("/");
  await app.services.broadcasts.announce({ notice: "ends-soon", facts }, about);
}
