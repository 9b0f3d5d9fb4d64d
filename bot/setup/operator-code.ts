import { randomBytes } from "node:crypto";
import { isSameSecret } from "#bot/http/secret.ts";
import { readDigits, toDigits } from "#services/text/code-digits.ts";

/** 40 bits; with it a new one after a few wrong ones, nobody guesses it. */
const DIGITS = 8;
const MOST_WRONG = 5;
const LASTS_MS = 15 * 60_000;
const AS_CODE = /^[0-9A-Z]{8}$/u;

/** The code that makes its sender an operator: for one person, a quarter of an hour, and few wrong ones. */
export function createOperatorCode({ now = Date.now }: { readonly now?: () => number } = {}) {
  let code = "";
  let until = 0;
  let wrong = 0;

  function renew(): void {
    code = toDigits(randomBytes(DIGITS));
    until = now() + LASTS_MS;
    wrong = 0;
  }

  return {
    /** "K7M2-9QXD": the one that holds now. */
    shown(): string {
      if (now() >= until) renew();
      return `${code.slice(0, 4)}-${code.slice(4)}`;
    },

    /** Whether what a person sent is the code, which then holds no more. What is not like one is not counted. */
    takes(typed: string): boolean {
      const digits = readDigits(typed).replaceAll(/[\s-]/gu, "");
      if (until === 0 || !AS_CODE.test(digits)) return false;
      const isRight = now() < until && isSameSecret(digits, code);
      if (!isRight) wrong += 1;
      if (isRight || wrong >= MOST_WRONG) renew();
      return isRight;
    },
  };
}
