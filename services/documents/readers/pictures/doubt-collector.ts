import { doubtfulText } from "#services/documents/doubts.ts";
import type { Doubt } from "#services/documents/neutral.ts";
import { cutOut } from "#services/documents/readers/pictures/cells/cell-picture.ts";
import type { Picture, PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** So many cut-outs are kept; a paper with more is better scanned again. */
const MOST_PICTURES = 200;
/** Pixels: the widest cut-out a phone shows well. */
const WIDEST = 480;

/** Numbers what is doubtful in one paper, and cuts it out. */
export function createDoubtCollector() {
  const doubts: Doubt[] = [];

  return {
    all: (): readonly Doubt[] => doubts,

    /** The text that stands in the cell's place. */
    async note(page: number, picture: Picture, box: PixelBox, readings: readonly string[]): Promise<string> {
      const number = doubts.length + 1;
      const shown = number <= MOST_PICTURES ? await smallPng(cutOut(picture, box, 0)) : null;
      doubts.push({ number, picture: shown, page });
      return doubtfulText(readings, number);
    },
  };
}

export type DoubtCollector = ReturnType<typeof createDoubtCollector>;

/** In base64, sixteen greys. */
async function smallPng({ width, height, grey }: Picture): Promise<string> {
  const { default: sharp } = await import("sharp");
  const png = await sharp(grey, { raw: { width, height, channels: 1 } })
    .resize({ width: Math.min(width, WIDEST), withoutEnlargement: true })
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer();
  return png.toString("base64");
}
