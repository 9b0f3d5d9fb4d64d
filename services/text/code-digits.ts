/** Crockford's digits: none that a person could misread (no I, L, O, U). */
export const CODE_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A digit for each byte. */
export function toDigits(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => CODE_DIGITS.charAt(byte % CODE_DIGITS.length)).join("");
}

/** What a person typed as digits: "7kq2 " → "7KQ2", O → 0, I and L → 1. Other letters stay as they are. */
export function readDigits(typed: string): string {
  return typed.trim().toUpperCase().replaceAll("O", "0").replace(/[IL]/g, "1");
}
