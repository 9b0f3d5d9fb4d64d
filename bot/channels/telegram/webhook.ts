import type { Update } from "grammy/types";
import { z } from "zod";
import { readCapped } from "#bot/http/read-capped.ts";
import { isSameSecret } from "#bot/http/secret.ts";
import { parseJson } from "#services/text/parse-json.ts";

/** An update is a few kilobytes; files come by id. */
const MOST_BYTES = 256 * 1024;

/** The rest of an update is Telegram's word, vouched for by the secret. */
const updateSchema = z.looseObject({ update_id: z.int() });

export interface WebhookOptions {
  readonly secret: string;
  /** Only notes and queues: Telegram is answered before the bot's answer is made. False = not ready yet, send it again. */
  take(update: Update): Promise<boolean>;
}

/** One update posted by Telegram. */
export async function receiveWebhook(request: Request, { secret, take }: WebhookOptions): Promise<Response> {
  if (request.method !== "POST") return answer(405);
  if (!isSameSecret(request.headers.get("x-telegram-bot-api-secret-token"), secret)) return answer(401);
  const body = await readCapped(request, MOST_BYTES);
  if (body === null) return answer(413);
  const update = updateSchema.safeParse(parseJson(body));
  if (!update.success) return answer(400);
  return answer((await take(update.data as unknown as Update)) ? 200 : 503);
}

function answer(status: number): Response {
  return new Response(null, { status });
}
