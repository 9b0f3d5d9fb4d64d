import type { Image, SKRSContext2D } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import type { Box, Layout } from "#services/charts/layout/scene.ts";
import { COLOR } from "#services/charts/layout/style.ts";
import { plotted } from "#services/charts/renderer/configuration.ts";
import { paintPaper, paintShapes, paintWords } from "#services/charts/renderer/paint.ts";

/** An inset whose picture is decoded. */
export interface OpenInset {
  readonly box: Box;
  readonly image: Image;
}

/** Shapes, pictures, words and marks where the layout puts them: the chart's own axis is not used. */
export function paintedConfiguration(layout: Layout, insets: readonly OpenInset[]): ChartConfiguration {
  return {
    type: "scatter",
    data: { datasets: [] },
    ...plotted(
      layout,
      { min: 0, max: 1 },
      {
        under: ({ ctx }) => {
          paintPaper(ctx, layout);
          paintShapes(ctx, layout);
          for (const inset of insets) paintInset(ctx, inset);
        },
        over: ({ ctx }) => paintWords(ctx, layout),
      },
    ),
  };
}

/** With a hair line round it, so that a white cell is seen on white paper. */
function paintInset(context: SKRSContext2D, { box, image }: OpenInset): void {
  const { left, top, right, bottom } = box;
  context.drawImage(image, left, top, right - left, bottom - top);
  context.strokeStyle = COLOR.hair;
  context.lineWidth = 2;
  context.strokeRect(left, top, right - left, bottom - top);
}
