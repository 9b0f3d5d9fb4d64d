import { type Takable, type Taken, wholeWords } from "#commands/slots/remainder.ts";
import type { RuleWish } from "#services/alerts/wish.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";

export interface Subject extends Pick<RuleWish, "id" | "move" | "indicators" | "isLevel" | "amount"> {
  /** Where its number may begin. */
  readonly end: number;
}

/** Rules with names of their own; all others are named by what they measure. */
const NAMED: readonly (readonly [id: string, typed: RegExp])[] = [
  ["missing", wholeWords("(?:chua co|thieu|cham|khong co) so lieu")],
  ["backlog", wholeWords("(?:ho so )?ton dong")],
  [
    "daily-falling",
    wholeWords(
      String.raw`(?:giam )?(?:(\d{1,2}) )?lan lay(?: lien (?:tiep|tuc))?(?: giam)?|(?:giam )?(?:tung|hang) ngay`,
    ),
  ],
];
const TARGETS = wholeWords("chi tieu(?: (?:trong |theo |cua )?van ban)?");
const MOVE = wholeWords("(?:tut|giam|sut|rot|roi|tang)(?: ((?:thu )?hang|bac|vi tri))?(?: diem)?");
/** "mức quá hạn": a level, where "quá hạn" alone is a growth. */
const LEVEL = wholeWords("muc(?! do)");
const STREAK = wholeWords(
  String.raw`(?:lien (?:tiep|tuc) )?(?:(\d{1,2})|nhieu) (?:ky|thang)(?: lien (?:tiep|tuc))?|lien (?:tiep|tuc)`,
);

const LEADING =
  "duoi|thap hon|nho hon|tren|qua|vuot|cao hon|lon hon|hon|tu|dat|toi thieu|toi da|it nhat|khong|muc|nguong|sau|ngay|them";

/** The words before a number, and the number; it follows what is measured. */
export const AMOUNT = new RegExp(
  String.raw`^[\s:,]*((?:(?:${LEADING})\s+)*)(\d[\d.,]*)\s*(?:%|(?:diem|bac|hang|ho so|ngay|lan)(?![\p{L}\d]))?`,
  "u",
);

/** Takes what a rule is about out of a text: "tụt hạng", "giảm 3 kỳ liên tiếp", an indicator. Null = nothing is. */
export function takeSubject(text: Takable, catalogue: Indicators): Subject | null {
  const nothing = { id: null, move: null, indicators: [], isLevel: false, amount: null };
  for (const [id, pattern] of NAMED) {
    const named = text.take(pattern);
    if (named) return { ...nothing, id, amount: numberOf(named.groups[0]), end: named.end };
  }
  const move = text.take(MOVE);
  const level = text.take(LEVEL);
  const streak = move && move.groups[0] === undefined ? text.take(STREAK) : null;
  const mention = catalogue.mentions(text.left().text)[0];
  if (mention) text.blank(mention.start, mention.end);
  const targets = text.take(TARGETS);
  if (move || mention) {
    return {
      id: null,
      move: moveOf(move, streak),
      indicators: mention?.indicators ?? totalOf(catalogue),
      isLevel: level !== null,
      amount: numberOf(streak?.groups[0]),
      end: Math.max(move?.end ?? 0, mention?.end ?? 0),
    };
  }
  return targets && { ...nothing, id: "targets", end: targets.end };
}

function moveOf(move: Taken | null, streak: Taken | null): RuleWish["move"] {
  if (streak) return "streak";
  if (!move) return null;
  return move.groups[0] === undefined ? "value" : "rank";
}

function totalOf(catalogue: Indicators): readonly Indicator[] {
  const total = catalogue.get(TOTAL);
  return total ? [total] : [];
}

/** "97,5", "97.5", "1.000"; null = none. */
export function numberOf(written: string | undefined): number | null {
  if (written === undefined) return null;
  const plain = /^\d{1,3}(?:\.\d{3})+$/u.test(written) ? written.replaceAll(".", "") : written;
  const number = Number(plain.replace(/[.,]$/u, "").replace(",", "."));
  return Number.isFinite(number) ? number : null;
}
