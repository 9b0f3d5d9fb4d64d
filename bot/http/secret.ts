import { createHash, createHmac, timingSafeEqual } from "node:crypto";

/** Compares in constant time, whatever the lengths. */
export function isSameSecret(given: string | null | undefined, secret: string): boolean {
  return timingSafeEqual(digest(given ?? ""), digest(secret)) && typeof given === "string";
}

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}

/** Path segment of a channel's webhook: HMAC-SHA256 of the channel's name under WEBHOOK_SECRET, 64 hex digits. */
export function secretPath(name: string, secret: string): string {
  return createHmac("sha256", secret).update(name).digest("hex");
}
