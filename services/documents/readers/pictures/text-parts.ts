import { componentsIn } from "#services/documents/readers/pictures/pixels/components.ts";
import type { Ink, PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels at 200 dots per inch: letters nearer than this stand in one part of a line, marks in one with their letters. */
const ACROSS = 26;
const DOWN = 3;
/** Pixels: smaller is dirt, higher and hardly wider is a stamp or a signature. */
const LOWEST = 9;
const HIGHEST = 90;
const LEAST_INK = 25;

/** Where text stands, told by ink alone: parts of lines that lie apart, from top to bottom. `covered` is left out. */
export function textParts(ink: Ink, covered: readonly PixelBox[]): readonly PixelBox[] {
  const { width, height } = ink;
  const smeared = smear(uncovered(ink, covered));
  return componentsIn(smeared, { left: 0, top: 0, right: width, bottom: height })
    .filter(({ left, top, right, bottom, pixels }) => {
      const high = bottom - top;
      const marked = pixels.reduce((sum, pixel) => sum + (ink.bits[pixel] ?? 0), 0);
      return high >= LOWEST && high <= HIGHEST && right - left >= LOWEST / 2 && marked >= LEAST_INK;
    })
    .map(({ left, top, right, bottom }) => ({ left, top, right, bottom }))
    .sort((a, b) => a.top - b.top);
}

function uncovered({ width, height, bits }: Ink, covered: readonly PixelBox[]): Ink {
  const rest = Uint8Array.from(bits);
  for (const { left, top, right, bottom } of covered)
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y += 1)
      rest.fill(0, y * width + Math.max(0, Math.floor(left)), y * width + Math.min(width, Math.ceil(right)));
  return { width, height, bits: rest };
}

/** Gaps between letters and between letters and their marks filled. */
function smear({ width, height, bits }: Ink): Ink {
  const filled = Uint8Array.from(bits);
  for (let y = 0; y < height; y += 1) bridge(filled, y * width, 1, width, ACROSS);
  for (let x = 0; x < width; x += 1) bridge(filled, x, width, height, DOWN);
  return { width, height, bits: filled };
}

function bridge(bits: Uint8Array, start: number, step: number, length: number, widest: number): void {
  let last = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < length; i += 1) {
    if (!bits[start + i * step]) continue;
    if (i - last <= widest) for (let k = last + 1; k < i; k += 1) bits[start + k * step] = 1;
    last = i;
  }
}
