import type { Logger } from "pino";
import type { Config } from "#bot/config/config.ts";
import type { Media } from "#bot/http/media.ts";
import type { Webhook } from "#bot/http/server.ts";
import type { Way } from "#bot/http/webhook-way.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import type { App } from "#bot/wiring/app.ts";
import type { Secrets } from "#bot/wiring/secrets.ts";
import type { Channel } from "#services/channel.ts";
import type { Holders } from "#services/store/holders.ts";
import type { Store } from "#services/store/store.ts";

/** A platform that is configured: its channel, and where it posts to when it does. */
export interface Platform {
  readonly channel: Channel;
  readonly webhook: Webhook | null;
}

export interface OpenPlatformOptions {
  readonly config: Config;
  readonly store: Store;
  /** The processes that hold the store; this one is among them. */
  readonly holders: Holders;
  readonly app: App;
  readonly media: Media;
  /** Makes the calls to the platform. */
  readonly fetch: OutgoingFetch;
  readonly log: Logger;
  /** Told of tokens that are handed out while the bot runs. */
  readonly secrets: Pick<Secrets, "learn">;
}

/** Hands what the platform posts to its channel; null = the channel polls, and nothing is posted. */
export function webhookOf(
  way: Way,
  channel: { webhook(request: Request): Promise<Response> },
): Webhook | null {
  return way.kind === "polling"
    ? null
    : { path: way.path, handle: (request: Request) => channel.webhook(request) };
}
