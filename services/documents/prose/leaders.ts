import type { UnitMark } from "#services/documents/marks/cast.ts";
import type { Figure } from "#services/documents/marks/figures.ts";
import { listFrom, listUpTo } from "#services/documents/prose/lists.ts";
import { lastOpen, type Reading, sentenceStart } from "#services/documents/prose/surroundings.ts";

const LEADS = "(?:dan dau|dung dau|xep dau)";
/** Of all, or of one kind of units, as they are ranked. */
const OF_ALL = String.raw`(?:\s(?:bang xep hang|bang|toan tinh|toan thanh pho|toan huyen|ca nuoc|toan quoc|(?:khoi|cap) (?:cac )?(?:so|xa|huyen|tinh)(?:, (?:ban, )?(?:nganh|phuong|thanh pho))*))?`;
const REACHES = String.raw`(?:,?\s(?:voi|dat|dat duoc|duoc))*(?:\s(?:so|tong|so diem|tong diem|tong so diem|diem so))?`;

/** "Nha Trang dẫn đầu với 92,15 điểm", "Quy Nhơn tiếp tục dẫn đầu (94,15 điểm)". */
const LEADS_WITH = new RegExp(
  String.raw`^(?:\s(?:la|don vi|dia phuong|hien|dang|da|van|tiep tuc|vuon len))*\s${LEADS}${OF_ALL}(?:${REACHES}\s|\s?:\s|\s\()$`,
  "u",
);
/** "Dẫn đầu toàn tỉnh là phường Hoa Lư với 93,4 điểm": what stands before the name, and behind it. */
const LED_BY = new RegExp(
  String.raw`(?:^|[.;:,–-]\s|\s(?:trong do|theo do|hien|hien nay)\s)(?:(?:don vi|dia phuong|xa|phuong|tinh|huyen|so) )?${LEADS}${OF_ALL}(?:\s(?:la|thuoc ve)|\s?:)\s(?:(?:ubnd|uy ban nhan dan)\s)?$`,
  "u",
);
const WITH = new RegExp(String.raw`^(?:${REACHES}\s|\s?:\s|\s\()$`, "u");
const LED_BY_REACH = 90;
/** "đạt 94 điểm, dẫn đầu toàn tỉnh". */
const LEADING = new RegExp(String.raw`^\)?,?\s(?:va )?(?:tiep tuc )?${LEADS}${OF_ALL}\s?(?:[.,;)]|$)`, "u");
const LEADING_REACH = 80;

/** Ranked among some only: "Trong nhóm các xã miền núi, Khánh Vĩnh dẫn đầu với 70 điểm"; "Trong 17 sở, ngành," are all. */
const AMONG_SOME =
  /(?:^|\s)(?:nhom|vung|khu vuc|cum|mien nui|mien|dong bang|ven bien|trong so|trong \d+(?!\d|\s(?:so|xa|tinh), (?:(?:ban, )?nganh|phuong|thanh pho),)|mot trong)(?!\p{L})/u;

/** Whether a value is said to be the first. "A và B dẫn đầu" are not: they may share a place or not. */
export function isLeaders(reading: Reading, figure: Figure): boolean {
  const { paragraph, marks } = reading;
  const from = sentenceStart(reading, figure.start) + 1;
  if (paragraph.scanned || AMONG_SOME.test(paragraph.folded.slice(from, figure.start))) return false;
  if (LEADING.test(paragraph.folded.slice(figure.end, figure.end + LEADING_REACH))) return true;
  const unit = lastOpen(reading, marks.units, figure.start);
  if (!unit) return false;
  const between = paragraph.folded.slice(unit.end, figure.start);
  if (LEADS_WITH.test(between)) return listUpTo(paragraph, marks.units, unit).marks.length === 1;
  const before = paragraph.folded.slice(Math.max(from, unit.start - LED_BY_REACH), unit.start);
  return LED_BY.test(before.trimStart()) && WITH.test(between) && !isOneOfList(reading, unit);
}

/** "Dẫn đầu là A (93 điểm), B (92 điểm)": the first of those told together need not be the first of all. */
function isOneOfList({ paragraph, marks }: Reading, unit: UnitMark): boolean {
  return listFrom(paragraph, marks.units, unit).length > 1;
}
