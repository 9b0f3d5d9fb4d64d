import type { Reception } from "#bot/config/config.ts";
import { secretPath } from "#bot/http/secret.ts";

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
