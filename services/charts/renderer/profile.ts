import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Chart, ChartConfiguration } from "chart.js";
import { middleOf } from "#services/charts/layout/names.ts";
import type { Layout } from "#services/charts/layout/scene.ts";
import { COLOR } from "#services/charts/layout/style.ts";
import { plotted } from "#services/charts/renderer/configuration.ts";
import { paintBox, paintPaper, paintWords, RING_LINE } from "#services/charts/renderer/paint.ts";
import type { ProfileChart } from "#services/reply/chart.ts";

/** A bar from zero for each group in % of its maximum, a ring for the scope's average. */
export function profileConfiguration(spec: ProfileChart, layout: Layout): ChartConfiguration {
  const { rows } = spec;
  const pitch = (layout.plot.bottom - layout.plot.top) / Math.max(1, rows.length);
  const thickness = Math.min(30, pitch * 0.46);
  const yOf = (i: number) => middleOf(layout.rows[i]) - layout.plot.top;
  const { options, plugins } = plotted(
    layout,
    { min: 0, max: 100 },
    {
      under: (chart) => paintUnder(chart, layout, thickness),
      over: ({ ctx }) => paintWords(ctx, layout),
    },
  );
  return {
    type: "bar",
    data: {
      datasets: [
        {
          type: "scatter",
          data: rows.map(({ averagePercent }, i) => ({ x: averagePercent ?? Number.NaN, y: yOf(i) })),
          pointRadius: Math.min(10, thickness * 0.36),
          pointBackgroundColor: COLOR.paper,
          pointBorderColor: COLOR.ink,
          pointBorderWidth: RING_LINE,
        },
        {
          type: "bar",
          data: rows.map(({ percent }, i) => ({ x: percent, y: yOf(i) })),
          barThickness: thickness,
          backgroundColor: rows.map(({ attention }) => (attention ? COLOR.orange : COLOR.blue)),
        },
      ],
    },
    options: { ...options, indexAxis: "y" },
    plugins,
  };
}

/** A pale track from zero to the maximum behind each bar. */
function paintUnder(chart: Chart, layout: Layout, thickness: number): void {
  const context: SKRSContext2D = chart.ctx;
  const { left, right } = layout.plot;
  paintPaper(context, layout);
  for (const row of layout.rows) {
    const middle = middleOf(row);
    paintBox(
      context,
      { left, right, top: middle - thickness / 2, bottom: middle + thickness / 2 },
      COLOR.track,
    );
  }
}
