import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { createZaloChannel } from "#bot/channels/zalo/zalo.ts";
import type { ZaloConfig } from "#bot/config/config.ts";
import { createPublicMedia } from "#bot/http/public-media.ts";
import { wayOf } from "#bot/http/webhook-way.ts";
import { type OpenPlatformOptions, type Platform, webhookOf } from "#bot/wiring/platform.ts";
import { wordsIn } from "#bot/wiring/words-in.ts";
import type { MediaTrouble } from "#services/delivery/notice.ts";
import { channelName } from "#services/ids.ts";
import { createJournal } from "#services/journal/journal.ts";

const NAME = channelName("zalo");

/** Zalo with what it needs of the bot. */
export function openZalo(zalo: ZaloConfig, options: OpenPlatformOptions): Platform {
  const { app, config, store, media, fetch, log } = options;
  const way = wayOf(NAME, zalo);
  const channel = createZaloChannel({
    token: zalo.token,
    apiRoot: zalo.apiRoot,
    fetch,
    rate: zalo.rate,
    monthlyAllowance: zalo.monthlyQuota,
    groupCap: zalo.groupCap,
    mode: way,
    logger: log,
    memory: createStoredMemory({ store, channel: NAME }),
    media: createPublicMedia({
      media,
      fetch,
      log,
      baseUrl: config.publicBaseUrl,
      onTrouble: (trouble) => tellTrouble(options, trouble),
    }),
    words: wordsIn(options),
    onSpent: () => app.services.allowances.spend(NAME),
    // A poll may bring again what another process had heard before it ended.
    journal: createJournal({ store, channel: NAME, holders: options.holders, repeats: "any" }),
  });
  return { channel, webhook: webhookOf(way, channel) };
}

/** Operators hear once that an address is not set, and once a day that it does not lead here. */
async function tellTrouble({ app, log }: OpenPlatformOptions, trouble: MediaTrouble): Promise<void> {
  const { broadcasts, today } = app.services;
  log.warn({ trouble }, "Zalo gets no pictures and files, only words");
  const about = trouble === "no-address" ? NAME : `${NAME}/${today()}`;
  await broadcasts.announce({ notice: "text-only", facts: { channel: NAME, trouble } }, about);
}
