import { createCanvas } from "@napi-rs/canvas";
import type { Picture } from "#services/reply/reply.ts";

export interface TinyPicture extends Picture {
  /** How often it was drawn. */
  readonly drawn: () => number;
}

/** A real, plain picture; `fails` makes drawing reject. */
export function tinyPicture(options: Partial<Picture> & { readonly fails?: boolean } = {}): TinyPicture {
  const {
    key = "rank/2024-08/1",
    width = 64,
    height = 48,
    alt = "Xếp hạng tháng 8",
    fails = false,
  } = options;
  let drawn = 0;
  return {
    key,
    width,
    height,
    alt,
    drawn: () => drawn,
    async bytes(format) {
      drawn++;
      if (fails) throw new Error("the renderer is gone");
      const canvas = createCanvas(width, height);
      const context = canvas.getContext("2d");
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, width, height);
      return format === "jpeg" ? canvas.encodeSync("jpeg") : canvas.encodeSync("png");
    },
  };
}
