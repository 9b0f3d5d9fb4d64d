import * as z from "zod";

/** What Zalo sends about an Official Account, as far as we read it; what it adds is no fault. */

/** Ids and times exceed what a number holds: they are texts. */
const Id = z.union([z.string().min(1), z.int().transform(String)]);
const Words = z.string().nullish().catch(null);

const Answer = z.object({ error: z.int(), message: Words, error_name: Words, data: z.unknown().optional() });
export type Answer = z.output<typeof Answer>;

/** Null when this is no answer of Zalo's. The HTTP status says nothing: `error` does. */
export function readAnswer(body: unknown): Answer | null {
  return Answer.safeParse(body).data ?? null;
}

/** `expires_in`: seconds, as text. */
export const NewTokens = z.object({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.coerce.number().positive(),
});
export type NewTokens = z.output<typeof NewTokens>;

/** Success says that a message is out: one whose id we cannot read is out too, and must not be sent again. */
export const Sent = z.object({ message_id: Id }).catch({ message_id: "?" });
export const Uploaded = z.object({ attachment_id: Id });
export const UploadedFile = z.object({ token: z.string().min(1) });

export const Account = z.object({
  oaid: Id.nullish().catch(null),
  oa_id: Id.nullish().catch(null),
  name: Words,
  is_verified: z.boolean().nullish().catch(null),
  package_name: Words,
  package_valid_through_date: Words,
});
export type Account = z.output<typeof Account>;

export const Groups = z.object({
  groups: z.array(z.object({ group_id: Id, name: Words })).catch([]),
  total: z.coerce.number().nullish().catch(null),
});

export const Group = z.object({
  group_info: z.object({ name: Words, auto_delete_date: Words }),
  asset_info: z.object({ valid_through: Words }).nullish().catch(null),
});
export type Group = z.output<typeof Group>;

export const Person = z.object({ display_name: Words, user_alias: Words });

const Payload = z.object({ url: Words, name: Words, size: z.coerce.number().nullish().catch(null) });
const Attachment = z.object({ type: z.string(), payload: Payload.nullish().catch(null) });

const Event = z.object({
  event_name: z.string(),
  app_id: Id.nullish().catch(null),
  oa_id: Id.nullish().catch(null),
  sender: z.object({ id: Id }).nullish().catch(null),
  recipient: z.object({ id: Id }).nullish().catch(null),
  follower: z.object({ id: Id }).nullish().catch(null),
  group_id: Id.nullish().catch(null),
  message: z
    .object({
      msg_id: Id,
      text: Words,
      quote_msg_id: Words,
      attachments: z.array(Attachment).nullish().catch(null),
    })
    .nullish()
    .catch(null),
  /** Ms since 1970, as text. */
  timestamp: z.coerce.number(),
});
export type OaEvent = z.output<typeof Event>;
export type OaMessage = NonNullable<OaEvent["message"]>;

/** One event as it is posted to the webhook; null when it is none. */
export function readEvent(body: unknown): OaEvent | null {
  return Event.safeParse(body).data ?? null;
}
