import { describe, expect, it } from "vitest";
import { EXPECTED, fileOf, type Rows, tablesOf, textsOf } from "#test/services/documents/files/office-set.ts";

const PAPERS = ["tienlu", "prov34", "hue", "stamp"];
const MAKERS = ["chromium", "untagged", "libreoffice"];

/** Narrow heads break inside a word. */
const unspaced = (rows: Rows): Rows => rows.map((row) => row.map((cell) => cell.replaceAll(" ", "")));

for (const paper of PAPERS)
  for (const maker of MAKERS)
    describe(`${paper} as ${maker} prints it`, async () => {
      const document = await fileOf(`pdf/${paper}.${maker}.pdf`);
      const { tables = [], paragraphs = [] } = EXPECTED[paper] ?? {};

      it("gives every cell as it was written, also under a stamp drawn as text", () => {
        const read = tablesOf(document);
        expect(read).toHaveLength(tables.length);
        for (const [i, { header, body }] of tables.entries())
          expect(read[i]?.slice(header.length)).toEqual(body);
      });

      it("repeats a head in each column it covers", () => {
        for (const [i, { header }] of tables.entries())
          expect(unspaced(tablesOf(document)[i]?.slice(0, header.length) ?? [])).toEqual(unspaced(header));
      });

      it("gives the text whole and in order", () => {
        const text = textsOf(document).join(" ").replace(/\s+/gu, " ");
        let from = 0;
        for (const paragraph of paragraphs) {
          from = text.indexOf(paragraph.replace(/\s+/gu, " "), from);
          expect(from, paragraph).toBeGreaterThan(-1);
        }
      });
    });
