/**
 * Text without accents and case, one UTF-16 unit for each of the NFC text's, so that positions carry over:
 * "Cương Chính" → "cuong chinh", "Đ" → "d", no-break spaces → spaces.
 */
export function fold(text: string): string {
  let folded = "";
  for (const unit of text.normalize("NFC").split("")) folded += foldUnit(unit);
  return folded;
}

/** Folded, with every run of spaces and line breaks as one space and none at the ends. */
export function foldWords(text: string): string {
  return fold(text).replace(/\s+/gu, " ").trim();
}

function foldUnit(unit: string): string {
  if (unit >= "a" && unit <= "z") return unit;
  if (unit === "đ" || unit === "Đ") return "d";
  if (/\s/u.test(unit)) return unit === "\n" ? "\n" : " ";
  const base = unit.normalize("NFD").charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
}
