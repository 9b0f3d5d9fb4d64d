import type { Passage } from "#services/documents/marks/passage.ts";

const LENGTH_BEFORE =
  /(?:^|\s)(?:sau|gan|hon|suot|(?<!ket |hieu )qua|moi|them|khoang|sau hon|sau gan|chi trong|co|lien tuc|thoi gian)\s$/u;
const LENGTH_BEHIND =
  /^\s(?:qua|vua qua|van hanh|trien khai|thuc hien|lien tiep|lien tuc|hoat dong|ke tu|lien|sap nhap|di vao)(?!\p{L})/u;
const SINCE = /(?:^|\s)(?:ke\s)?tu\s$/u;
const TILL_NOW = /^\s(?:den nay|tro di|tro lai day|den hien nay)(?!\p{L})/u;
const WORDS_AROUND = 24;

/** "sau 3 tháng vận hành", "tăng dần từ tháng 10 đến nay": how long something has been going on. */
export function isDuration(
  { folded }: Passage,
  { start, end }: { readonly start: number; readonly end: number },
): boolean {
  const before = folded.slice(Math.max(0, start - WORDS_AROUND), start);
  const behind = folded.slice(end, end + WORDS_AROUND);
  if (SINCE.test(before) && TILL_NOW.test(behind)) return true;
  const isLength = /^\d{1,2}\s(?:thang|quy|tuan|nam)$/u.test(folded.slice(start, end));
  return isLength && (LENGTH_BEFORE.test(before) || LENGTH_BEHIND.test(behind));
}
