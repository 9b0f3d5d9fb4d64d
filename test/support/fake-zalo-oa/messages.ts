import * as z from "zod";
import { ApiError, badField } from "#test/support/fake-zalo-oa/api-error.ts";
import { type FakeChat, newId, type World } from "#test/support/fake-zalo-oa/world.ts";

const LONGEST_TEXT = 2000;
const KEPT_MS = 7 * 24 * 3_600_000;

const Text = z.string().min(1);
/** As documented; a field more is a mistake. */
const Content = z.union([
  z.strictObject({ text: Text }),
  z.strictObject({
    text: Text.optional(),
    attachment: z.strictObject({
      type: z.literal("template"),
      payload: z.strictObject({
        template_type: z.literal("media"),
        elements: z.tuple([z.strictObject({ media_type: z.literal("image"), attachment_id: z.string() })]),
      }),
    }),
  }),
  z.strictObject({
    attachment: z.strictObject({ type: z.literal("file"), payload: z.strictObject({ token: z.string() }) }),
  }),
]);

const GroupMessage = z.strictObject({
  recipient: z.strictObject({ group_id: z.string() }),
  message: Content,
});
const PersonMessage = z.strictObject({
  recipient: z.strictObject({ user_id: z.string() }),
  message: Content,
});

export function sendToGroup(world: World, body: unknown) {
  const { recipient, message } = parsed(GroupMessage, body);
  const chat = world.chats.get(recipient.group_id);
  if (!chat?.isGroup) throw new ApiError(-403, "OA is not in this group");
  return { group_id: chat.id, message_id: put(world, chat, message) };
}

export function sendToPerson(world: World, body: unknown) {
  const { recipient, message } = parsed(PersonMessage, body);
  const chat = world.chats.get(recipient.user_id);
  if (!chat || chat.isGroup)
    throw new ApiError(-230, "User has not interacted with the OA in the past 7 days");
  return { user_id: chat.id, message_id: put(world, chat, message) };
}

function put(world: World, chat: FakeChat, message: z.output<typeof Content>): string {
  if (chat.refusal !== null) throw new ApiError(chat.refusal, "refused");
  const text = "text" in message ? (message.text ?? "") : "";
  if (text.length > LONGEST_TEXT) throw new ApiError(-210, "message.text is over the limit");
  const message_id = newId();
  chat.messages.push({ message_id, text, ...attached(world, message) });
  return message_id;
}

function attached(world: World, message: z.output<typeof Content>) {
  const attachment = "attachment" in message ? message.attachment : null;
  if (attachment?.type === "template") {
    const [{ attachment_id }] = attachment.payload.elements;
    const upload = world.uploads.get(attachment_id);
    if (!upload || world.now() - upload.at > KEPT_MS) throw new ApiError(-100, "attachment_id is invalid");
    return { picture: upload.bytes, file: null };
  }
  if (!attachment) return { picture: null, file: null };
  const upload = world.files.get(attachment.payload.token);
  if (!upload) throw badField("token");
  return { picture: null, file: upload.bytes };
}

function parsed<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const read = schema.safeParse(body);
  if (!read.success) throw badField(read.error.issues[0]?.path.join(".") ?? "body");
  return read.data;
}
