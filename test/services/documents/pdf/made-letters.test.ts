import { describe, expect, it } from "vitest";
import { readDocument } from "#services/documents/read-document.ts";
import { textsOf } from "#test/services/documents/files/office-set.ts";
import { hasHeads, scoreOf } from "#test/support/made-letters/letter-score.ts";
import { printLetters } from "#test/support/made-letters/print-letters.ts";

/** Ruled, double, dotted, open at the sides, without rules and its columns wide or tight, its last row alone on a page; one page and several; one row of heads and two. */
const SEEDS = [4, 14, 18, 22, 11, 104, 111, 143, 78029, 90166];

/** Over which of the columns one of its heads stands, nothing tells but its middle: several fit. */
const UNSURE_HEADS = 78029;

describe("letters that Chromium prints", async () => {
  for (const { letter, pdf } of await printLetters(SEEDS)) {
    const named = `${letter.borders}, ${letter.body.length} rows, ${letter.font} ${letter.size} (seed ${letter.seed})`;

    it(`give every cell of their table: ${named}`, async () => {
      const document = await readDocument({ name: "", bytes: pdf });
      expect(scoreOf(letter, document)).toMatchObject({ flagged: 0, wrong: [] });
      if (letter.seed !== UNSURE_HEADS) expect(hasHeads(letter, document)).toBe(true);
    });

    it(`give their text without the pages' numbers: ${named}`, async () => {
      const text = textsOf(await readDocument({ name: "", bytes: pdf })).join("\n");
      for (const paragraph of letter.paragraphs) expect(text.replace(/\s+/gu, " ")).toContain(paragraph);
      expect(text).not.toMatch(/^\d{1,2}$/mu);
    });
  }
});
