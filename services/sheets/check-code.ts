import { createHash } from "node:crypto";
import { CODE_DIGITS, readDigits, toDigits } from "#services/text/code-digits.ts";

export const SHORTEST_CODE = 4;
export const LONGEST_CODE = 10;

/** Code of `length` digits for some content; the same content always gives the same code. */
export function checkCode(content: string, length: number): string {
  return toDigits(createHash("sha256").update(content).digest().subarray(0, length));
}

/** What a person typed as a code, in the alphabet; null when it is none. */
export function readCheckCode(typed: string): string | null {
  const code = readDigits(typed);
  return new RegExp(`^[${CODE_DIGITS}]{${SHORTEST_CODE},${LONGEST_CODE}}$`).test(code) ? code : null;
}
