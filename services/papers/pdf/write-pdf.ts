import {
  type Paper,
  type PaperBlock,
  type PaperSection,
  pictureSize,
  textWidth,
} from "#services/papers/paper.ts";
import { fontPaths } from "#services/papers/pdf/fonts.ts";
import { createInk, type Ink, LEFT } from "#services/papers/pdf/ink.ts";
import { letterheadPieces, signaturePieces } from "#services/papers/pdf/office-blocks.ts";
import { flow, type Piece } from "#services/papers/pdf/page-flow.ts";
import { points } from "#services/papers/pdf/points.ts";
import { tablePieces } from "#services/papers/pdf/table-block.ts";
import { paragraphPieces } from "#services/papers/pdf/text-blocks.ts";

/** Points between a picture and what follows. */
const GAP = 6;

export interface WrittenPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Millimetres left free on the last one. */
  readonly left: number;
}

/**
 * A paper as a tagged PDF with its fonts in it: real text that is copied as it is read. Rejects when a picture cannot be
 * drawn.
 */
export async function writePdf(paper: Paper): Promise<WrittenPdf> {
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    pdfVersion: "1.7",
    lang: paper.language,
    displayTitle: true,
    info: { Title: paper.title },
  });
  for (const [name, path] of Object.entries(fontPaths())) document.registerFont(name, path);
  const bytes = collected(document);
  const ink = createInk(document);
  let left = 0;
  for (const section of paper.sections) {
    const pieces = await Promise.all(section.blocks.map((block) => piecesOf(block, section, paper, ink)));
    left = flow(pieces.flat(), { section, size: paper.size }, ink);
  }
  ink.root.element.end();
  document.end();
  return { bytes: await bytes, pages: ink.pages(), left: left / points(1) };
}

function collected(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (part: Uint8Array) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}

async function piecesOf(
  block: PaperBlock,
  section: PaperSection,
  { size }: Paper,
  ink: Ink,
): Promise<readonly Piece[]> {
  switch (block.type) {
    case "letterhead":
      return letterheadPieces(block, section, ink);
    case "paragraph":
      return paragraphPieces(block, { section, size }, ink);
    case "table":
      return tablePieces(block, section, ink);
    case "signature":
      return signaturePieces(block, section, ink);
    case "picture": {
      const { picture, most } = block;
      const bytes = Buffer.from(await picture.bytes("jpeg"));
      const { width, height } = pictureSize(picture, section, most);
      const x = LEFT + points((textWidth(section) - width) / 2);
      const tag = ink.root.child("Figure", { alt: picture.alt });
      const size = { width: points(width), height: points(height) };
      const draw = (y: number): void => ink.shape((page) => page.image(bytes, x, y, size), tag);
      return [{ height: size.height, after: GAP, draw }];
    }
  }
}
