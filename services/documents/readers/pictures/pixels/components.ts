import type { Ink, PixelBox } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Ink that hangs together. */
export interface Component extends PixelBox {
  /** Places of its pixels in the page. */
  readonly pixels: readonly number[];
}

/** The components of a part of a page, each cut off at the part's edges; corners touch. */
export function componentsIn(ink: Ink, part: PixelBox): readonly Component[] {
  const rest = copyOf(ink, part);
  const found: Component[] = [];
  for (let start = rest.bits.indexOf(1); start !== -1; start = rest.bits.indexOf(1, start + 1))
    found.push(componentAt(rest, start, part, ink.width));
  return found;
}

function copyOf({ width, bits }: Ink, { left, top, right, bottom }: PixelBox): Ink {
  const [wide, high] = [Math.max(0, right - left), Math.max(0, bottom - top)];
  const copy = new Uint8Array(wide * high);
  for (let y = 0; y < high; y += 1)
    copy.set(bits.subarray((top + y) * width + left, (top + y) * width + right), y * wide);
  return { width: wide, height: high, bits: copy };
}

/** All ink that hangs together with one pixel; it is taken away from `rest`. */
function componentAt(rest: Ink, start: number, part: PixelBox, pageWidth: number): Component {
  const { width } = rest;
  let [left, top, right, bottom] = [width, rest.height, -1, -1];
  const pixels: number[] = [];
  const open = [start];
  rest.bits[start] = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [x, y] = [at % width, Math.floor(at / width)];
    pixels.push((part.top + y) * pageWidth + part.left + x);
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    takeBeside(rest, x, y, open);
  }
  return {
    left: part.left + left,
    top: part.top + top,
    right: part.left + right + 1,
    bottom: part.top + bottom + 1,
    pixels,
  };
}

function takeBeside({ width, height, bits }: Ink, x: number, y: number, open: number[]): void {
  for (let v = Math.max(0, y - 1); v <= Math.min(height - 1, y + 1); v += 1)
    for (let u = Math.max(0, x - 1); u <= Math.min(width - 1, x + 1); u += 1) {
      if (!bits[v * width + u]) continue;
      bits[v * width + u] = 0;
      open.push(v * width + u);
    }
}
