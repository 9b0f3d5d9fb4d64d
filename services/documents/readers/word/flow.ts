import type { Block } from "#services/documents/neutral.ts";
import { append } from "#services/documents/readers/append.ts";
import { raised } from "#services/documents/readers/superscript.ts";
import type { Numbering } from "#services/documents/readers/word/numbering.ts";
import type { Style } from "#services/documents/readers/word/styles.ts";
import { createTableDraft, type TableDraft } from "#services/documents/readers/word/table-draft.ts";

export interface BodyOptions {
  readonly styleOf: (id: string | null) => Style;
  readonly numbering: Numbering;
  /** The text of a note, by the kind of reference and its id. */
  readonly noteOf: (kind: "footnote" | "endnote", id: string) => string | undefined;
}

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

export type Flow = ReturnType<typeof createFlow>;

/** What a Word file's elements make while they are read in order: paragraphs in cells, in boxes, in the text itself. */
export function createFlow({ styleOf, numbering, noteOf }: BodyOptions) {
  const body: Block[] = [];
  const tables: TableDraft[] = [];
  const paragraphs: Paragraph[] = [];
  /** Where blocks go: the text, a cell, a box. */
  const places: ((blocks: readonly Block[]) => void)[] = [(blocks) => append(body, blocks)];
  /** Notes stand behind the paragraph or the whole table that refers to them. */
  let notes: Block[] = [];
  let carried = "";
  let isHidden = false;
  let isRaised = false;
  let isStruck = false;

  const put = (blocks: readonly Block[]) => places.at(-1)?.(blocks);

  function putNotes(): void {
    if (places.length > 1) return;
    put(notes);
    notes = [];
  }

  return {
    body,
    table: (): TableDraft | undefined => tables.at(-1),

    openParagraph(): void {
      const style = styleOf(null);
      paragraphs.push({ text: carried, style, list: null, level: null, goesOn: false, boxes: [] });
      carried = "";
    },
    set(properties: Partial<Pick<Paragraph, "list" | "level" | "goesOn">>): void {
      Object.assign(paragraphs.at(-1) ?? {}, properties);
    },
    setStyle(id: string | null): void {
      Object.assign(paragraphs.at(-1) ?? {}, { style: styleOf(id) });
    },
    closeParagraph(): void {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      if (paragraph.goesOn) carried = paragraph.text;
      else put(textOf(paragraph, numbering, places.length > 1));
      put(paragraph.boxes);
      putNotes();
    },

    openRun(): void {
      isHidden = paragraphs.at(-1)?.style.isHidden ?? false;
      isRaised = false;
      isStruck = false;
    },
    setRunStyle(id: string | null): void {
      isHidden ||= styleOf(id).isHidden;
    },
    hide(isOn: boolean): void {
      isHidden = isOn;
    },
    /** Crossed out: whoever wrote it takes it back. */
    strike(): void {
      isStruck = true;
    },
    raise(isOn: boolean): void {
      isRaised = isOn;
    },
    write(text: string): void {
      const paragraph = paragraphs.at(-1);
      if (paragraph && !isHidden && !isStruck) paragraph.text += isRaised ? raised(text) : text;
    },
    addNote(kind: "footnote" | "endnote", id = ""): void {
      const text = noteOf(kind, id);
      if (text) notes.push({ type: "paragraph", text });
    },

    openBox(): void {
      places.push((blocks) => append(paragraphs.at(-1)?.boxes ?? [], blocks));
    },
    closeBox(): void {
      places.pop();
    },
    openTable(): void {
      tables.push(createTableDraft());
    },
    openCell(): void {
      const table = tables.at(-1);
      table?.openCell();
      places.push((blocks) => table?.add(blocks));
    },
    closeCell(): void {
      places.pop();
      tables.at(-1)?.closeCell();
    },
    closeTable(): void {
      const table = tables.pop();
      if (table) put(table.blocks());
      putNotes();
    },
  };
}

/** With its number. An empty paragraph counts too, and shows it in a cell: the column of ordinals is often made so. */
function textOf(
  { text, list, level, style }: Paragraph,
  numbering: Numbering,
  isCell: boolean,
): readonly Block[] {
  const id = list ?? style.list;
  const label = id === null || id === "0" ? "" : numbering.next(id, level ?? style.level);
  const isShown = text.trim() !== "" || (isCell && label !== "");
  return isShown ? [{ type: "paragraph", text: `${label} ${text}`.trim() }] : [];
}
