import { tightTables } from "#services/documents/readers/pdf/borderless.ts";
import { around } from "#services/documents/readers/pdf/box.ts";
import { gridsOf } from "#services/documents/readers/pdf/grid.ts";
import { withoutLaidBoxes } from "#services/documents/readers/pdf/laid-boxes.ts";
import { type Line, linesOf } from "#services/documents/readers/pdf/lines.ts";
import { layersOf } from "#services/documents/readers/pdf/overlays.ts";
import type { PageMarks } from "#services/documents/readers/pdf/page-marks.ts";
import { ruledTable } from "#services/documents/readers/pdf/ruled-table.ts";
import type { PageTable } from "#services/documents/readers/pdf/table.ts";
import { type Word, wordsOf } from "#services/documents/readers/pdf/words.ts";

export type PageItem =
  | { readonly type: "line"; readonly line: Line; readonly at: number }
  | { readonly type: "table"; readonly table: PageTable; readonly at: number };

/** What stands on a page, from top to bottom. */
export interface PageLayout {
  readonly items: readonly PageItem[];
  /** What is laid over it: stamps, and what runs across the page or up its side, such as a mark of secrecy. */
  readonly asides: readonly Line[];
  /** Points. */
  readonly height: number;
}

/** Tables drawn by rules first, then those of columns alone; what is left are lines of text. */
export function layoutOf({ glyphs, rules, height }: PageMarks): PageLayout {
  const grids = gridsOf(withoutLaidBoxes(rules));
  const { text, overlays } = layersOf(
    wordsOf(glyphs),
    glyphs,
    grids.map(({ cells }) => around(cells)),
  );
  const rest = new Set(text);
  const tables: PageTable[] = [];
  const take = (found: { table: PageTable; used: ReadonlySet<Word> } | null): void => {
    if (!found) return;
    tables.push(found.table);
    for (const word of found.used) rest.delete(word);
  };
  for (const grid of grids)
    take(
      ruledTable(
        grid,
        [...rest].filter(({ turn }) => turn !== null),
      ),
    );
  for (const found of tightTables(linesOf(level([...rest])))) take(found);

  const lines = linesOf(level([...rest]));
  const items: PageItem[] = [
    ...tables.map((table) => ({ type: "table" as const, table, at: table.top })),
    ...lines.map((line) => ({ type: "line" as const, line, at: line.middle })),
  ];
  const asides = [...linesOf(level(overlays)), ...slanted([...rest, ...overlays])];
  return { items: items.sort((a, b) => a.at - b.at), asides, height };
}

const level = (words: readonly Word[]): readonly Word[] => words.filter(({ turn }) => turn === 0);

function slanted(words: readonly Word[]): readonly Line[] {
  const turns = [1, 2, 3, null] as const;
  return turns.flatMap((turn) => linesOf(words.filter((word) => word.turn === turn)));
}
