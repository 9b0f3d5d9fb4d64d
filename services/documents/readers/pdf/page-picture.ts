import type { PDFPageProxy } from "pdfjs-dist";
import { orDamaged } from "#services/documents/readers/pdf/open-pdf.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Four bytes a pixel: red, green, blue, opacity. */
export interface PagePicture {
  readonly width: number;
  readonly height: number;
  readonly rgba: Uint8ClampedArray;
}

/** What scanners give; readers of letters expect it. */
const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;
/** Four bytes each, and as many again while it is drawn; an A2 sheet has 15 million. */
const MOST_PIXELS = 40_000_000;

/** A page as it would be printed, for readers of pictures. Rejects with DocumentRefused "odd-page", "damaged-pdf". */
export async function pagePicture(page: PDFPageProxy, number: number): Promise<PagePicture> {
  const viewport = page.getViewport({ scale: DOTS_PER_INCH / POINTS_PER_INCH });
  const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
  if (width * height > MOST_PIXELS) throw new DocumentRefused("odd-page", { page: number });

  const { createCanvas } = await import("@napi-rs/canvas");
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  const drawing = { canvas: null, canvasContext: context, viewport } as unknown as Parameters<
    PDFPageProxy["render"]
  >[0];
  await orDamaged(page.render(drawing).promise);
  return { width, height, rgba: context.getImageData(0, 0, width, height).data };
}
