import type { Figure } from "#services/documents/marks/figures.ts";
import type { Measured } from "#services/documents/marks/measure.ts";
import type { TopicMark } from "#services/documents/marks/topics.ts";
import { type Reading, sentenceStart } from "#services/documents/prose/surroundings.ts";

const OTHER =
  /(?:^|[\s,;(])(?:dang (?:giai quyet|xu ly|trong qua trinh giai quyet)|(?<!dung han va |dung han, )(?:truoc|som|trong) han|con lai)\s?(?::|la|co|con)?\s?$/u;
const WORDS = 40;

/** "Đang giải quyết 2.245 hồ sơ", "trước hạn 21.714 hồ sơ": of something that is no indicator, whatever was named before. */
export function isOtherCount({ paragraph }: Reading, { start, measure }: Figure): boolean {
  if (measure !== "count" && measure !== "plain") return false;
  return OTHER.test(paragraph.folded.slice(Math.max(0, start - WORDS), start));
}

/** What is done on time includes what is done early. */
const INCLUDING: ReadonlySet<string> = new Set(["dossiers-on-time", "on-time-rate"]);
const EARLY =
  /(?:truoc|som) han\s?(?::|la|dat|co)?\s?\d|\d\s?(?:%|ho so)?\s?(?:giai quyet |xu ly |tra )?(?:truoc|som) han/u;
const AROUND = 70;

/** "Trước hạn 21.714 hồ sơ, đúng hạn 1.463 hồ sơ": the latter were done on the last day, and are only some of those on time. */
export function isWithoutEarly(reading: Reading, { start, end }: Figure, { indicator }: Measured): boolean {
  if (!INCLUDING.has(indicator.id)) return false;
  const from = Math.max(sentenceStart(reading, start), start - AROUND, 0);
  return EARLY.test(reading.paragraph.folded.slice(from, end + AROUND));
}

/** "Tỷ lệ thanh toán trực tuyến đạt 0,72": no points. */
export function isCalledRate({ paragraph: { folded } }: Reading, { start }: TopicMark): boolean {
  return /(?:ty|ti) le\s(?:\p{L}+\s)?$/u.test(folded.slice(Math.max(0, start - 16), start));
}
