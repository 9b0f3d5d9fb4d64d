import { type Correction, readCorrections } from "#commands/take-in/corrections/read.ts";
import { readDigits } from "#services/text/code-digits.ts";
import { foldWords } from "#services/text/fold.ts";

/** What was asked for; a code names a preview. */
export type Order =
  | { readonly kind: "begin" | "read" | "stop" }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "summary" | "confirm" | "discard" | "undo" | "workbook"; readonly code: string }
  /** `page` from 1. */
  | { readonly kind: "rows" | "differences" | "suggestions"; readonly code: string; readonly page: number }
  /** What is said of a preview; null = of the one shown last. */
  | { readonly kind: "correct"; readonly code: string | null; readonly corrections: readonly Correction[] };

/** Orders are whole messages: a longer message is part of a document. */
const READ = /^(?:xong(?: roi)?|doc(?: di)?|het(?: roi)?|done|read)[.!]*$/u;
const STOP = /^(?:thoi|huy(?: bo)?|bo(?: qua)?|dung(?: lai)?|cancel|stop|discard)[.!]*$/u;
const OF_PREVIEW =
  /^(xac nhan|confirm|bo|discard|tom tat|summary|hoan tac|undo|tai|workbook|xem|lines|khac biet|differences|goi y|suggestions) #?([0-9a-z]{6})(?: (\d{1,4}))?$/u;
const LONGEST_ORDER = 40;
/** "#7KQ2AB kỳ 8/2024": what is said of a preview by its code, as buttons say it. */
const OF_CODE = /^#([0-9a-z]{6})\s+(\S[\s\S]*)$/iu;

const KINDS: Readonly<Record<string, "confirm" | "discard" | "summary" | "undo" | "workbook">> = {
  "xac nhan": "confirm",
  confirm: "confirm",
  bo: "discard",
  discard: "discard",
  "tom tat": "summary",
  summary: "summary",
  "hoan tac": "undo",
  undo: "undo",
  tai: "workbook",
  workbook: "workbook",
};

const PAGED: Readonly<Record<string, "rows" | "differences" | "suggestions">> = {
  "khac biet": "differences",
  differences: "differences",
  "goi y": "suggestions",
  suggestions: "suggestions",
};

/** "", "xong", "thôi", "xác nhận 7KQ2AB", "xem 7KQ2AB 2"; what is none of these is text to be taken in. */
export function readOrder(words: string): Order {
  if (words === "") return { kind: "begin" };
  const text: Order = { kind: "text", text: words };
  const [, code, said = words] = OF_CODE.exec(words) ?? [];
  const corrections = readCorrections(said, { isMixed: code !== undefined });
  if (corrections)
    return { kind: "correct", code: code === undefined ? null : readDigits(code), corrections };
  if (words.length > LONGEST_ORDER) return text;
  const folded = foldWords(words);
  if (READ.test(folded)) return { kind: "read" };
  if (STOP.test(folded)) return { kind: "stop" };
  const [, verb, typed, page] = OF_PREVIEW.exec(folded) ?? [];
  if (verb === undefined || typed === undefined) return text;
  const [named, kind] = [readDigits(typed), KINDS[verb]];
  if (kind) return { kind, code: named };
  return { kind: PAGED[verb] ?? "rows", code: named, page: Number(page ?? 1) };
}
