import type { ReadingProgress, ReceivedFile } from "#services/documents/document-reader.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import { neutralOf } from "#services/documents/readers/neutral.ts";
import { blocksOf } from "#services/documents/readers/pdf/blocks.ts";
import { withoutFurniture } from "#services/documents/readers/pdf/furniture.ts";
import type { PictureLayout, PictureReading } from "#services/documents/readers/pdf/picture-reading.ts";
import { decoded } from "#services/documents/readers/pictures/decode.ts";
import { createDoubtCollector } from "#services/documents/readers/pictures/doubt-collector.ts";
import { openEngines } from "#services/documents/readers/pictures/engines/engines.ts";
import { layoutOfPicture } from "#services/documents/readers/pictures/page-layout.ts";
import type { Picture } from "#services/documents/readers/pictures/pixels/picture.ts";
import { toGrey } from "#services/documents/readers/pictures/pixels/to-grey.ts";
import { DOTS_PER_INCH, straightened } from "#services/documents/readers/pictures/straighten.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

const POINTS_PER_INCH = 72;
const POINTS_A_PIXEL = POINTS_PER_INCH / DOTS_PER_INCH;

/** Pictures as the pages of one paper, in order. Rejects with DocumentRefused. */
export async function readPictures(
  files: readonly ReceivedFile[],
  onProgress: (progress: ReadingProgress) => void,
): Promise<NeutralDocument> {
  const reading = openPictureReading();
  const pages: PictureLayout[] = [];
  try {
    for (const [i, { bytes }] of files.entries()) {
      const number = i + 1;
      const onWork = () => onProgress({ page: number, of: files.length });
      onWork();
      pages.push(await reading.layout(toGrey(await decoded(bytes, number)), number, onWork));
    }
  } finally {
    await reading.close();
  }
  const notes = pages.flatMap((page) => page.notes);
  const blocks = blocksOf(withoutFurniture(pages));
  if (blocks.length === 0 && notes.length === 0) throw new DocumentRefused("no-text-seen");
  return { ...neutralOf(blocks, notes), scanned: true, doubts: reading.doubts() };
}

/** Reads the pages of one paper that are pictures; whoever opens it closes it. */
export function openPictureReading(): PictureReading & {
  layout(picture: Picture, number: number, onWork: () => void): Promise<PictureLayout>;
} {
  const engines = openEngines();
  const doubts = createDoubtCollector();

  async function layout(picture: Picture, number: number, onWork: () => void): Promise<PictureLayout> {
    const page = straightened(picture);
    onWork();
    return layoutOfPicture({ page, number, pointsAPixel: POINTS_A_PIXEL, engines, doubts, onWork });
  }

  return {
    layout,
    read: ({ width, height, rgba }, number, onWork) =>
      layout(toGrey({ width, height, channels: 4, bytes: rgba }), number, onWork),
    doubts: doubts.all,
    close: engines.close,
  };
}
