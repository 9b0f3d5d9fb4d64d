import { type Rule, rule } from "#services/periods/grammar/rule.ts";

/** Numbers that look like a period's and are none. */
export const NO_PERIODS: readonly Rule[] = [
  // Dates, also with day and month left blank as in a draft, or lost in a scan; ranges of years.
  String.raw`(?:ngay|mung|mong)\s+\d{1,2}(?:\s+thang\s+\d{1,2}|\s?[/.-]\s?\d{1,2})?(?:(?:,?\s*nam\s+|\s?[/.-]\s?)\d{4})?`,
  String.raw`ngay[^\p{L}\n]{0,12}thang[^\p{L}\n]{0,8}n\p{L}{1,3}\s*\d{4}`,
  String.raw`\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2,4}`,
  String.raw`\d{4}[-/]\d{1,2}[-/]\d{1,2}`,
  String.raw`\d{4}\s?[-–]\s?\d{4}`,
  // Document numbers: 766/QĐ-TTg, 118/2025/NĐ-CP, số 8/2024.
  String.raw`\d+(?:\s?/\s?\d{4})?\s?/\s?[a-z][\p{L}\d&-]*`,
  String.raw`(?<!(?:ho|chi|diem|tong|co|he) )(?:so|nghi dinh|nghi quyet|thong tu|quyet dinh|chi thi)\s*:?\s*\d+(?:/\d+)?`,
  // Ranks, shares, decimals, percentages.
  String.raw`\d+(?:[.,]\d+)*\s?/\s?\d+(?:[.,]\d+)*`,
  String.raw`\d+(?:[.,]\d+)+(?:\s?%)?`,
  String.raw`\d+\s?(?:%|phan tram)`,
  // Units named by a number.
  String.raw`(?:phuong|quan|xa|thi tran|tt|p|x|f|q\.|to|thon|ap|khu pho|kp|khoi|khu|duong|truong|cum|khom|lang|buon|doi)\s?\.?\s?\d{1,2}`,
  String.raw`q\s?(?:[5-9]|1\d)`,
  // Places, pages, parts of documents.
  String.raw`(?:top|cuoi|dau|nhat|kem|thap|bet|thu|hang thu|(?<!xep )hang|bac|lan|dot|ban|trang|dieu|khoan|muc|nhom|phu luc)\s+(?:thu\s+)?\d{1,3}`,
  String.raw`top\s*\d[\d.,]*`,
  String.raw`(?:top|cuoi)\s*[-–−]\s?\d[\d.,]*`,
  // Numbers of things, lengths of time, every month.
  String.raw`\d+\s+(?:don vi|dia phuong|ho so|ban|diem|bac|ky|lan|nguoi|tthc|thu tuc|dich vu|chi so|tieu chi|ngay|gio|phut)`,
  String.raw`\d+(?=\s+(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|tinh|so)\s+(?:thap|cao|dau|cuoi|tot|kem|dung|yeu|xep|dan|bet|doi|chot|ap|tang|giam|tut|sut|len|xuong|cai thien|tien bo|nhieu|it|lon|nho))`,
  String.raw`\d+\s+(?:thang|quy|tuan|nam)\s+(?:gan|qua|truoc|vua|lien|tro lai|nua|sau|toi|mot lan)(?:\s+(?:nhat|day|qua|roi|tiep|lai))?`,
  String.raw`(?:moi|(?<!(?:xep|thu) )hang|tung|cac|nhung)\s+(?:thang|quy|tuan|nam)(?:\s+nam(?=\s+\d{4})|(?!\s+[\div]))`,
].map((source) => rule(source, () => null));
