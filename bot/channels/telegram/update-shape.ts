import type { Update } from "grammy/types";
import * as z from "zod";

const Id = z.int();
const Words = z.string();
const Chat = z.looseObject({
  id: Id,
  type: Words,
  title: Words.optional(),
  first_name: Words.optional(),
  last_name: Words.optional(),
});
const User = z.looseObject({ id: Id, first_name: Words.optional(), last_name: Words.optional() });
const Entities = z.array(
  z
    .looseObject({ type: Words, offset: z.int(), length: z.int(), user: User.optional() })
    .refine(({ type, user }) => type !== "text_mention" || user !== undefined),
);

const Document = z.looseObject({
  file_id: Words,
  file_name: Words.optional(),
  file_size: z.int().optional(),
  mime_type: Words.optional(),
});

const Photo = z.array(
  z.looseObject({ file_id: Words, width: z.number(), height: z.number(), file_size: z.int().optional() }),
);

const Keyboard = z.looseObject({
  inline_keyboard: z.array(z.array(z.looseObject({ callback_data: Words.optional() }))),
});

const Message = z.looseObject({
  message_id: Id,
  ephemeral_message_id: Id.optional(),
  date: z.int(),
  edit_date: z.int().optional(),
  chat: Chat,
  from: User.optional(),
  sender_chat: Chat.optional(),
  message_thread_id: Id.optional(),
  media_group_id: Words.optional(),
  document: Document.optional(),
  photo: Photo.optional(),
  reply_to_message: z
    .looseObject({
      message_id: Id,
      from: User.optional(),
      media_group_id: Words.optional(),
      document: Document.optional(),
      photo: Photo.optional(),
      reply_markup: Keyboard.optional(),
    })
    .optional(),
  text: Words.optional(),
  caption: Words.optional(),
  entities: Entities.optional(),
  caption_entities: Entities.optional(),
  new_chat_title: Words.optional(),
  migrate_to_chat_id: Id.optional(),
  migrate_from_chat_id: Id.optional(),
});

const Press = z.looseObject({
  id: Words,
  from: User,
  data: Words.optional(),
  message: z
    .looseObject({
      message_id: Id,
      ephemeral_message_id: Id.optional(),
      chat: Chat,
      message_thread_id: Id.optional(),
      reply_markup: Keyboard.optional(),
    })
    .optional(),
});

const Member = z.looseObject({ status: Words });

/** What is read of an update, and nothing else. */
const Read = z.looseObject({
  update_id: Id,
  message: Message.optional(),
  edited_message: Message.optional(),
  callback_query: Press.optional(),
  my_chat_member: z
    .looseObject({ chat: Chat, from: User, date: z.int(), old_chat_member: Member, new_chat_member: Member })
    .optional(),
});

/** Whether all that is read of an update is as the Bot API says: whoever speaks for Telegram may have faults. */
export function isWellFormed(update: unknown): update is Update {
  return Read.safeParse(update).success;
}
