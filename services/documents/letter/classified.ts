import type { Block } from "#services/documents/neutral.ts";
import { fold } from "#services/text/fold.ts";
import { asSeen } from "#services/text/look-alikes.ts";

/** Lines at the top in which a stamp may have been glued to other words. */
const TOP_LINES = 12;

/** Whether the document bears MẬT, TỐI MẬT or TUYỆT MẬT; "bí mật", "bảo mật" in its text are only words. */
export function isClassified(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) =>
    block.type === "table" ? block.rows.flat() : block.text.split("\n"),
  );
  const seen = lines.map((line) => asSeen(line));
  return seen.some((line, i) => bearsMark(line, i < TOP_LINES)) || isStampedDownwards(seen);
}

function bearsMark(line: string, isTop: boolean): boolean {
  if (!/[mM]/.test(line)) return false;
  const joined = withoutLetterSpacing(line);
  if (isStamp(lettersOf(line), isTop) || isLabelled(joined) || SET_APART.test(joined)) return true;
  return (
    isTop && (SET_APART_TOP.test(joined) || STRONG.test(joined) || LEADS.test(joined) || endsWithMark(joined))
  );
}

const lettersOf = (line: string): string => line.replace(/[^\p{L}\p{N}]+/gu, "");

/** A line of its own, whatever its letters are set apart or framed by. */
const STAMP = /^(?:tuyệt|t[ố0][i1l])?mật$/u;
const STAMPED_PAPER = /^(?:VĂNBẢN|TÀILIỆU|CÔNGVĂN|HỒSƠ|DẤU)(?:TUYỆT|TỐI)?MẬT$/u;
/** In capitals, with accents lost by a typewriter or a scan. */
const BARE_STAMP = /^(?:tuyet|t[o06][i1l])m[a4]t$/u;

function isStamp(letters: string, isTop: boolean): boolean {
  if (letters.length > LONGEST_STAMP) return false;
  if (STAMP.test(letters.toLowerCase()) || STAMPED_PAPER.test(letters)) return true;
  if (letters !== letters.toUpperCase()) return false;
  const bare = fold(letters);
  return BARE_STAMP.test(bare) || (isTop && bare === "mat");
}

const LONGEST_STAMP = 20;

/** "Độ mật: Tối mật", "Dấu: MẬT"; after other labels the mark counts in capitals, where it ends its line. */
const LABEL =
  /(?<!\p{L})(?:(?:mức |cấp )?độ (?:bảo )?mật|(?:mức|cấp) (?:bảo )?mật|(?:đóng )?dấu(?: chỉ)?(?: (?:mức )?(?:độ )?mật)?|phân loại|loại (?:văn bản|tài liệu)|tính chất) ?[:=–—-][^\p{L}\p{N}]{0,20}(?:tuyệt mật|tối mật|mật)(?!\p{L})(?! (?:khẩu|độ|mã|ong|thiết|vụ))/iu;
const BARE_LABEL =
  /(?<![a-z])(?:(?:muc |cap )?do (?:bao )?mat|(?:muc|cap) (?:bao )?mat|(?:dong )?dau(?: (?:do )?mat)?) ?[:=–—-][^a-z0-9]{0,20}(?:tuyet mat|toi mat|mat)(?![a-z])(?! (?:khau|do|ma|ong|thiet|vu))/u;
const CAPITALS_AFTER_LABEL = /^[^:]{1,60}:[^\p{L}\p{N}]*(?:TUYỆT ?|TỐI ?)?MẬT[^\p{L}\p{N}]*$/u;

function isLabelled(line: string): boolean {
  if (!/[:=–—-]/u.test(line)) return false;
  if (LABEL.test(line) || CAPITALS_AFTER_LABEL.test(line)) return true;
  const bare = fold(line);
  return bare === line.toLowerCase() && BARE_LABEL.test(bare);
}

/** Between wide spaces or in brackets; any case only at the top. */
const SET_APART = apart("(?:TUYỆT {0,4}|TỐI {0,4})?MẬT", "u");
const SET_APART_TOP = apart("(?:tuyệt {0,4}|tối {0,4})?mật", "iu");

function apart(mark: string, flags: string): RegExp {
  return new RegExp(`(?<=^ ?| {2}|\\t ?|[|[({<«“"] ?)${mark}(?= {2}| ?\\t| ?[|\\])}>»”"]| ?$)`, flags);
}

/** No ordinary words of a heading. */
const STRONG = /(?<!\p{L})(?:TUYỆT|TỐI) ?MẬT(?!\p{L})/u;
/** Glued to a heading's first word; "MẬT ĐỘ DÂN SỐ" is a word. */
const LEADS =
  /^[^\p{L}\p{N}]*MẬT[^\p{L}\p{N}]+(?!(?:ĐỘ|KHẨU|MÃ|ONG|THIẾT|VỤ|THƯ|DANH|BÁO|THÁM|PHỤC|LỆNH)(?!\p{L}))\p{Lu}{2}/u;

/** Words with which "mật" is another word, and middle names before a person's. */
const BEFORE_OTHER_WORDS: ReadonlySet<string> = new Set(
  "BẢO BÍ CƠ KHÔNG ĐỘ GIẢI MỨC CẤP ĐƯỜNG MẬT VĂN THỊ ĐỨC HỮU NGỌC XUÂN QUANG MINH".split(" "),
);
const LAST_WORDS = /(?:(\p{L}+)[^\p{L}]+)?(?<!\p{L})(\p{Lu}{2,})[^\p{L}]+MẬT[^\p{L}\p{N}]*$/u;
/** "XÃ ĐỒNG MẬT" would be a place. */
const PLACE: ReadonlySet<string> = new Set(["XÃ", "PHƯỜNG", "THÔN", "ẤP", "BẢN"]);

/** Glued to a heading's last word. */
function endsWithMark(line: string): boolean {
  const tail = line.slice(-LONGEST_TAIL);
  const [, first = "", last = ""] = LAST_WORDS.exec(tail) ?? [];
  return last !== "" && !BEFORE_OTHER_WORDS.has(last) && !PLACE.has(first.toUpperCase());
}

const LONGEST_TAIL = 80;

const SPACED_LETTERS = /(?<![\p{L}\p{N}])\p{L}(?:[ ._·•-]\p{L}(?![\p{L}\p{N}]))+/gu;

/** "M Ậ T   C Ộ N G" → "MẬT   CỘNG". */
function withoutLetterSpacing(line: string): string {
  return line.replace(SPACED_LETTERS, (letters) => letters.replace(/[^\p{L}]/gu, ""));
}

/** One letter a line or a cell. */
function isStampedDownwards(lines: readonly string[]): boolean {
  let run = "";
  for (const line of lines) {
    const letters = line.length > LONGEST_STAMP ? line : lettersOf(line);
    if (letters.length > 1) run = "";
    else run += letters;
    if (/(?:mật|TO[I1]MAT|TUYETMAT)$/iu.test(run.slice(-LONGEST_STAMP))) return true;
  }
  return false;
}
