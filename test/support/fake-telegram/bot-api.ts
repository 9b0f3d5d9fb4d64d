import type {
  ApiMethods,
  BotCommand,
  EphemeralMessageParameters,
  ForceReply,
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  InputFile,
  InputMediaPhoto,
  InputRichBlockParagraph,
  InputRichBlockPhoto,
  InputRichBlockTable,
  InputRichMessage,
  LinkPreviewOptions,
  MessageEntity,
  ReactionTypeEmoji,
  ReplyParameters,
  RichBlockTableCell,
  RichTextBold,
} from "grammy/types";

/** What a value looks like on the wire. */
export type Shape = Kind | readonly [Shape] | { readonly oneOf: readonly Shape[] } | Fields;
export type Kind = "text" | "number" | "flag" | "file";

export interface Fields {
  readonly required: Readonly<Record<string, Shape>>;
  readonly optional: Readonly<Record<string, Shape>>;
}

/*
 * The methods and fields of the Bot API 10.3 that we use. The compiler holds them against the types grammY brings
 * (@grammyjs/types 5.0.0): each must be there, be of this kind, and be required or optional as written here. It
 * looks only at fields written out: nothing is spread.
 */

const button = {
  required: { text: "text", callback_data: "text" },
  optional: {},
} as const satisfies FieldsOf<InlineKeyboardButton.CallbackButton>;
const keyboard = {
  required: { inline_keyboard: [[button]] },
  optional: {},
} as const satisfies FieldsOf<InlineKeyboardMarkup>;
const forceReply = {
  required: { force_reply: "flag" },
  optional: { selective: "flag" },
} as const satisfies FieldsOf<ForceReply>;
const entity = {
  required: { type: "text", offset: "number", length: "number" },
  optional: {},
} as const satisfies FieldsOf<MessageEntity.CommonMessageEntity>;
const preview = {
  required: {},
  optional: { is_disabled: "flag" },
} as const satisfies FieldsOf<LinkPreviewOptions>;
const reply = {
  required: {},
  optional: { message_id: "number", ephemeral_message_id: "number", allow_sending_without_reply: "flag" },
} as const satisfies FieldsOf<ReplyParameters>;
const photo = {
  required: { type: "text", media: "file" },
  optional: { caption: "text", caption_entities: [entity] },
} as const satisfies FieldsOf<InputMediaPhoto>;
const command = {
  required: { command: "text", description: "text" },
  optional: { is_ephemeral: "flag" },
} as const satisfies FieldsOf<BotCommand>;

const reaction = {
  required: { type: "text", emoji: "text" },
  optional: {},
} as const satisfies FieldsOf<ReactionTypeEmoji>;
const oneReader = {
  required: { receiver_user_id: "number" },
  optional: { callback_query_id: "text" },
} as const satisfies FieldsOf<EphemeralMessageParameters>;

const inOneStyle = {
  required: { type: "text", text: "text" },
  optional: {},
} as const satisfies FieldsOf<RichTextBold>;
const inTwoStyles = {
  required: { type: "text", text: inOneStyle },
  optional: {},
} as const satisfies FieldsOf<RichTextBold>;
const richText = { oneOf: ["text", [{ oneOf: ["text", inOneStyle, inTwoStyles] }]] } as const;
const cell = {
  required: { align: "text", valign: "text" },
  optional: { text: richText, is_header: "flag" },
} as const satisfies FieldsOf<RichBlockTableCell>;
const paragraphBlock = {
  required: { type: "text", text: richText },
  optional: {},
} as const satisfies FieldsOf<InputRichBlockParagraph>;
const tableBlock = {
  required: { type: "text", cells: [[cell]] },
  optional: { is_bordered: "flag", is_compact: "flag" },
} as const satisfies FieldsOf<InputRichBlockTable>;
const photoBlock = {
  required: { type: "text", photo },
  optional: {},
} as const satisfies FieldsOf<InputRichBlockPhoto>;
const richMessage = {
  required: {},
  optional: { blocks: [{ oneOf: [paragraphBlock, tableBlock, photoBlock] }] },
} as const satisfies FieldsOf<InputRichMessage>;

const underMessage = { oneOf: [keyboard, forceReply] } as const;

