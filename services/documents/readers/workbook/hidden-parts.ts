import { MOST_COLUMNS, MOST_ROWS } from "#services/documents/readers/limits.ts";
import { type Attributes, walkXml } from "#services/documents/readers/packages/xml.ts";

/** What is not shown of a sheet; places count from 0. */
export interface HiddenLines {
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

export interface HiddenParts {
  readonly sheets: Set<string>;
  /** By the names of the sheets. */
  readonly lines: Map<string, HiddenLines>;
}

export const NOTHING_HIDDEN: HiddenParts = { sheets: new Set(), lines: new Map() };

/** What the content of an OpenDocument says is not shown: the library that reads workbooks does not tell. */
export function hiddenParts(content: Uint8Array | undefined): HiddenParts {
  const parts: HiddenParts = { sheets: new Set(), lines: new Map() };
  const unshown = new Set<string>();
  let style = "";
  let lines: HiddenLines = { rows: new Set(), columns: new Set() };
  let [row, column] = [0, 0];
  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "style:style": (attributes) => {
      style = attributes["style:name"] ?? "";
    },
    "style:table-properties": (attributes) => {
      if (attributes["table:display"] === "false") unshown.add(style);
    },
    "table:table": (attributes) => {
      const name = attributes["table:name"] ?? "";
      if (unshown.has(attributes["table:style-name"] ?? "")) parts.sheets.add(name);
      lines = { rows: new Set(), columns: new Set() };
      parts.lines.set(name, lines);
      [row, column] = [0, 0];
    },
    "table:table-column": (attributes) => {
      column = passed(lines.columns, column, attributes, "table:number-columns-repeated", MOST_COLUMNS);
    },
    "table:table-row": (attributes) => {
      row = passed(lines.rows, row, attributes, "table:number-rows-repeated", MOST_ROWS);
    },
  };
  walkXml(content, { open: (name, attributes) => opening[name]?.(attributes) });
  return parts;
}

/** The place behind a line that may stand for many; those that are not shown are noted. */
function passed(
  hidden: Set<number>,
  at: number,
  attributes: Attributes,
  repeated: string,
  most: number,
): number {
  const next = Math.min(most, at + Number(attributes[repeated] ?? 1));
  if ((attributes["table:visibility"] ?? "visible") !== "visible")
    for (let i = at; i < next; i += 1) hidden.add(i);
  return next;
}
