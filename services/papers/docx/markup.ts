import type { Alignment } from "#services/papers/paper.ts";
import { sheetText } from "#services/text/sheet-text.ts";

/** A piece of XML, written and escaped. */
export type Markup = string;

export type Attributes = Readonly<Record<string, string | number>>;

/** An element; names and attributes are ours, and what is between them is written already. */
export function element(name: string, attributes: Attributes = {}, ...content: readonly Markup[]): Markup {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  const inner = content.join("");
  return inner === "" ? `<${name}${written.join("")}/>` : `<${name}${written.join("")}>${inner}</${name}>`;
}

/** Of an element of one value, as most of WordprocessingML is. */
export const valued = (name: string, value: string | number): Markup => element(name, { "w:val": value });

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text as it may stand in XML, without what nobody sees and what would ruin the file. */
export const escaped = (text: string): string =>
  sheetText(text).replace(/[&<>"]/gu, (mark) => ENTITIES[mark] ?? "");

export interface Look {
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points; by default those of the document. */
  readonly size?: number;
}

/** Text in one look; its line ends stay. */
export function run(text: string, { bold, italic, size }: Look = {}): Markup {
  const look = [
    ...(bold ? [element("w:b")] : []),
    ...(italic ? [element("w:i")] : []),
    ...(size ? [valued("w:sz", size * 2)] : []),
  ];
  const lines = text.split("\n").map((line) => element("w:t", { "xml:space": "preserve" }, escaped(line)));
  return element("w:r", {}, element("w:rPr", {}, ...look), lines.join(element("w:br")));
}

const ALIGNMENT: Readonly<Record<Alignment, string>> = {
  left: "left",
  centre: "center",
  right: "right",
  justified: "both",
};

export interface ParagraphLook {
  readonly align: Alignment;
  /** Points below it. */
  readonly after?: number;
  /** Properties that come before its spacing. */
  readonly first?: Markup;
  readonly indent?: Markup;
  /** Points of its end, which makes an empty one as high as a line of them. */
  readonly size?: number | undefined;
  /** Further attributes of its spacing. */
  readonly spacing?: Attributes;
}

/** Properties stand in the order the schema demands, or Word calls the file damaged. */
export function paragraph(look: ParagraphLook, ...runs: readonly Markup[]): Markup {
  const { align, after = 0, first = "", indent = "", size, spacing = {} } = look;
  const distance = element("w:spacing", { "w:before": 0, "w:after": twips(after, "point"), ...spacing });
  const end = size ? element("w:rPr", {}, valued("w:sz", size * 2)) : "";
  const properties = element("w:pPr", {}, first, distance, indent, valued("w:jc", ALIGNMENT[align]), end);
  return element("w:p", {}, properties, ...runs);
}

/** Paragraphs of one line each, all alike, without gaps. */
export const lines = (texts: readonly string[], align: Alignment, look?: Look): Markup =>
  texts.map((text) => paragraph({ align, size: look?.size }, run(text, look))).join("");

const TWIPS = { mm: 1440 / 25.4, point: 20 } as const;

/** Twentieths of a point, what Word measures in. */
export const twips = (length: number, of: keyof typeof TWIPS = "mm"): number =>
  Math.round(length * TWIPS[of]);

/** A table of columns so many twips wide; Word and LibreOffice believe widths in different places, so all have them. */
export function tableFrame(
  widths: readonly number[],
  borders: Markup,
  rows: readonly Markup[],
  margins: Markup,
): Markup {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return element(
    "w:tbl",
    {},
    element(
      "w:tblPr",
      {},
      element("w:tblW", { "w:w": whole, "w:type": "dxa" }),
      borders,
      element("w:tblLayout", { "w:type": "fixed" }),
      margins,
    ),
    element("w:tblGrid", {}, ...widths.map((width) => element("w:gridCol", { "w:w": width }))),
    ...rows,
  );
}

/** Never cut by a page's end; a head stands again on every page. */
export const row = (cells: readonly Markup[], isHead = false): Markup =>
  element(
    "w:tr",
    {},
    element("w:trPr", {}, element("w:cantSplit"), ...(isHead ? [element("w:tblHeader")] : [])),
    ...cells,
  );

/** `properties`: those that follow its width. */
export const cell = (width: number, content: Markup, properties: Markup = ""): Markup =>
  element(
    "w:tc",
    {},
    element("w:tcPr", {}, element("w:tcW", { "w:w": width, "w:type": "dxa" }), properties),
    content,
  );
