import type { Catalog } from "#locales/catalog.ts";
import type { Recipe, RecipeKind } from "#services/delivery/delivery.ts";
import type { NoticeFacts, NoticeKind } from "#services/delivery/notice.ts";
import type { Reply } from "#services/reply/reply.ts";
import type { Services } from "#services/services.ts";

/** Makes the message of a recipe in one language: the same for every chat, whatever its settings. */
export interface MessageContext<K extends RecipeKind = RecipeKind> {
  readonly services: Services;
  readonly t: Catalog;
  readonly recipe: Recipe<K>;
}

/** A kind of message that chats are owed. */
export interface MessageKind<K extends RecipeKind> {
  /** Makes it when it is sent. Rejects when that cannot be done now: it is tried again. */
  message(context: MessageContext<K>): Promise<Reply>;
  /** It says how things stand when it is sent; other kinds are made once for all chats of a language. */
  readonly isMadeAnew: boolean;
  /** It asks for a decision, which then takes its place; other kinds stay for everybody there to read. */
  readonly asksDecision: boolean;
}

export interface NoticeContext<K extends NoticeKind> {
  readonly services: Services;
  readonly t: Catalog;
  readonly facts: NoticeFacts<K>;
}

/** Null = what it was about is there no more. */
export type NoticeMessage<K extends NoticeKind> = (
  context: NoticeContext<K>,
) => Reply | null | Promise<Reply | null>;
