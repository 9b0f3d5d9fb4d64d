import { describe, expect, it } from "vitest";
import { EXPECTED, fileOf, filesIn, tablesOf } from "#test/services/documents/files/office-set.ts";

const FILES = [
  ...filesIn("docx").map((name) => `docx/${name}`),
  ...filesIn("doc").map((name) => `doc/${name}`),
  ...filesIn("office")
    .filter((name) => name.startsWith("tienlu"))
    .map((name) => `office/${name}`),
];

describe("every cell of a letter's tables", () => {
  for (const path of FILES) {
    it(`comes out of ${path}`, async () => {
      const letter = EXPECTED[/\/(\w+)/u.exec(path)?.[1] ?? ""];
      const expected = letter?.tables.map(({ header, body }) => [...header, ...body]);
      expect(tablesOf(await fileOf(path))).toEqual(expected);
    });
  }

  it("is looked for in twelve files at least", () => expect(FILES.length).toBeGreaterThanOrEqual(12));
});
