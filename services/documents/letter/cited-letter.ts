import { isoDay } from "#services/documents/marks/dates.ts";
import type { Passage } from "#services/documents/marks/passage.ts";

/** The letter an article says it reports. */
export interface CitedLetter {
  readonly number: string;
  /** ISO; null = not said. */
  readonly date: string | null;
}

const ISSUED =
  /(?:vừa|đã|mới)\s(?:ban hành|có|ký ban hành|công bố)\s(?:Công văn|Văn bản|Thông báo|Báo cáo|Quyết định)\ssố\s(\d{1,5}\/[\p{Lu}\d&-]+)(?:,?\s(?:ngày\s)?(\d{1,2})\/(\d{1,2})\/(20\d\d))?/iu;
const FIRST_PARAGRAPHS = 4;

/** "… vừa ban hành Công văn số 1178/VPUBND-NCKS ngày 27/11/2023 để công bố kết quả …". */
export function citedLetter(body: readonly Passage[]): CitedLetter | null {
  for (const { text } of body.slice(0, FIRST_PARAGRAPHS)) {
    const [, number, day, month, year] = ISSUED.exec(text) ?? [];
    if (number) return { number, date: isoDay(year, month, day) };
  }
  return null;
}
