import { readVerb, type Verbs } from "#commands/kit/verb.ts";
import type { ExplanationPart } from "#services/explanations/explanation.ts";

/** What is done with an explanation as it stands, by no further words. */
export type ExplanationAct = "view" | "send" | "discard" | "accept";

type Verb = ExplanationPart | ExplanationAct | "giveBack" | "like";

/** What was asked for. `nth`: which explanation of the alert; null = the newest. */
export type Order =
  | { readonly kind: "list" }
  | { readonly kind: "unit"; readonly words: string }
  | { readonly kind: "begin"; readonly alert: number }
  /** Words without a part are the answer to what is missing next. */
  | {
      readonly kind: "say";
      readonly alert: number;
      readonly part: ExplanationPart | null;
      readonly words: string;
    }
  /** As in the explanation of another alert. */
  | { readonly kind: "like"; readonly alert: number; readonly other: number }
  | {
      readonly kind: ExplanationAct | "giveBack";
      readonly alert: number;
      readonly nth: number | null;
      readonly words: string;
    };

const VERBS: Verbs<Verb> = [
  ["cause", /nguyen nhan|cause/u],
  ["remedy", /bien phap|remedy/u],
  ["deadline", /thoi han|deadline/u],
  ["view", /xem|view/u],
  ["send", /gui|send/u],
  ["discard", /huy|cancel/u],
  ["accept", /chap nhan|accept/u],
  ["giveBack", /tra lai|return/u],
  ["like", /nhu|like/u],
];

const NUMBERED = /^#?(\d{1,9})(?:\/(\d{1,4}))?(?![\p{L}\d])\s*([\s\S]*)$/u;

/** "128", "128 nguyên nhân …", "128/1 trả lại …", "Cương Chính". Line breaks stay in what is said. */
export function readOrder(typed: string): Order {
  const words = typed.trim();
  if (words === "") return { kind: "list" };
  const [, number, nth, rest = ""] = NUMBERED.exec(words) ?? [];
  if (number === undefined) return { kind: "unit", words };
  return ofAlert(Number(number), nth === undefined ? null : Number(nth), rest);
}

function ofAlert(alert: number, nth: number | null, words: string): Order {
  const { verb, rest } = readVerb(words, VERBS);
  if (words === "") return { kind: "begin", alert };
  if (verb === "cause" || verb === "remedy" || verb === "deadline") {
    return { kind: "say", alert, part: verb, words: rest };
  }
  const other = verb === "like" ? /^#?(\d{1,9})$/u.exec(rest)?.[1] : undefined;
  if (other !== undefined) return { kind: "like", alert, other: Number(other) };
  if (verb === "giveBack") return { kind: verb, alert, nth, words: rest };
  const isAct = verb !== null && verb !== "like" && rest === "";
  return isAct ? { kind: verb, alert, nth, words: "" } : { kind: "say", alert, part: null, words };
}
