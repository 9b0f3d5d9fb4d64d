import { type Signed, signedBy } from "#bot/channels/zalo-oa/signature.ts";
import { readEvent } from "#bot/channels/zalo-oa/wire.ts";
import { readCappedBytes } from "#bot/http/read-capped.ts";
import type { Logger } from "#services/logger.ts";
import { parseJson } from "#services/text/parse-json.ts";

/** An event is a kilobyte; files come by their address. */
const MOST_BYTES = 256 * 1024;
/** Zalo repeats for about two hours; what is older is somebody else's copy. */
const OLDEST_MS = 3 * 3_600_000;

export interface WebhookOptions {
  readonly appId: string;
  readonly secrets: readonly string[];
  readonly logger: Logger;
  readonly now: () => number;
  /** Only notes and queues: Zalo is answered within two seconds. False = not listening yet. */
  take(event: unknown): Promise<boolean>;
}

/** Events posted by Zalo, each signed over its bytes. */
export function createWebhook({ appId, secrets, logger, now, take }: WebhookOptions) {
  let said: string | null = null;

  function isSigned(body: Uint8Array, event: unknown, headers: Headers): boolean {
    const read = readEvent(event);
    const signed: Signed = {
      body,
      signature: headers.get("x-zevent-signature") ?? "",
      ids: [appId, ...(read?.oa_id ? [read.oa_id] : []), ...(read?.recipient ? [read.recipient.id] : [])],
      timestamps: [read ? String(read.timestamp) : "", headers.get("x-zevent-timestamp") ?? ""],
      secrets,
    };
    const way = signedBy(signed);
    if (way !== null && way !== said) logger.info({ way }, "How Zalo signs the events of this account");
    said = way ?? said;
    return way !== null;
  }

  return async (request: Request): Promise<Response> => {
    if (request.method !== "POST") return answer(405);
    const body = await readCappedBytes(request, MOST_BYTES);
    if (body === null) return answer(413);
    const event = parseJson(body.toString("utf8"));
    if (!isSigned(body, event, request.headers)) return answer(403);
    const at = readEvent(event)?.timestamp;
    if (at !== undefined && now() - at > OLDEST_MS) return answer(403);
    return answer((await take(event)) ? 200 : 503);
  };
}

function answer(status: number): Response {
  return new Response(null, { status });
}
