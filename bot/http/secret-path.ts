import { createHmac } from "node:crypto";

/** Path segment of a channel's webhook: HMAC-SHA256 of the channel's name under WEBHOOK_SECRET, 64 hex digits. */
export function secretPath(name: string, secret: string): string {
  return createHmac("sha256", secret).update(name).digest("hex");
}
