import type { ChartConfiguration } from "chart.js";
import type { Layout } from "#services/charts/layout/scene.ts";
import { plotted } from "#services/charts/renderer/configuration.ts";
import { paintPaper, paintShapes, paintWords } from "#services/charts/renderer/paint.ts";

/** Shapes, words and marks where the layout puts them: the chart's own axis is not used. */
export function paintedConfiguration(layout: Layout): ChartConfiguration {
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
        },
        over: ({ ctx }) => paintWords(ctx, layout),
      },
    ),
  };
}
