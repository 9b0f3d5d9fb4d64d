import { ChannelRefused } from "#bot/channels/errors.ts";
import { CHANNEL } from "#bot/channels/zalo/address.ts";
import { faultOf } from "#bot/channels/zalo/classify.ts";
import type { ZaloClient } from "#bot/channels/zalo/client.ts";
import type { Me } from "#bot/channels/zalo/wire.ts";
import type { Logger } from "#services/logger.ts";

export type ZaloMode =
  | { readonly kind: "polling" }
  | { readonly kind: "webhook"; readonly url: string; readonly secret: string };

export interface ConnectOptions {
  readonly client: Pick<ZaloClient, "getMe" | "getWebhookInfo">;
  readonly mode: ZaloMode;
  readonly logger: Logger;
  /** Aborted: nobody waits for it any more. */
  readonly signal: AbortSignal;
}

/** An unreachable Zalo holds up the start of everything else by no more than this. */
const FIRST_CALL_MS = 5000;

/**
 * Learns who the bot is; sets and removes no webhook, which is a person's to decide. Rejects with ChannelRefused when
 * the token is wrong or a webhook keeps polling from hearing anything, with the call's own error when it may do later.
 */
export async function connect({ client, mode, logger, signal }: ConnectOptions): Promise<Me> {
  const me = await orRefused(() =>
    client.getMe(AbortSignal.any([signal, AbortSignal.timeout(FIRST_CALL_MS)])),
  );
  if (me.can_join_groups === false) {
    logger.warn({}, "Zalo lets nobody add this bot to groups yet; Zalo Bot Creator says whether it may be");
  }
  const posts = await orRefused(() => client.getWebhookInfo(signal));
  if (mode.kind === "polling" && posts !== null) {
    const reason = "a webhook is set, which npm run zalo -- webhook delete removes";
    throw new ChannelRefused(CHANNEL, "webhook-set", reason);
  }
  if (mode.kind === "webhook" && posts !== mode.url) {
    logger.warn({}, "Zalo does not post to this bot yet; npm run zalo -- webhook set makes it");
  }
  return me;
}

async function orRefused<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (cause) {
    if (faultOf(cause) !== "unauthorized") throw cause;
    const reason = "Zalo does not know this ZALO_BOT_TOKEN; Zalo Bot Creator shows the right one";
    throw new ChannelRefused(CHANNEL, "credentials", reason, { cause });
  }
}
