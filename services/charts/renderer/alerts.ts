import type { ChartConfiguration } from "chart.js";
import type { Layout } from "#services/charts/layout/scene.ts";
import { plotted } from "#services/charts/renderer/configuration.ts";
import { paintPaper, paintWords } from "#services/charts/renderer/paint.ts";

/** Words and marks in rows and columns: nothing is set on an axis. */
export function alertConfiguration(layout: Layout): ChartConfiguration {
  return {
    type: "scatter",
    data: { datasets: [] },
    ...plotted(
      layout,
      { min: 0, max: 1 },
      {
        under: ({ ctx }) => paintPaper(ctx, layout),
        over: ({ ctx }) => paintWords(ctx, layout),
      },
    ),
  };
}
