import {
  joined,
  runs,
  type Stroke,
  type Strokes,
} from "#services/documents/readers/pictures/pixels/line-runs.ts";
import type { Ink } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels at 200 dots per inch: a border is no thicker; letters are, but for their thin parts. */
const THICKEST = 5;
/** Pixels: what dots, dashes and worn places of a border leave free at most; lines of letters stand further apart. */
const WIDEST_GAP = 10;
/** A piece of an upright one is higher than a letter. */
const SHORTEST_PIECE = 30;
const SHORTEST_UPRIGHT = 60;
/** Of a border, what is ink at least. */
const LEAST_INK = 0.3;

/** The strokes of a page that are dotted, dashed or worn, at least so long, pixels: thin marks close behind each other. */
export function wornStrokes(ink: Ink, shortest: number): Strokes {
  const limits = { leastInk: LEAST_INK, widestGap: WIDEST_GAP };
  const { width, height } = ink;
  const [level, upright] = [thin(ink, width, 1), thin(ink, 1, width)];
  return {
    level: chained(
      joined(
        runs(height, width, (row, x) => level[row * width + x], { ...limits, shortest: SHORTEST_PIECE }),
      ),
      shortest,
    ),
    upright: chained(
      joined(
        runs(width, height, (column, y) => upright[y * width + column], {
          ...limits,
          shortest: SHORTEST_UPRIGHT,
        }),
      ),
      shortest,
    ),
  };
}

/** Pixels: pieces so near to one line, and so near behind each other, are one stroke. */
const ASIDE = 3;
const APART = 80;
/** Of a stroke, what its pieces cover at least. */
const LEAST_COVERED = 0.75;

interface Chain {
  readonly pieces: Stroke[];
  end: number;
}

/** Pieces behind each other as one stroke. */
function chained(pieces: readonly Stroke[], shortest: number): readonly Stroke[] {
  const chains: Chain[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const chain = chains.find(
      ({ pieces, end }) =>
        Math.abs((pieces.at(-1)?.at ?? 0) - piece.at) <= ASIDE && piece.from - end <= APART && piece.to > end,
    );
    if (!chain) chains.push({ pieces: [piece], end: piece.to });
    else {
      chain.pieces.push(piece);
      chain.end = piece.to;
    }
  }
  return chains.flatMap(({ pieces, end }) => {
    const from = pieces[0]?.from ?? end;
    const covered = pieces.reduce((sum, piece) => sum + piece.to - piece.from, 0);
    const at = pieces.reduce((sum, piece) => sum + piece.at * (piece.to - piece.from), 0) / covered;
    return end - from >= shortest && covered >= (end - from) * LEAST_COVERED ? [{ at, from, to: end }] : [];
  });
}

/** The ink that is no thicker than a border across its direction; `across`: from a pixel to the next of its thickness. */
function thin({ width, height, bits }: Ink, across: number, along: number): Uint8Array {
  const kept = new Uint8Array(bits.length);
  const [lines, length] = across === 1 ? [height, width] : [width, height];
  for (let line = 0; line < lines; line += 1)
    keepThin(bits, kept, { from: line * along, step: across, length });
  return kept;
}

interface PixelLine {
  readonly from: number;
  readonly step: number;
  readonly length: number;
}

function keepThin(bits: Uint8Array, kept: Uint8Array, { from, step, length }: PixelLine): void {
  let start = 0;
  for (let i = 0; i <= length; i += 1) {
    if (i < length && bits[from + i * step] === 1) continue;
    if (i - start <= THICKEST) for (let k = start; k < i; k += 1) kept[from + k * step] = 1;
    start = i + 1;
  }
}
