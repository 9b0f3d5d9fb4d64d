import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { checkCode, LONGEST_CODE, readCheckCode, SHORTEST_CODE } from "#services/sheets/check-code.ts";

const anyLength = fc.integer({ min: SHORTEST_CODE, max: LONGEST_CODE });

describe("a check code", () => {
  it("follows from its content, and a longer one begins with the shorter", () => {
    fc.assert(
      fc.property(fc.string(), anyLength, anyLength, (content, here, there) => {
        const [shorter, longer] = [Math.min(here, there), Math.max(here, there)];
        expect(checkCode(content, longer)).toHaveLength(longer);
        expect(checkCode(content, longer).slice(0, shorter)).toBe(checkCode(content, shorter));
      }),
    );
  });

  it("is read again however a person types it", () => {
    fc.assert(
      fc.property(fc.string(), anyLength, (content, length) => {
        const code = checkCode(content, length);
        expect(readCheckCode(` ${code.toLowerCase()} `)).toBe(code);
        expect(readCheckCode(code.replaceAll("0", "o").replaceAll("1", "l"))).toBe(code);
      }),
    );
  });

  test.each(["", "7KQ", "7KQ2ABCDEFG", "7K Q2", "7KU2", "mã 7KQ2", "7KQ2\n7KQ2"])("is not %j", (typed) => {
    expect(readCheckCode(typed)).toBeNull();
  });
});
