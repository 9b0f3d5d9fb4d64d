import type { UnitRef } from "#services/documents/marks/cast.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import { writtenIn } from "#services/documents/prose/accents.ts";
import { listFrom } from "#services/documents/prose/lists.ts";
import { nextOf, type Reading, sentenceEnd } from "#services/documents/prose/surroundings.ts";

const NUMBERS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];
const UNITS = "đơn vị|địa phương|xã|phường|thị trấn|huyện|tỉnh|sở|cơ quan";
/** "Có hai xã, phường cùng đạt ", right before a figure. */
const COUNTED = new RegExp(
  String.raw`(?:^|[\s(])(\d{1,2}|${NUMBERS.join("|")})\s(?:${UNITS})(?:,?\s(?:${UNITS}|ngành))*\s(?:cùng|đều|đồng|đạt|có)(?:\s(?:đạt|có|được|số|tổng|điểm|mức|là))*\s$`,
  "u",
);
/** "cùng 90,5 điểm, đồng hạng 7 là", "đạt 100% gồm:": words that lead on to the names. */
const LEADS_ON =
  /^[^.;:()]{0,50}?(?:\s(?:la|gom|gom co|bao gom|do la)|:)\s(?:cac\s)?(?:ubnd\s|uy ban nhan dan\s)?$/u;
const BEFORE = 70;
const LEAD = 70;

/**
 * "Hai xã cùng đạt 90,5 điểm là A và B": those named behind a figure, where they are as many as were counted before it;
 * nobody where they are not. Null = no units are counted.
 */
export function countedBehind(reading: Reading, figure: Figure): readonly UnitRef[] | null {
  const { paragraph, marks } = reading;
  if (paragraph.scanned) return null;
  const [, count = ""] =
    COUNTED.exec(writtenIn(paragraph, Math.max(0, figure.start - BEFORE), figure.start).words) ?? [];
  if (count === "") return null;
  const first = nextOf(marks.units, figure.end);
  if (!first || first.start - figure.end > LEAD || first.start > sentenceEnd(reading, figure.end)) return [];
  if (!LEADS_ON.test(paragraph.folded.slice(figure.end, first.start))) return [];
  const all = listFrom(paragraph, marks.units, first);
  return all.length === (NUMBERS.indexOf(count) + 1 || Number(count)) ? all.map(({ unit }) => unit) : [];
}
