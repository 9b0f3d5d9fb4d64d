import type { Logger } from "pino";
import type { Config, Reception } from "#bot/config/config.ts";
import type { Media } from "#bot/http/media.ts";
import { secretPath } from "#bot/http/secret.ts";
import type { Webhook } from "#bot/http/server.ts";
import type { OutgoingFetch } from "#bot/outgoing/outgoing-fetch.ts";
import type { App } from "#bot/wiring/app.ts";
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
}

export interface WebhookWay {
  readonly kind: "webhook";
  readonly path: string;
  readonly url: string;
  readonly secret: string;
}

/** How a platform's updates come in. */
export type Way = { readonly kind: "polling" } | WebhookWay;

export function wayOf(name: string, reception: Reception): Way {
  return reception.mode === "polling"
    ? { kind: "polling" }
    : webhookWay(name, reception.publicBaseUrl, reception.webhookSecret);
}

/** The path is made of the secret, so that nobody can guess the address of the webhook. */
export function webhookWay(name: string, publicBaseUrl: string, secret: string): WebhookWay {
  const path = `/${name}/${secretPath(name, secret)}`;
  return { kind: "webhook", path, url: `${publicBaseUrl}${path}`, secret };
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
