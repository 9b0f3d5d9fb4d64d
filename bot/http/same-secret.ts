import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in constant time, whatever the lengths. */
export function isSameSecret(given: string | null | undefined, secret: string): boolean {
  return timingSafeEqual(digest(given ?? ""), digest(secret)) && typeof given === "string";
}

function digest(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}
