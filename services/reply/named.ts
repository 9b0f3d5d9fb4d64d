import type { Picture } from "#services/reply/reply.ts";

/** The same picture under a name of its own; it is not measured for that. */
export function named(picture: Picture, name: string): Picture {
  const { key, spec, alt } = picture;
  return {
    ...{ key, spec, alt, name },
    get width() {
      return picture.width;
    },
    get height() {
      return picture.height;
    },
    bytes: (format) => picture.bytes(format),
  };
}
