import type { Picture } from "#services/documents/readers/pictures/pixels/picture.ts";

/** Pixels as libraries give them: `channels` bytes each, red, green and blue first. */
export interface RawPixels {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly bytes: Uint8Array | Uint8ClampedArray;
}

/** The lighter of red and brightness: red stamps fade over the text, blue signatures stay. */
export function toGrey({ width, height, channels, bytes }: RawPixels): Picture {
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i += 1, at += channels) {
    const red = bytes[at] ?? 0;
    const brightness = channels < 3 ? red : (red * 3 + (bytes[at + 1] ?? 0) * 6 + (bytes[at + 2] ?? 0)) / 10;
    grey[i] = Math.max(red, brightness);
  }
  return { width, height, grey };
}
