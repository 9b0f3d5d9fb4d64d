import type { Catalog } from "#locales/catalog.ts";
import type { AppendixNumber, PaperKind } from "#locales/words/letter.ts";
import type { Paragraph } from "#services/papers/paper.ts";
import type { Unit } from "#services/units/unit.ts";

export interface AppendixFacts {
  readonly number: AppendixNumber;
  readonly title: string;
  readonly scope: Unit;
  readonly of: PaperKind;
}

/** What every appendix begins with. */
export function appendixHead({ number, title, scope, of }: AppendixFacts, t: Catalog): readonly Paragraph[] {
  const { head, attached } = t.letter.paper.appendix;
  return [
    line(head(number), { bold: true }),
    line(title, { bold: true }),
    line(attached({ scope, of }), { italic: true }),
  ];
}

const line = (text: string, look: { bold?: boolean; italic?: boolean }): Paragraph => ({
  type: "paragraph",
  align: "centre",
  runs: [{ text, ...look }],
});
