import type { Block } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { createHtmlTable, type HtmlTable } from "#services/documents/readers/html/html-table.ts";
import { raised } from "#services/documents/readers/superscript.ts";

export type PageFlow = ReturnType<typeof createPageFlow>;

/** What a page's elements make while they are read in order. */
export function createPageFlow() {
  const body: Block[] = [];
  const tables: HtmlTable[] = [];
  /** The next number of each open list; null = it has none. */
  const lists: (number | null)[] = [];
  let line = "";
  let isRaised = false;

  const put = (blocks: readonly Block[]) => {
    const table = tables.at(-1);
    if (table) table.add(blocks);
    else append(body, blocks);
  };
  const closeTable = () => {
    const table = tables.pop();
    if (table) put(table.blocks());
  };

  return {
    table: (): HtmlTable | undefined => tables.at(-1),
    write(text: string): void {
      line += isRaised ? raised(text) : text;
    },
    raise(isOn: boolean): void {
      isRaised = isOn;
    },
    endLine(): void {
      if (line.trim() !== "") put([{ type: "paragraph", text: line.trim() }]);
      line = "";
    },
    openList(start: number | null): void {
      lists.push(start);
    },
    closeList(): void {
      lists.pop();
    },
    openItem(): void {
      const number = lists.at(-1) ?? null;
      line = number === null ? "- " : `${number}. `;
      if (number !== null) lists.splice(-1, 1, number + 1);
    },
    openTable(): void {
      tables.push(createHtmlTable());
    },
    closeTable,
    /** All blocks of the page; tables that were left open end with it. */
    end(): readonly Block[] {
      while (tables.length > 0) closeTable();
      return body;
    },
  };
}
