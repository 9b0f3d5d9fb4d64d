import { type Component, componentsIn } from "#services/documents/readers/pictures/pixels/components.ts";
import {
  blank,
  type Ink,
  type Picture,
  type PixelBox,
} from "#services/documents/readers/pictures/pixels/picture.ts";

/** A straight page: its greys and its ink. */
export interface Page {
  readonly picture: Picture;
  readonly ink: Ink;
}

/** What stands in a part of a page, cut out close to its ink. */
export interface CellPicture {
  /** On white, with a margin. */
  readonly picture: Picture;
  /** Where its ink lies on the page. */
  readonly box: PixelBox;
  /** Its letters and marks, without what the cell's borders left inside. */
  readonly components: readonly Component[];
  /** Ink goes on beyond the left edge, or the right one. */
  readonly isCut: Readonly<Record<Side, boolean>>;
}

/** Pixels at 200 dots per inch. */
const INSET = 4;
const MARGIN = 10;
const AROUND_INK = 2;
/** What a border leaves inside a cell reaches no further in. */
const SLIVER = 5;
const AT_EDGE = 0.95;
/** Pixels of ink: less is dirt. */
const LEAST_INK = 6;
/** Of a cell's height: ink at an edge along more than this is its border, along less than that may be dirt. */
const BORDER = 0.6;
const DIRT = 0.25;
const LEAST_PIECE = 3;
const MOST_EDGE_ROWS = 1;
const EDGE_COLUMNS = 2;

/** The ink of a cell between its borders; null = it is empty. */
export function cellPicture(page: Page, cell: PixelBox): CellPicture | null {
  const inside = inset(cell, page.ink);
  if (inside.right - inside.left < SLIVER || inside.bottom - inside.top < SLIVER) return null;
  const all = componentsIn(page.ink, inside);
  const slivers = all.filter((component) => isSliver(component, inside, page.ink.width));
  const components = all.filter(
    (component) => component.pixels.length >= LEAST_INK && !slivers.includes(component),
  );
  if (components.length === 0) return null;
  const box = within(around(components), inside);
  const picture = cutOut(page.picture, box, MARGIN);
  for (const sliver of slivers) whiten(picture, sliver, box, page.ink.width);
  const cut = (side: Side): boolean => isCut(page.ink, inside, components, slivers, side);
  return { picture, box, components, isCut: { left: cut("left"), right: cut("right") } };
}

/** A part of a picture on white, as far as it lies inside. */
export function cutOut({ width, height, grey }: Picture, part: PixelBox, margin: number): Picture {
  const [left, top] = [Math.max(0, Math.floor(part.left)), Math.max(0, Math.floor(part.top))];
  const right = Math.max(left, Math.min(width, Math.ceil(part.right)));
  const bottom = Math.max(top, Math.min(height, Math.ceil(part.bottom)));
  const target = blank(right - left + 2 * margin, bottom - top + 2 * margin);
  for (let y = top; y < bottom; y += 1)
    target.grey.set(
      grey.subarray(y * width + left, y * width + right),
      (y - top + margin) * target.width + margin,
    );
  return target;
}

function inset({ left, top, right, bottom }: PixelBox, { width, height }: Ink): PixelBox {
  return {
    left: Math.max(0, Math.round(left + INSET)),
    top: Math.max(0, Math.round(top + INSET)),
    right: Math.min(width, Math.round(right - INSET)),
    bottom: Math.min(height, Math.round(bottom - INSET)),
  };
}

/** Ink along the edges, round a corner too. */
function isSliver({ pixels }: Component, inside: PixelBox, pageWidth: number): boolean {
  const atEdge = pixels.filter((pixel) => {
    const [x, y] = [pixel % pageWidth, Math.floor(pixel / pageWidth)];
    return (
      x < inside.left + SLIVER ||
      x >= inside.right - SLIVER ||
      y < inside.top + SLIVER ||
      y >= inside.bottom - SLIVER
    );
  });
  return atEdge.length >= pixels.length * AT_EDGE;
}

export function around(boxes: readonly PixelBox[]): PixelBox {
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    top: Math.min(...boxes.map(({ top }) => top)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
}

function within({ left, top, right, bottom }: PixelBox, inside: PixelBox): PixelBox {
  return {
    left: Math.max(inside.left, left - AROUND_INK),
    top: Math.max(inside.top, top - AROUND_INK),
    right: Math.min(inside.right, right + AROUND_INK),
    bottom: Math.min(inside.bottom, bottom + AROUND_INK),
  };
}

/** A sliver and its blurred edge as paper. */
function whiten(
  { width, height, grey }: Picture,
  { pixels }: Component,
  box: PixelBox,
  pageWidth: number,
): void {
  for (const pixel of pixels) {
    const x = (pixel % pageWidth) - box.left + MARGIN;
    const y = Math.floor(pixel / pageWidth) - box.top + MARGIN;
    for (let v = y - 1; v <= y + 1; v += 1)
      for (let u = x - 1; u <= x + 1; u += 1)
        if (u >= 0 && v >= 0 && u < width && v < height) grey[v * width + u] = 255;
  }
}

type Side = "left" | "right";

/**
 * At one side letters touch the edge, a piece of one lies there, or ink stands on both sides of the border in some rows:
 * a figure wider than its cell.
 */
function isCut(
  ink: Ink,
  inside: PixelBox,
  letters: readonly Component[],
  slivers: readonly Component[],
  side: Side,
) {
  const isThere = (component: Component): boolean => component[side] === inside[side];
  return (
    letters.some(isThere) ||
    slivers.some((sliver) => isThere(sliver) && isPiece(sliver, inside)) ||
    isCrossed(ink, inside, side)
  );
}

/** Too wide for what a border leaves, too high for dirt. */
function isPiece({ left, right, top, bottom }: Component, inside: PixelBox): boolean {
  const share = (bottom - top) / (inside.bottom - inside.top);
  return right - left >= LEAST_PIECE && share > DIRT && share < BORDER;
}

function isCrossed({ width, bits }: Ink, inside: PixelBox, side: Side): boolean {
  const edge = side === "left" ? inside.left : inside.right - 1;
  const outwards = side === "left" ? -1 : 1;
  const hasInk = (from: number, y: number): boolean => {
    for (let i = 0; i < EDGE_COLUMNS; i += 1) {
      const x = from - i * outwards;
      if (x >= 0 && x < width && bits[y * width + x]) return true;
    }
    return false;
  };
  const beyond = edge + outwards * (2 * INSET + EDGE_COLUMNS);
  let rows = 0;
  for (let y = inside.top + EDGE_COLUMNS; y < inside.bottom - EDGE_COLUMNS; y += 1)
    if (hasInk(edge, y) && hasInk(beyond, y)) rows += 1;
  return rows > MOST_EDGE_ROWS && rows < (inside.bottom - inside.top) * BORDER;
}
