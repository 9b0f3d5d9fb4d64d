import type { RawPixels } from "#services/documents/readers/pictures/pixels/to-grey.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Pixels: more than any scanner or telephone gives of a page (a sheet at 600 dpi has 35 million). */
const MOST_PIXELS = 40_000_000;

/** The pixels of a .jpg, .png or .webp, upright. Rejects with DocumentRefused. */
export async function decoded(bytes: Uint8Array, page: number): Promise<RawPixels> {
  const { default: sharp } = await import("sharp").catch(() => {
    throw new DocumentRefused("no-picture-reader");
  });
  const damaged = () => new DocumentRefused("damaged-picture", { page });
  const picture = sharp(bytes, { limitInputPixels: false, failOn: "error" });
  const { width, height } = await picture.metadata().catch(() => {
    throw damaged();
  });
  if (width * height > MOST_PIXELS)
    throw new DocumentRefused("large-picture", { page, megapixels: MOST_PIXELS / 1_000_000 });
  const { data, info } = await picture
    .rotate()
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw damaged();
    });
  return { width: info.width, height: info.height, channels: info.channels, bytes: data };
}
