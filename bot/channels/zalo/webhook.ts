import { readCapped } from "#bot/http/read-capped.ts";
import { isSameSecret } from "#bot/http/secret.ts";
import { parseJson } from "#services/text/parse-json.ts";

/** An event is a kilobyte; pictures come by their address. */
const MOST_BYTES = 256 * 1024;

export interface WebhookOptions {
  readonly secret: string;
  /** Only notes and queues: Zalo is answered before the bot's answer is made. False = not listening yet. */
  take(events: readonly unknown[]): Promise<boolean>;
}

/**
 * One event posted by Zalo. Whatever it holds, it is accepted once its secret is right: Zalo looks at the address with
 * bodies that it does not document.
 */
export async function receiveWebhook(request: Request, { secret, take }: WebhookOptions): Promise<Response> {
  if (request.method !== "POST") return answer(405);
  if (!isSameSecret(request.headers.get("x-bot-api-secret-token"), secret)) return answer(403);
  const body = await readCapped(request, MOST_BYTES);
  if (body === null) return answer(413);
  return answer((await take([parseJson(body)])) ? 200 : 503);
}

function answer(status: number): Response {
  return new Response(null, { status });
}
