import type { Figure } from "#services/documents/marks/figures.ts";
import { hasAny, type Passage, passageOf } from "#services/documents/marks/passage.ts";
import { inAccents, type Written, writtenIn } from "#services/documents/prose/accents.ts";
import { isRank } from "#services/documents/prose/rank-cues.ts";
import { wordCost } from "#services/documents/scan/find-phrase.ts";

/** What the words right before a figure make of it. */
export type Role = "value" | "rank" | "rise" | "fall" | "compared" | "gap" | "average" | "bound" | "share";

const COMPARED = [
  "so voi",
  "tuan truoc",
  "thang truoc",
  "ky truoc",
  "quy truoc",
  "nam truoc",
  "cung ky",
  "cao hon",
  "thap hon",
];
const AVERAGE = ["binh quan", "trung binh ca nuoc", "trung binh toan", "diem trung binh", "mat bang chung"];
/** "trung bình các xã đạt 85 điểm", "cả nước đạt 68,3 điểm"; "xếp loại trung bình" is a class. */
const AVERAGED = inAccents(
  String.raw`(?:^|[\s(])(?:(?<!(?:loại|hạng|mức|nhóm|dạng|điểm số)\s)trung bình\s(?!khá)(?:[^,.;:()\d]|,\s(?=xã|phường|thị|đặc|huyện|quận|thành|sở|ban|ngành)){0,60}(?:là|đạt|:|=)|(?:cả nước|toàn quốc)(?:\s(?:đạt|là|:|được|chỉ|có))+)\s?$`,
);
const BOUND = inAccents(
  String.raw`(?:^|[\s(])(?:trên|dưới|hơn|khoảng|gần|xấp xỉ|từ|đến|tối thiểu|ít nhất|không quá|vượt|quá|thang|thang điểm|điểm tối đa|tối đa là|mỗi|cộng|trừ|mức|mốc|ngưỡng)\s$`,
);
/** Turns of phrase that end with one of these words: "tính đến", "đạt mức 85". */
const NO_BOUND = inAccents(
  String.raw`(?:^|\s)(?:điện tử|dịch vụ công|kết quả|(?:tính|giảm|đạt|tăng) (?:đến|tới)|(?:đạt|ở|lên|còn|giữ|duy trì|xuống|với) mức)\s$`,
);
/** "90,5 điểm (đã ghi 95,5 điểm)", "86,2 điểm chứ không phải 82,6 điểm": what a correction takes back. */
const TAKEN_BACK = inAccents(
  String.raw`(?:^|[\s(])(?:đã ghi|ghi nhầm|ghi sai|không phải|thay vì|thay cho|trước đây)(?:\s(?:là|thành|ghi))*\s$`,
);
/** "chưa đạt mức 80 điểm", "thanh toán trực tuyến (tối đa 10 điểm)": a level, not what was reached. */
const LEVEL = inAccents(
  String.raw`(?:(?:^|\s)chưa (?:đạt|tới|đến)(?:\s(?:tới|đến|mức|ngưỡng|mốc|chỉ tiêu|mục tiêu))*|\((?:điểm )?tối đa(?: là)?:?|\((?:[^()\d]{0,30}\s)?(?:giao|chỉ tiêu|mục tiêu|kế hoạch|yêu cầu)(?:\s(?:giao|đề ra|là|từ|trên|đạt))*:?(?:\s?(?:≥|>=|>))?)\s$`,
);
/** "Đúng hạn (%) ≥ 95%". */
const SIGN_BEFORE = /[≥≤<>]=?\s?$/u;
/** "đạt từ 90 điểm trở lên": a level, whatever stands before it. */
const BOUND_BEHIND = /^\s(?:tro len|tro xuong|tro di)(?!\p{L})/u;
const SHARE = /(?:chiem|chiem ty le|chiem ti le)\s$/u;
/** "đạt 87,8% điểm tối đa": how much of the maximum it is. */
const SHARE_BEHIND =
  /^\s(?:(?:so voi|cua|tren|tong|so)\s)*(?:diem toi da|muc toi da|diem chuan|thang diem|tong diem)/u;
