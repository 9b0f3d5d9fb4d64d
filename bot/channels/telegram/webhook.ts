import { createHash, timingSafeEqual } from "node:crypto";
import type { Update } from "grammy/types";
import { z } from "zod";

/** An update is a few kilobytes; files come by id. */
const MOST_BYTES = 256 * 1024;

/** The rest of an update is Telegram's word, vouched for by the secret. */
const updateSchema = z.looseObject({ update_id: z.int() });

export interface WebhookOptions {
  readonly secret: string;
  /** Only queues: Telegram is answered before the bot's answer is made. False = not ready yet, send it again. */
  take(update: Update): boolean;
}

/** One update posted by Telegram. */
export async function receiveWebhook(request: Request, { secret, take }: WebhookOptions): Promise<Response> {
  if (request.method !== "POST") return answer(405);
  if (!isSame(request.headers.get("x-telegram-bot-api-secret-token") ?? "", secret)) return answer(401);
  const body = await readCapped(request);
  if (body === null) return answer(413);
  const update = updateSchema.safeParse(parseJson(body));
  if (!update.success) return answer(400);
  return answer(take(update.data as unknown as Update) ? 200 : 503);
}

function answer(status: number): Response {
  return new Response(null, { status });
}

/** In constant time, whatever the lengths. */
function isSame(given: string, secret: string): boolean {
  return timingSafeEqual(sha256(given), sha256(secret));
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/** Null when there is more than we take; the rest is not read. */
async function readCapped(request: Request): Promise<string | null> {
  if (Number(request.headers.get("content-length") ?? 0) > MOST_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > MOST_BYTES) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
