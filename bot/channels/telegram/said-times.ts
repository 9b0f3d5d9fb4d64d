import type { Update } from "grammy/types";

/**
 * When each of these updates was said, ms since 1970. Telegram does not say it of a press: that was before the next
 * update that has a time. What came while we were listening was said just now, whatever its sender's clock says.
 */
export function saidTimes(
  updates: readonly Update[],
  receivedAt: number,
  isFresh: boolean,
): readonly number[] {
  let next = receivedAt;
  const backwards = updates.toReversed().map((update) => {
    next = isFresh ? receivedAt : (dateOf(update) ?? next);
    return next;
  });
  return backwards.toReversed();
}

/** Telegram's times are seconds; none is 0. */
function dateOf({ message, edited_message: edit, my_chat_member: member }: Update): number | null {
  const seconds = message?.date ?? edit?.edit_date ?? member?.date;
  return seconds ? seconds * 1000 : null;
}
