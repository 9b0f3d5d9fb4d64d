import type { Picture } from "#services/documents/readers/pictures/pixels/picture.ts";

/** The picture in the plainest format engines take (netpbm, P5): nothing is packed. */
export function portableGreymap({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]);
}
