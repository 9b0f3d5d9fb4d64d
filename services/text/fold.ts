/**
 * Text without accents and case, one UTF-16 unit for each of the NFC text's, so that positions carry over:
 * "Cương Chính" → "cuong chinh", "Đ" → "d", no-break spaces → spaces.
 */
export function fold(text: string): string {
  const composed = text.normalize("NFC");
  let folded = "";
  for (let i = 0; i < composed.length; i += 1) {
    const code = composed.charCodeAt(i);
    foldedUnits[code] ??= foldUnit(composed.charAt(i));
    folded += foldedUnits[code];
  }
  return folded;
}

/** Folded, with every run of spaces and line breaks as one space and none at the ends. */
export function foldWords(text: string): string {
  return fold(text).replace(/\s+/gu, " ").trim();
}

/** By code: the same few hundred units make up all text. */
const foldedUnits: string[] = [];

function foldUnit(unit: string): string {
  if (unit >= "a" && unit <= "z") return unit;
  if (unit === "đ" || unit === "Đ") return "d";
  if (/\s/u.test(unit)) return unit === "\n" ? "\n" : " ";
  const base = unit.normalize("NFD").charAt(0).toLowerCase();
  return base.length === 1 ? base : unit;
}