/** "kém huyện đứng đầu 11,35 điểm", "hơn Lệ Xá 4,3 điểm": how far apart two are, one of them named in between. */
const GAP_TO = inAccents(
  String.raw`(?:^|[\s(])(?:kém|thua|cách|hơn|bỏ xa|vượt(?!\s(?:mốc|ngưỡng|mức|qua)\s))\s(?!(?:nhất|nhì|là|gồm|nhau|một)\s)(?:(?!\s(?:đạt|được|với|có|còn|tới|đến)\s)[^.;,:()\d]){2,70}\s$`,
);
/** "kém 0,39 điểm", "khoảng cách giữa đơn vị đầu và cuối là 4,78 điểm": how far apart two are. */
const GAP = inAccents(
  String.raw`(?:^|[\s(])(?:(?:kém|thua|(?<!tối\s)thiếu|cách|chênh|chênh lệch|chênh nhau|cách biệt|bị trừ|trừ đi|trừ|mất)(?:\s(?:hơn|nhau|tới|chỉ|khoảng|đến|gần|là))*|(?:khoảng cách|chênh lệch|độ lệch)\s[^.;,:\d]{0,80}(?:là|còn|chỉ|từ|thu hẹp còn|thu hẹp xuống|ở mức))\s$`,
);
/** "tăng 0,2 điểm, đạt 78,8 điểm": behind the change, where it led to. */
const REACHED =
  /(?:tang|giam)\s[^.,;\d]{0,20}\d+(?:[.,]\d+)?\s?(?:diem|%|phan tram)?\s?(?:,\s?)?(?:va\s)?(?:dat|con|len|len muc|xuong con|xuong|dat muc|len den|xuong muc)\s$/u;

/** What words right before a figure, or right behind it, make of it. */
export function roleOf(passage: Passage, figure: Figure): Role {
  const before = wordsBefore(passage, figure);
  const written = writtenIn(passage, Math.max(0, figure.start - WORDS_BEFORE), figure.start);
  if (figure.measure !== "points" && figure.measure !== "rate" && isRank(passage, figure)) return "rank";
  const turn = signOf(passage, figure) ?? turnOf(passage, before);
  if (turn) return turn;
  const behind = passage.folded.slice(figure.end, figure.end + BEHIND);
  if (SHARE.test(before) || (figure.measure === "rate" && SHARE_BEHIND.test(behind))) return "share";
  if (TAKEN_BACK(written)) return "compared";
  if (GAP(written) || GAP_TO(written)) return "gap";
  if (nearby(passage, figure, AVERAGE, 40) || AVERAGED(written)) return "average";
  if (SIGN_BEFORE.test(before)) return "bound";
  return isLevel(written, behind) ? "bound" : reachedOr(passage, figure, written);
}

function isLevel(written: Written, behind: string): boolean {
  return BOUND_BEHIND.test(behind) || LEVEL(written);
}

/** A value, unless words of comparison or of a bound stand before it. */
function reachedOr(passage: Passage, figure: Figure, written: Written): Role {
  if (isReached(passage, figure)) return "value";
  if (nearby(passage, figure, COMPARED, 75)) return "compared";
  return BOUND(written) && !NO_BOUND(written) ? "bound" : "value";
}

const WORDS_BEFORE = 110;
const BEHIND = 40;

function wordsBefore({ folded }: Passage, { start }: Figure): string {
  return folded.slice(Math.max(0, start - WORDS_BEFORE), start);
}

/** What a change led to is a value, whatever it is compared with. */
export function isReached(passage: Passage, figure: Figure): boolean {
  return REACHED.test(wordsBefore(passage, figure));
}

/** "66 điểm (+2,5 điểm)": the sign in the bracket says which way. */
function signOf({ text }: Passage, { start, written }: Figure): "rise" | "fall" | null {
  if (text.charAt(start - 1) !== "(" || !/^[+\u2212-]/u.test(written)) return null;
  return written.startsWith("+") ? "rise" : "fall";
}

/** "tăng 0.31", "giảm nhẹ 1,2"; "giảm còn 56,11" is a value. */
function turnOf(passage: Passage, before: string): "rise" | "fall" | null {
  const words = before.trim().split(" ");
  const last = words.at(-1)?.replace(/^[^\p{L}]+/u, "") ?? "";
  const word = FILLERS.includes(last) ? (words.at(-2)?.replace(/^[^\p{L}]+/u, "") ?? "") : last;
  const limit = passage.scanned ? 0.6 : 0;
  if (wordCost("tang", word) <= limit) return "rise";
  return wordCost("giam", word) <= limit ? "fall" : null;
}

const FILLERS = ["them", "nhe", "manh", "duoc", "khoang", "di", "toi"];

/** One of the phrases stands before the figure in the same breath. */
function nearby(passage: Passage, figure: Figure, phrases: readonly string[], reach: number): boolean {
  const from = Math.max(0, figure.start - reach);
  const stretch = passage.text.slice(from, figure.start);
  const breath = stretch.slice(
    Math.max(...[",", ";", ". ", "% "].map((mark) => stretch.lastIndexOf(mark))) + 1,
  );
  return hasAny(passageOf(breath, passage.scanned), phrases);
}
