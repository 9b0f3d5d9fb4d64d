import { createHash } from "node:crypto";
import { isSameSecret } from "#bot/http/secret.ts";

export interface Signed {
  /** As posted: one changed byte is another digest. */
  readonly body: Uint8Array;
  /** `mac=<hex>` or the digest alone. */
  readonly signature: string;
  /** Whom it may be signed for: Zalo's pages name the app, others the Official Account. */
  readonly ids: readonly string[];
  /** Of the body and of the header. */
  readonly timestamps: readonly string[];
  /** The webhook's key and the app's secret: Zalo's pages disagree on which it is. */
  readonly secrets: readonly string[];
}

/** Which of the ways that Zalo is said to sign by this was signed by, for the log; null = none. */
export function signedBy({ body, signature, ids, timestamps, secrets }: Signed): string | null {
  const given = signature.replace(/^mac=/u, "").toLowerCase();
  for (const [i, id] of ids.entries()) {
    for (const [t, timestamp] of timestamps.entries()) {
      for (const [s, secret] of secrets.entries()) {
        const digest = createHash("sha256").update(id).update(body).update(timestamp).update(secret);
        if (isSameSecret(given, digest.digest("hex"))) return `id ${i}, time ${t}, secret ${s}`;
      }
    }
  }
  return null;
}
