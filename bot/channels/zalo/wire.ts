import * as z from "zod";

/** What Zalo sends, as far as we read it (docs.zaloplatforms.com/docs/BOT); what it adds is no fault. */

/** Ids exceed what a number holds: they are texts, and no more than that is assumed of them. */
const Id = z.union([z.string().min(1), z.int().transform(String)]);
const Words = z.string().nullish().catch(null);
const Count = z.number().nullish().catch(null);

const Envelope = z.object({
  ok: z.boolean(),
  result: z.unknown().optional(),
  description: Words,
  error_code: Count,
  errorCode: Count,
});

/** `code` is null where none was given; Zalo writes 0 under success. */
export type Envelope =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly code: number | null; readonly description: string };

/**
 * Null when this is no answer of Zalo's. The HTTP status says nothing: `ok` does. An event may come bare, as webhooks
 * post it: then it is the result.
 */
export function readEnvelope(body: unknown): Envelope | null {
  const read = Envelope.safeParse(body);
  if (!read.success) return Event.safeParse(body).success ? { ok: true, result: body } : null;
  const { ok, result, description, error_code, errorCode } = read.data;
  if (ok) return { ok, result };
  return { ok, code: error_code ?? errorCode ?? null, description: description ?? "" };
}

export const Me = z.object({
  id: Id,
  account_name: Words,
  /** Not documented, but seen: what a mention of the bot reads. */
  display_name: Words,
  can_join_groups: z.boolean().nullish().catch(null),
});
export type Me = z.output<typeof Me>;

/** `ok` says that a message is out: one whose id we cannot read is out too, and must not be sent again. */
export const Sent = z.object({ message_id: Id }).catch({ message_id: "?" });
export type Sent = z.output<typeof Sent>;

/** Zalo's own look at a webhook's address; `outcome` is `webhook.ok`, `webhook.http.403`, `webhook.err.tls` … */
export const Verification = z.object({
  ok: z.boolean(),
  outcome: z.string(),
  status_code: Count,
  latency_ms: Count,
  hint: Words,
});
export type Verification = z.output<typeof Verification>;

/** An empty `url` = no webhook is set. The address is kept also when its verification failed. */
export const WebhookInfo = z.object({ url: z.string(), verification: Verification.nullish().catch(null) });
export type WebhookInfo = z.output<typeof WebhookInfo>;

/** Part of a text in styles like `b`, `i`, `f_18`, `c_db342e`; `start` and `len` in UTF-16 units. */
export interface TextStyleRange {
  readonly start: number;
  readonly len: number;
  readonly st: readonly string[];
}

const Message = z.object({
  message_id: Id,
  /** Milliseconds, in some reports seconds. */
  date: z.coerce.number().nullish().catch(null),
  from: z.object({ id: Id, display_name: Words, is_bot: z.boolean().nullish().catch(null) }),
  chat: z.object({ id: Id, chat_type: Words }),
  text: Words,
  caption: Words,
  /** Pictures: documented as `photo`, sent as `photo_url`. */
  photo: Words,
  photo_url: Words,
});

const Event = z.object({ event_name: z.string(), message: Message.nullish() });
export type ZaloMessage = z.output<typeof Message>;
export type ZaloEvent = z.output<typeof Event>;

/** One event, bare as webhooks post it or in the envelope that the documents show; null when it is neither. */
export function readEvent(body: unknown): ZaloEvent | null {
  const envelope = readEnvelope(body);
  return envelope?.ok ? (Event.safeParse(envelope.result).data ?? null) : null;
}
