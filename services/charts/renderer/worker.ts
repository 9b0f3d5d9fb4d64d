import { createRenderer, type DrawPicture } from "#services/charts/renderer/renderer.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { PictureFormat } from "#services/reply/reply.ts";

export interface DrawTask {
  readonly spec: ChartSpec;
  readonly format: PictureFormat;
}

let renderer: DrawPicture | undefined;

/** What a drawing thread does; the fonts are read and proved at its first picture. */
export function draw({ spec, format }: DrawTask): Promise<Uint8Array> {
  renderer ??= createRenderer();
  return renderer(spec, format);
}
