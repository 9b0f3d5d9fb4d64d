import { cut, type Found, type Remainder } from "#commands/slots/remainder.ts";

/** "trang 2" → 2; without it page 1. */
export function findPage(text: Remainder): Found<number> {
  const match = /\btrang (\d{1,3})\b/u.exec(text.folded);
  if (!match) return [1, text];
  return [Math.max(1, Number(match[1])), cut(text, match)];
}

/** "tổng", "tổng số", "bao nhiêu hồ sơ" beside something that is counted: the sum over a list. "Tổng điểm" is an indicator. */
export function findSum(text: Remainder): Found<boolean> {
  const match = SUM.exec(text.folded);
  return match ? [true, cut(text, match)] : [false, text];
}

const SUM =
  /(?<![\p{L}\d])(?:tong (?:so|cong)(?: so)?(?: luong)?|(?:co |con |tong )*bao nhieu(?= ho so)|tong(?: luong)?|cong (?:lai|don|het))(?! (?:diem|hop|so|ket|quan|the))(?![\p{L}\d])/u;

/** A ranking in bands of dossiers received, as it is typed. */
export const BY_VOLUME = "theo nhóm hồ sơ";

/** "theo nhóm hồ sơ", "theo quy mô": among units that have about as much to do. */
export function findByVolume(text: Remainder): Found<boolean> {
  const match = BANDS.exec(text.folded);
  return match ? [true, cut(text, match)] : [false, text];
}

const BANDS =
  /(?<![\p{L}\d])(?:(?:chia )?theo (?:tung )?(?:nhom |quy mo |khoi luong |so luong )+ho so(?: (?:tiep nhan|da nhan|phat sinh))?|(?:chia )?theo (?:tung )?(?:nhom )?quy mo|(?:chia |cac |tung )nhom ho so)(?![\p{L}\d])/u;

/** "thứ mấy", "xếp hạng bao nhiêu", "theo hạng". */
export function findPlace(text: Remainder): Found<boolean> {
  const match = PLACE.exec(text.folded);
  return match ? [true, cut(text, match)] : [false, text];
}

const PLACE =
  /(?<![\p{L}\d])(?:(?:dang|dung|xep|nam|o|hang) )*(?:(?:thu|hang|vi tri|bac)(?: hang| thu)? (?:may|bao nhieu|nao))(?![\p{L}\d])|(?<![\p{L}\d])theo (?:thu )?hang(?![\p{L}\d])/u;

/** "các kỳ", "mọi tháng". */
export function findAllPeriods(text: Remainder): Found<boolean> {
  const match = ALL_PERIODS.exec(text.folded);
  return match ? [true, cut(text, match)] : [false, text];
}

const ALL_PERIODS = /(?<![\p{L}\d])(?:tat ca |toan bo )?(?:cac|moi|nhung) (?:ky|thang)(?![\p{L}\d])/u;

/** "14 ngày", "7 ngày gần đây" → from 2 to 366. */
export function findDays(text: Remainder): Found<number | null> {
  const match = DAYS.exec(text.folded);
  if (!match) return [null, text];
  return [Math.min(MOST_DAYS, Math.max(2, Number(match[1]))), cut(text, match)];
}

/** A running year has no more. */
const MOST_DAYS = 366;
const DAYS =
  /(?<![\p{L}\d/])(\d{1,3}) ngay(?: (?:gan (?:day|nhat)|vua qua|qua|tro lai(?: day)?))?(?![\p{L}\d])/u;
