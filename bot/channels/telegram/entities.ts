import type { MessageEntity } from "grammy/types";
import type { StyledText } from "#services/reply/text.ts";

/** Spans as Telegram writes them; both count in UTF-16 units. */
export function entitiesOf(styled: StyledText): MessageEntity[] {
  return styled.spans
    .filter((span) => span.length > 0)
    .map((span) => ({ type: span.style, offset: span.start, length: span.length }));
}
