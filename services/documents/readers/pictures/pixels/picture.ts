/** One byte a pixel, row by row: 0 = black, 255 = white. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

/** One byte a pixel, row by row: 1 = ink, 0 = paper. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly bits: Uint8Array;
}

/** A part of a picture; right and bottom are the first pixels outside. */
export interface PixelBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function blank(width: number, height: number): Picture {
  return { width, height, grey: new Uint8Array(width * height).fill(255) };
}
