import type { Ink, Picture } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels round each pixel that it is compared with, and how much darker than they ink is. */
const AROUND = 25;
const DARKER = 0.86;

/** What is darker than its surroundings. */
export function inkOf(picture: Picture): Ink {
  const { width, height, grey } = picture;
  const sums = sumsOf(picture);
  const wide = width + 1;
  const bits = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const [top, bottom] = [Math.max(0, y - AROUND), Math.min(height, y + AROUND + 1)];
    for (let x = 0; x < width; x += 1) {
      const [left, right] = [Math.max(0, x - AROUND), Math.min(width, x + AROUND + 1)];
      const sum =
        (sums[bottom * wide + right] ?? 0) -
        (sums[top * wide + right] ?? 0) -
        (sums[bottom * wide + left] ?? 0) +
        (sums[top * wide + left] ?? 0);
      const mean = sum / ((bottom - top) * (right - left));
      if ((grey[y * width + x] ?? 0) < mean * DARKER) bits[y * width + x] = 1;
    }
  }
  return { width, height, bits };
}

/** Sums of all pixels above and to the left of each corner between pixels. */
function sumsOf({ width, height, grey }: Picture): Float64Array {
  const wide = width + 1;
  const sums = new Float64Array(wide * (height + 1));
  for (let y = 0; y < height; y += 1) {
    let row = 0;
    for (let x = 0; x < width; x += 1) {
      row += grey[y * width + x] ?? 0;
      sums[(y + 1) * wide + x + 1] = (sums[y * wide + x + 1] ?? 0) + row;
    }
  }
  return sums;
}
