import type { Block } from "#services/documents/extraction.ts";
import { fold } from "#services/text/fold.ts";

/** Marks of the law on state secrets, as stamped: a line or cell of their own. */
const STAMP = /^[\s"'“”[({|*_.:-]*(tuyệt mật|tối mật|mật)[\s"'“”\])}|*_.:!-]*$/iu;
const SCANNED_STAMP = /^[^\p{L}]*(TUYET MAT|TOI MAT|MAT|TUYỆT MAT|TỐI MAT)[^\p{L}]*$/u;
const LABEL = /(?<!\p{L})độ (bảo )?mật\s*:\s*(tuyệt mật|tối mật|mật)(?!\p{L})/iu;
/** Before or after other words of a heading in capitals, set apart by the layout. */
const BESIDE = /(^|\s{2,}|\t|\|)\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s*(\s{2,}|\t|\||$)/u;
const GLUED = /^\s*(TUYỆT MẬT|TỐI MẬT|MẬT)\s+(ỦY BAN|UỶ BAN|CỘNG H|UBND|TỈNH|HUYỆN|XÃ|SỞ)/u;

/** Lines at the top in which a stamp may have been glued to other words. */
const TOP_LINES = 12;

/** Whether the document bears MẬT, TỐI MẬT or TUYỆT MẬT; "bí mật", "bảo mật" in its text are only words. */
export function isClassified(blocks: readonly Block[]): boolean {
  const lines = blocks.flatMap((block) =>
    block.type === "table" ? block.rows.flat() : block.text.split("\n"),
  );
  return lines.some((line, i) => {
    const normal = line.normalize("NFC");
    if (STAMP.test(normal) || LABEL.test(normal)) return true;
    if (i >= TOP_LINES) return false;
    return (
      BESIDE.test(normal) ||
      GLUED.test(normal) ||
      SCANNED_STAMP.test(fold(normal) === normal.toLowerCase() ? normal : "")
    );
  });
}
