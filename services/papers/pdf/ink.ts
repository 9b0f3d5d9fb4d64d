import { type Alignment, PAGE, type Run } from "#services/papers/paper.ts";
import { breakLines, type Measure, type TextLine } from "#services/papers/pdf/break-lines.ts";
import { points } from "#services/papers/pdf/points.ts";

/** A PDF that is being written, and the tags that say what each part of it is. */
export interface Ink {
  readonly root: Tag;
  /** Pages so far. */
  readonly pages: () => number;
  addPage(landscape: boolean): void;
  /** Runs of a size in points as lines of a width. */
  lines(runs: readonly Run[], size: number, width: number, indent?: number): readonly TextLine[];
  /** Height of a line in points. */
  lineHeight(size: number): number;
  /** Draws a line as part of what `tag` names; null = a decoration that is not read aloud. */
  line(line: TextLine, at: LinePlace, tag: Tag | null): void;
  /** Draws rules, colours, pictures; without a tag as decoration. */
  shape(draw: (document: PDFKit.PDFDocument) => void, tag?: Tag): void;
}

export interface LinePlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly align: Alignment;
}

/** An element of the document's structure: "P", "Table", "TR". */
export interface Tag {
  child(type: string, facts?: { readonly alt?: string }): Tag;
  readonly element: PDFKit.PDFStructureElement;
  readonly type: string;
}

/** A size to measure at. */
const UNIT = 100;
/** Points of a line, against those of its letters. */
const LEADING = 1.15;

/** Writes on a document whose fonts are registered by their names. */
export function createInk(document: PDFKit.PDFDocument): Ink {
  const root = tagOf(document, document.struct("Document"), "Document");
  document.addStructure(root.element);
  let pages = 0;

  /** Points of words at a size of one point, by font: a list has the same words again and again. */
  const widths = new Map<string, number>();
  const measureAt = (size: number): Measure => {
    return (text, font) => {
      const key = `${font} ${text}`;
      const known = widths.get(key) ?? document.font(font).fontSize(UNIT).widthOfString(text) / UNIT;
      widths.set(key, known);
      return known * size;
    };
  };

  function drawWords({ words }: TextLine, from: number, gap: number, { y, size }: LinePlace): void {
    let x = from;
    for (const [i, { text, font, width, spaced }] of words.entries()) {
      const isSpaced = spaced && i < words.length - 1;
      // The space is written too, so that what is copied has it.
      document
        .font(font)
        .fontSize(size)
        .text(isSpaced ? `${text} ` : text, x, y, { lineBreak: false });
      x += width + (isSpaced ? gap : 0);
    }
  }

  return {
    root,
    pages: () => pages,
    addPage(landscape) {
      document.addPage({ size: "A4", layout: landscape ? "landscape" : "portrait", margin: 0 });
      pages += 1;
    },
    lines: (runs, size, width, indent = 0) => breakLines(runs, width, measureAt(size), indent),
    lineHeight: (size) => size * LEADING,
    line(line, place, tag) {
      const { align, x, width, size } = place;
      const space = measureAt(size)(" ", "regular");
      const gaps = line.words.filter(({ spaced }, i) => spaced && i < line.words.length - 1).length;
      const left = width - line.width;
      const spread = align === "justified" && !line.last && gaps > 0 ? left / gaps : 0;
      const start = x + (align === "centre" ? left / 2 : align === "right" ? left : 0);
      marked(document, tag, () => drawWords(line, start, space + spread, place));
    },
    shape(draw, tag) {
      marked(document, tag ?? null, () => draw(document));
    },
  };
}

function marked(document: PDFKit.PDFDocument, tag: Tag | null, draw: () => void): void {
  if (tag) tag.element.add(document.markStructureContent(tag.type));
  else document.markContent("Artifact", { type: "Layout" });
  draw();
  document.endMarkedContent();
}

function tagOf(document: PDFKit.PDFDocument, element: PDFKit.PDFStructureElement, type: string): Tag {
  return {
    element,
    type,
    child(childType, { alt } = {}) {
      const child = document.struct(childType, alt === undefined ? {} : { alt });
      element.add(child);
      return tagOf(document, child, childType);
    },
  };
}

/** Where text begins from the left, in points. */
export const LEFT = points(PAGE.left);
