import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Chart, ChartConfiguration } from "chart.js";
import { middleOf } from "#services/charts/layout/names.ts";
import type { Layout } from "#services/charts/layout/scene.ts";
import { COLOR } from "#services/charts/layout/style.ts";
import { plotted } from "#services/charts/renderer/configuration.ts";
import {
  paintBox,
  paintDashes,
  paintPaper,
  paintShapes,
  paintWords,
  RING_LINE,
} from "#services/charts/renderer/paint.ts";
import type { RankChart, RankChartRow } from "#services/reply/chart.ts";

/** A dot for each value on the axis, a ring for the value before, a band between them. */
export function rankConfiguration(spec: RankChart, layout: Layout): ChartConfiguration {
  const { rows, axis } = spec;
  const pitch = (layout.plot.bottom - layout.plot.top) / Math.max(1, rows.length);
  const radius = Math.min(13, pitch * 0.24);
  const colors = rows.map(colorOf);
  return {
    type: "scatter",
    data: {
      datasets: [
        {
          data: pointsOf(rows, layout, ({ value }) => value),
          pointRadius: radius,
          pointBackgroundColor: colors,
          pointBorderWidth: 0,
        },
        {
          data: pointsOf(rows, layout, ({ previous }) => previous),
          pointRadius: radius * 0.62,
          pointBackgroundColor: COLOR.paper,
          pointBorderColor: colors,
          pointBorderWidth: RING_LINE,
        },
      ],
    },
    ...plotted(layout, axis, {
      under: (chart) => paintUnder(chart, spec, layout, radius),
      over: ({ ctx }) => paintWords(ctx, layout),
    }),
  };
}

function pointsOf(rows: RankChart["rows"], layout: Layout, figureOf: (row: RankChartRow) => number | null) {
  return rows.map((row, i) => ({
    x: figureOf(row) ?? Number.NaN,
    y: middleOf(layout.rows[i]) - layout.plot.top,
  }));
}

function paintUnder(chart: Chart, { rows, line }: RankChart, layout: Layout, radius: number): void {
  const context: SKRSContext2D = chart.ctx;
  const { left, right, top, bottom } = layout.plot;
  const at = (value: number) => chart.scales.x?.getPixelForValue(value) ?? left;

  paintPaper(context, layout);
  paintShapes(context, layout);
  for (const row of layout.rows) {
    const middle = middleOf(row);
    paintBox(context, { left, right, top: middle - 1, bottom: middle + 1 }, COLOR.hair);
  }
  if (line) paintDashes(context, at(line.value), top + 4, bottom - 4);
  for (const [i, row] of rows.entries()) {
    if (row.previous === null) continue;
    const [from, to] = [at(row.previous), at(row.value)].sort((a, b) => a - b);
    const middle = middleOf(layout.rows[i]);
    const half = radius * 0.24;
    const color = row.attention ? COLOR.orangeBand : COLOR.blueBand;
    paintBox(context, { left: from ?? 0, right: to ?? 0, top: middle - half, bottom: middle + half }, color);
  }
}

const colorOf = ({ attention }: RankChartRow) => (attention ? COLOR.orange : COLOR.blue);
