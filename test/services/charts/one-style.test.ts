import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOM = "services/charts";
const STYLE = join(ROOM, "layout", "style.ts");
const FILES = readdirSync(ROOM, { recursive: true, encoding: "utf8" })
  .map((file) => join(ROOM, file))
  .filter((file) => file.endsWith(".ts") && file !== STYLE);

/** A colour of its own, or a size of type that is no constant's. */
const LOOSE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["colour", /"#(?:[\da-f]{3,4}){1,2}"|\b(?:rgb|hsl)a?\(\d/giu],
  ["size of type", /\bsize: ?\d+(?:\.\d+)?, weight\b|\b(?:bold|semibold|small)\(\d+/gu],
];

describe("what pictures look like", () => {
  it("is said in one file: no colour and no size of type stands elsewhere", () => {
    const loose = FILES.flatMap((file) => {
      const code = readFileSync(file, "utf8");
      return LOOSE.flatMap(([what, pattern]) =>
        (code.match(pattern) ?? []).map((found) => `${file}: ${what} ${found}`),
      );
    });
    expect(FILES.length).toBeGreaterThan(40);
    expect(loose).toEqual([]);
  });

  it("is found where it is", () => {
    const style = readFileSync(STYLE, "utf8");
    expect(style.match(LOOSE[0]?.[1] ?? /$/u)?.length).toBeGreaterThan(20);
    expect(`{ size: 28, weight: "bold" }`).toMatch(LOOSE[1]?.[1] ?? /$/u);
  });
});
