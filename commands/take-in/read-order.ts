import { readDigits } from "#services/text/code-digits.ts";
import { foldWords } from "#services/text/fold.ts";

/** What was asked for; a code names a preview. */
export type Order =
  | { readonly kind: "begin" | "read" | "stop" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "summary" | "confirm" | "discard"; readonly code: string }
  /** `page` from 1. */
  | { readonly kind: "rows"; readonly code: string; readonly page: number };

/** Orders are whole messages: a longer message is part of a document. */
const READ = /^(?:xong(?: roi)?|doc(?: di)?|het(?: roi)?|done|read)[.!]*$/u;
const STOP = /^(?:thoi|huy(?: bo)?|bo(?: qua)?|dung(?: lai)?|cancel|stop|discard)[.!]*$/u;
const OF_PREVIEW =
  /^(xac nhan|confirm|bo|discard|tom tat|summary|xem|lines) #?([0-9a-z]{6})(?: (\d{1,4}))?$/u;
const LONGEST_ORDER = 40;

const KINDS: Readonly<Record<string, "confirm" | "discard" | "summary">> = {
  "xac nhan": "confirm",
  confirm: "confirm",
  bo: "discard",
  discard: "discard",
  "tom tat": "summary",
  summary: "summary",
};

/** "", "xong", "thôi", "xác nhận 7KQ2AB", "xem 7KQ2AB 2"; what is none of these is text to be taken in. */
export function readOrder(words: string): Order {
  if (words === "") return { kind: "begin" };
  const text: Order = { kind: "text", text: words };
  if (words.length > LONGEST_ORDER) return text;
  const folded = foldWords(words);
  if (READ.test(folded)) return { kind: "read" };
  if (STOP.test(folded)) return { kind: "stop" };
  const [, verb, typed, page] = OF_PREVIEW.exec(folded) ?? [];
  if (verb === undefined || typed === undefined) return text;
  const [code, kind] = [readDigits(typed), KINDS[verb]];
  return kind ? { kind, code } : { kind: "rows", code, page: Number(page ?? 1) };
}
