import type { Picture } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels of a side of the blocks in which the paper's own brightness is taken. */
const BLOCK = 32;
/** Of a block's pixels, the share that is darker than its paper. */
const PAPER_AT = 0.9;
const WHITE = 245;
/** What is darker than this is no paper; it is not made lighter than that would be. */
const DARKEST_PAPER = 30;

/** The same picture with its paper equally white everywhere: shadows and dim corners are divided away. */
export function evenLight(picture: Picture): Picture {
  const { width, height, grey } = picture;
  const across = Math.ceil(width / BLOCK);
  const down = Math.ceil(height / BLOCK);
  const paper = paperOf(picture, across, down);
  const columns = blends(width, across);
  const rows = blends(height, down);
  const even = new Uint8Array(grey.length);
  for (let y = 0; y < height; y += 1) {
    const { first: top, next: below, share: down } = rows[y] ?? NO_BLEND;
    for (let x = 0; x < width; x += 1) {
      const { first, next, share } = columns[x] ?? NO_BLEND;
      const upper = mix(paper[top * across + first], paper[top * across + next], share);
      const lower = mix(paper[below * across + first], paper[below * across + next], share);
      const white = Math.max(DARKEST_PAPER, mix(upper, lower, down));
      even[y * width + x] = Math.min(255, ((grey[y * width + x] ?? 0) * WHITE) / white);
    }
  }
  return { width, height, grey: even };
}

/** The brightness of the paper in each block. */
function paperOf({ width, height, grey }: Picture, across: number, down: number): Float32Array {
  const paper = new Float32Array(across * down);
  const counts = new Uint32Array(256);
  for (let row = 0; row < down; row += 1)
    for (let column = 0; column < across; column += 1) {
      counts.fill(0);
      let count = 0;
      for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y += 2)
        for (let x = column * BLOCK; x < Math.min(width, (column + 1) * BLOCK); x += 2) {
          const value = grey[y * width + x] ?? 0;
          counts[value] = (counts[value] ?? 0) + 1;
          count += 1;
        }
      paper[row * across + column] = quantile(counts, count * PAPER_AT);
    }
  return paper;
}

function quantile(counts: Uint32Array, darker: number): number {
  let sum = 0;
  for (const [value, count] of counts.entries()) {
    sum += count;
    if (sum > darker) return value;
  }
  return counts.length - 1;
}

/** Between which two blocks a pixel lies, and how near to the second. */
interface Blend {
  readonly first: number;
  readonly next: number;
  readonly share: number;
}

const NO_BLEND: Blend = { first: 0, next: 0, share: 0 };

function blends(length: number, blocks: number): readonly Blend[] {
  return Array.from({ length }, (_, i) => {
    const at = Math.min(blocks - 1, Math.max(0, i / BLOCK - 0.5));
    const first = Math.floor(at);
    return { first, next: Math.min(blocks - 1, first + 1), share: at - first };
  });
}

const mix = (a = 0, b = 0, share: number): number => a + (b - a) * share;
