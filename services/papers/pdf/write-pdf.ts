import {
  type Paper,
  type PaperBlock,
  type PaperPicture,
  type PaperSection,
  pictureSize,
  textWidth,
} from "#services/papers/paper.ts";
import { fontPaths } from "#services/papers/pdf/fonts.ts";
import { createInk, type Ink, LEFT } from "#services/papers/pdf/ink.ts";
import { letterheadPieces, signaturePieces } from "#services/papers/pdf/office-blocks.ts";
import { flow, inPages, type Piece } from "#services/papers/pdf/page-flow.ts";
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
  const document = await openDocument(paper);
  const bytes = collected(document);
  const ink = createInk(document);
  const pictures = await drawnPictures(paper);
  let left = 0;
  for (const section of paper.sections)
    left = flow(piecesOf(section, { paper, pictures }, ink), { section, size: paper.size }, ink);
  ink.root.element.end();
  document.end();
  return { bytes: await bytes, pages: ink.pages(), left: left / points(1) };
}

/** Pages that papers would take, and millimetres left free on the last one; nothing is drawn for it. */
export async function createPdfMeasure(): Promise<(paper: Paper) => Omit<WrittenPdf, "bytes">> {
  const ink = createInk(await openDocument({ title: "", language: "vi-VN" }));
  return (paper) => {
    const laid = paper.sections.map((section) =>
      inPages(piecesOf(section, { paper, pictures: new Map() }, ink), section),
    );
    const pages = laid.reduce((sum, section) => sum + section.pages.length, 0);
    return { pages, left: (laid.at(-1)?.left ?? 0) / points(1) };
  };
}

async function openDocument({ title, language }: Pick<Paper, "title" | "language">) {
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    autoFirstPage: false,
    tagged: true,
    pdfVersion: "1.7",
    lang: language,
    displayTitle: true,
    info: { Title: title },
  });
  for (const [name, path] of Object.entries(fontPaths())) document.registerFont(name, path);
  return document;
}

type Pictures = ReadonlyMap<PaperPicture, Buffer>;

async function drawnPictures({ sections }: Paper): Promise<Pictures> {
  const blocks = sections.flatMap((section) => section.blocks).filter((block) => block.type === "picture");
  const drawn = blocks.map(async (block) => [block, Buffer.from(await block.picture.bytes("jpeg"))] as const);
  return new Map(await Promise.all(drawn));
}

function collected(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (part: Uint8Array) => parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}

interface Given {
  readonly paper: Pick<Paper, "size">;
  /** Of those that are to be drawn. */
  readonly pictures: Pictures;
}

const piecesOf = (section: PaperSection, given: Given, ink: Ink): readonly Piece[] =>
  section.blocks.flatMap((block) => blockPieces(block, section, given, ink));

function blockPieces(
  block: PaperBlock,
  section: PaperSection,
  { paper: { size }, pictures }: Given,
  ink: Ink,
): readonly Piece[] {
  switch (block.type) {
    case "letterhead":
      return letterheadPieces(block, section, ink);
    case "paragraph":
      return paragraphPieces(block, { section, size }, ink);
    case "table":
      return tablePieces(block, section, ink);
    case "signature":
      return signaturePieces(block, section, ink);
    case "picture":
      return [picturePiece(block, section, pictures.get(block), ink)];
  }
}

function picturePiece(
  { picture, most }: PaperPicture,
  section: PaperSection,
  bytes: Buffer | undefined,
  ink: Ink,
): Piece {
  const { width, height } = pictureSize(picture, section, most);
  const x = LEFT + points((textWidth(section) - width) / 2);
  const tag = ink.root.child("Figure", { alt: picture.alt });
  const size = { width: points(width), height: points(height) };
  return {
    height: size.height,
    after: GAP,
    draw(y) {
      if (bytes) ink.shape((page) => page.image(bytes, x, y, size), tag);
    },
  };
}