export const botApi = {
  getMe: { required: {}, optional: {} },
  getUpdates: {
    required: {},
    optional: { offset: "number", limit: "number", timeout: "number", allowed_updates: ["text"] },
  },
  setWebhook: {
    required: { url: "text" },
    optional: { secret_token: "text", allowed_updates: ["text"] },
  },
  deleteWebhook: { required: {}, optional: {} },
  getWebhookInfo: { required: {}, optional: {} },
  sendMessage: {
    required: { chat_id: "number", text: "text" },
    optional: {
      message_thread_id: "number",
      ephemeral_message_parameters: oneReader,
      entities: [entity],
      link_preview_options: preview,
      reply_parameters: reply,
      reply_markup: underMessage,
    },
  },
  sendRichMessage: {
    required: { chat_id: "number", rich_message: richMessage },
    optional: {
      message_thread_id: "number",
      ephemeral_message_parameters: oneReader,
      reply_parameters: reply,
      reply_markup: underMessage,
    },
  },
  sendPhoto: {
    required: { chat_id: "number", photo: "file" },
    optional: {
      message_thread_id: "number",
      ephemeral_message_parameters: oneReader,
      caption: "text",
      caption_entities: [entity],
      reply_parameters: reply,
      reply_markup: underMessage,
    },
  },
  sendDocument: {
    required: { chat_id: "number", document: "file" },
    optional: {
      message_thread_id: "number",
      ephemeral_message_parameters: oneReader,
      caption: "text",
      caption_entities: [entity],
      reply_parameters: reply,
      reply_markup: underMessage,
    },
  },
  editMessageText: {
    required: {},
    optional: {
      chat_id: "number",
      message_id: "number",
      text: "text",
      entities: [entity],
      rich_message: richMessage,
      link_preview_options: preview,
      reply_markup: keyboard,
    },
  },
  editMessageCaption: {
    required: {},
    optional: {
      chat_id: "number",
      message_id: "number",
      caption: "text",
      caption_entities: [entity],
      reply_markup: keyboard,
    },
  },
  editMessageMedia: {
    required: { media: photo },
    optional: { chat_id: "number", message_id: "number", reply_markup: keyboard },
  },
  editMessageReplyMarkup: {
    required: {},
    optional: { chat_id: "number", message_id: "number", reply_markup: keyboard },
  },
  editEphemeralMessageText: {
    required: { chat_id: "number", receiver_user_id: "number", ephemeral_message_id: "number" },
    optional: { text: "text", entities: [entity], link_preview_options: preview, reply_markup: keyboard },
  },
  deleteEphemeralMessage: {
    required: { chat_id: "number", receiver_user_id: "number", ephemeral_message_id: "number" },
    optional: {},
  },
  setMessageReaction: {
    required: { chat_id: "number", message_id: "number" },
    optional: { reaction: [reaction] },
  },
  deleteMessage: { required: { chat_id: "number", message_id: "number" }, optional: {} },
  answerCallbackQuery: {
    required: { callback_query_id: "text" },
    optional: { text: "text", show_alert: "flag" },
  },
  sendChatAction: {
    required: { chat_id: "number", action: "text" },
    optional: { message_thread_id: "number" },
  },
  getFile: { required: { file_id: "text" }, optional: {} },
  getChat: { required: { chat_id: "number" }, optional: {} },
  getChatMember: { required: { chat_id: "number", user_id: "number" }, optional: {} },
  setMyCommands: { required: { commands: [command] }, optional: { language_code: "text" } },
  getMyCommands: { required: {}, optional: { language_code: "text" } },
} as const satisfies { readonly [M in keyof ApiMethods]?: FieldsOf<ParametersOf<M>> };

type ParametersOf<M extends keyof ApiMethods> =
  Parameters<ApiMethods[M]> extends [] ? Record<never, never> : NonNullable<Parameters<ApiMethods[M]>[0]>;

type ShapeOf<T> = OneShapeOf<T> | { readonly oneOf: readonly OneShapeOf<T>[] };

/** Of a union, any member will do. */
type OneShapeOf<T> = T extends object ? ObjectShapeOf<T> : KindOf<T>;

type ObjectShapeOf<T> = T extends InputFile
  ? "file"
  : T extends readonly (infer Item)[]
    ? readonly [ShapeOf<Item>]
    : FieldsOf<T>;

type KindOf<T> = T extends string ? "text" : T extends number ? "number" : T extends boolean ? "flag" : never;

interface FieldsOf<T> {
  readonly required: { readonly [K in RequiredKey<T>]: ShapeOf<T[K]> };
  readonly optional: { readonly [K in Exclude<keyof T, RequiredKey<T>>]?: ShapeOf<T[K]> };
}

type RequiredKey<T> = { [K in keyof T]-?: Record<never, never> extends Pick<T, K> ? never : K }[keyof T];
