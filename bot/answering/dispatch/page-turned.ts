import type { Remembered } from "#bot/answering/dispatch/recent.ts";
import { NEXT_PAGE, PREVIOUS_PAGE } from "#bot/answering/dispatch/vocabulary.ts";
import { Refusal } from "#services/refusal.ts";
import { foldWords } from "#services/text/fold.ts";

/** "xem tiếp": the command of the page after the one shown last; null = no page is turned. */
export function pageTurned(text: string, last: Remembered | null): string | null {
  const folded = foldWords(text);
  const [isNext, isPrevious] = [NEXT_PAGE.test(folded), PREVIOUS_PAGE.test(folded)];
  if (!isNext && !isPrevious) return null;
  if (!last?.pages) throw new Refusal(last ? "no-more-pages" : "nothing-before", {});
  const command = isNext ? last.pages.next : last.pages.previous;
  if (command === null) throw new Refusal("no-more-pages", {});
  return command;
}
