import type { Block } from "#services/documents/extraction.ts";
import { type Attributes, walkXml } from "#services/documents/readers/packages/xml.ts";
import { raised } from "#services/documents/readers/superscript.ts";
import type { Numbering } from "#services/documents/readers/word/numbering.ts";
import { isOn, type Style } from "#services/documents/readers/word/styles.ts";
import { createTableDraft, type TableDraft } from "#services/documents/readers/word/table-draft.ts";

export interface BodyOptions {
  readonly styleOf: (id: string | null) => Style;
  readonly numbering: Numbering;
  /** The text of a note, by the kind of reference ("footnote", "endnote") and its id. */
  readonly noteOf: (kind: string, id: string) => string | undefined;
}

/** What was deleted, moved away or is kept of earlier settings, drawings for older programs, settings of a form's field. */
const LEFT_OUT = new Set([
  "w:del",
  "w:moveFrom",
  "mc:Fallback",
  "w:sdtPr",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:instrText",
  "w:delText",
]);

const MARKS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "-",
};

interface Paragraph {
  text: string;
  style: Style;
  list: string | null;
  level: number | null;
  /** Its end was deleted: the next one goes on with it. */
  goesOn: boolean;
  /** Text boxes that are anchored in it. */
  readonly boxes: Block[];
}

/** The paragraphs and tables of a part of a Word file, as Word would print them. */
export function readBody(part: Uint8Array | undefined, options: BodyOptions): readonly Block[] {
  const body: Block[] = [];
  walkXml(part, createVisitor(body, options));
  return body;
}

function createVisitor(body: Block[], { styleOf, numbering, noteOf }: BodyOptions) {
  const elements: string[] = [];
  const tables: TableDraft[] = [];
  const paragraphs: Paragraph[] = [];
  /** Where blocks go: the body, a cell, a text box. */
  const places: ((blocks: readonly Block[]) => void)[] = [(blocks) => body.push(...blocks)];
  let leftOut = 0;
  let isHidden = false;
  let isRaised = false;
  let carried = "";
  /** Notes stand behind the paragraph or the whole table that refers to them. */
  let notes: Block[] = [];

  const put = (blocks: readonly Block[]) => places.at(-1)?.(blocks);
  const write = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !isHidden) paragraph.text += isRaised ? raised(text) : text;
  };

  function closeParagraph(): void {
    const paragraph = paragraphs.pop();
    if (!paragraph) return;
    if (paragraph.goesOn) {
      carried = paragraph.text;
      put(paragraph.boxes);
      return;
    }
    const list = paragraph.list ?? paragraph.style.list;
    const isCell = places.length > 1;
    const isCounted = list !== null && list !== "0" && (paragraph.text.trim() !== "" || isCell);
    const label = isCounted ? numbering.next(list, paragraph.level ?? paragraph.style.level) : "";
    const text = `${label} ${paragraph.text}`.trim();
    put([...(text === "" ? [] : [{ type: "paragraph" as const, text }]), ...paragraph.boxes]);
    putNotes();
  }

  function putNotes(): void {
    if (places.length > 1) return;
    put(notes);
    notes = [];
  }

  function addNote(kind: string, id = ""): void {
    const note = noteOf(kind, id);
    if (note) notes.push({ type: "paragraph", text: note });
  }

  const opening: Readonly<Record<string, (value: string | undefined, attributes: Attributes) => void>> = {
    "w:p": () => {
      paragraphs.push({
        text: carried,
        style: styleOf(null),
        list: null,
        level: null,
        goesOn: false,
        boxes: [],
      });
      carried = "";
    },
    "w:pStyle": (value) => set({ style: styleOf(value ?? null) }),
    "w:numId": (value) => set({ list: value ?? null }),
    "w:ilvl": (value) => set({ level: Number(value ?? 0) }),
    "w:r": () => {
      isHidden = paragraphs.at(-1)?.style.isHidden ?? false;
      isRaised = false;
    },
    "w:rStyle": (value) => {
      isHidden ||= styleOf(value ?? null).isHidden;
    },
    "w:vanish": (value) => {
      if (elements.at(-2) === "w:r") isHidden = isOn(value);
    },
    "w:vertAlign": (value) => {
      if (elements.at(-2) === "w:r") isRaised = value === "superscript";
    },
    "w:footnoteReference": (_, attributes) => addNote("footnote", attributes["w:id"]),
    "w:endnoteReference": (_, attributes) => addNote("endnote", attributes["w:id"]),
    "w:txbxContent": () => places.push((blocks) => paragraphs.at(-1)?.boxes.push(...blocks)),
    "w:tbl": () => tables.push(createTableDraft()),
    "w:tr": () => tables.at(-1)?.openRow(),
    "w:gridBefore": (value) => tables.at(-1)?.skipColumns(Number(value ?? 0)),
    "w:tc": () => {
      const table = tables.at(-1);
      table?.openCell();
      places.push((blocks) => table?.add(blocks));
    },
    "w:gridSpan": (value) => tables.at(-1)?.span(Number(value ?? 1)),
    "w:vMerge": (value) => {
      if (value !== "restart") tables.at(-1)?.goOn();
    },
  };

  const closing: Readonly<Record<string, () => void>> = {
    "w:p": closeParagraph,
    "w:r": () => {
      isHidden = false;
      isRaised = false;
    },
    "w:txbxContent": () => places.pop(),
    "w:tc": () => {
      places.pop();
      tables.at(-1)?.closeCell();
    },
    "w:tr": () => tables.at(-1)?.closeRow(),
    "w:tbl": () => {
      const table = tables.pop();
      if (table) put(table.blocks());
      putNotes();
    },
  };

  function set(properties: Partial<Paragraph>): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph) Object.assign(paragraph, properties);
  }

  return {
    open(name: string, attributes: Attributes): void {
      if (leftOut === 0 && name === "w:del") markDeleted(elements, paragraphs.at(-1), tables.at(-1));
      if (leftOut > 0 || LEFT_OUT.has(name)) {
        leftOut += 1;
        return;
      }
      const mark = MARKS[name];
      if (mark !== undefined && elements.at(-1) === "w:r") write(mark);
      opening[name]?.(attributes["w:val"], attributes);
      elements.push(name);
    },
    close(name: string): void {
      if (leftOut > 0) {
        leftOut -= 1;
        return;
      }
      elements.pop();
      closing[name]?.();
    },
    text(text: string): void {
      const name = elements.at(-1);
      if (leftOut === 0 && (name === "w:t" || name === "m:t")) write(text);
    },
  };
}

/** Among the properties of a row or of a paragraph's end, "deleted" is said of the whole. */
function markDeleted(
  elements: readonly string[],
  paragraph: Paragraph | undefined,
  table: TableDraft | undefined,
): void {
  if (elements.at(-1) === "w:trPr") table?.deleteRow();
  if (elements.at(-1) === "w:rPr" && elements.at(-2) === "w:pPr" && paragraph) paragraph.goesOn = true;
}
