import type { Paragraph } from "#services/documents/letter/parts.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import { sentenceBefore } from "#services/documents/orders/targets.ts";

/** "phấn đấu xếp thứ 5/34", "mục tiêu là vị trí thứ 3"; but "hoàn thành mục tiêu, xếp thứ 5/34" tells what was reached. */
const AIM =
  /(?:^|\s)(?:phan dau|huong toi|quyet tam|ky vong|(?<!(?:hoan thanh|thuc hien|so voi|dat|vuot)\s(?:cac\s)?)muc tieu)\s/u;
/** "phấn đấu nhiều nhưng mới xếp thứ 20". */
const REACHED = /(?:^|\s)(?:da|moi|chi|hien|dang)\s(?:[^\s,;:()]{1,12}\s){0,4}$/u;
/** "yêu cầu … để tỉnh vươn lên vị trí thứ 2". */
const ORDER = /(?:^|\s)(?:yeu cau|de nghi|giao|phai|can)\s/u;
const REACHING = /(?:^|\s)(?:vuon len|len|dat|vao|giu|giu vung|duy tri|nang)\s(?:[^\s,;:()]{1,12}\s){0,4}$/u;

/** Whether a place is one to reach, not one that was reached; in brackets only what they say counts. */
export function isAimedPlace(paragraph: Paragraph, figure: Figure): boolean {
  const sentence = sentenceBefore(paragraph, figure);
  const opened = sentence.lastIndexOf("(");
  const isWithin = opened > sentence.lastIndexOf(")");
  const said = isWithin ? sentence.slice(opened + 1) : sentence;
  if (REACHED.test(said)) return false;
  return AIM.test(said) || ((paragraph.directive || ORDER.test(said)) && REACHING.test(said));
}
