import type { Chart, ChartOptions, Plugin } from "chart.js";
import type { Layout } from "#services/charts/layout/scene.ts";

export interface Painting {
  /** Before the figures: paper, lines, bands. */
  under(chart: Chart): void;
  /** After the figures: words. */
  over(chart: Chart): void;
}

/**
 * What every chart has in common: the axis fills the layout's plot, the rows are counted in pixels from its top, and
 * everything around it is painted by us.
 */
export function plotted(layout: Layout, axis: { min: number; max: number }, painting: Painting) {
  const { plot, width, height } = layout;
  const options: ChartOptions = {
    animation: false,
    responsive: false,
    maintainAspectRatio: false,
    devicePixelRatio: 1,
    events: [],
    normalized: true,
    clip: false,
    layout: {
      autoPadding: false,
      padding: { left: plot.left, top: plot.top, right: width - plot.right, bottom: height - plot.bottom },
    },
    scales: {
      x: { type: "linear", display: false, offset: false, min: axis.min, max: axis.max },
      y: {
        type: "linear",
        display: false,
        offset: false,
        min: 0,
        max: plot.bottom - plot.top,
        reverse: true,
      },
    },
    plugins: { legend: { display: false }, title: { display: false }, tooltip: { enabled: false } },
  };
  return { options, plugins: [sizedAs(layout), paintedBy(painting)] };
}

/** One ChartJSNodeCanvas serves pictures of all heights; its pixels are given back without waiting for the collector. */
function sizedAs({ width, height }: Layout): Plugin {
  return {
    id: "size",
    beforeInit(chart) {
      chart.resize(width, height);
    },
    beforeDestroy({ canvas }) {
      canvas.width = 1;
      canvas.height = 1;
    },
  };
}

function paintedBy({ under, over }: Painting): Plugin {
  return {
    id: "painting",
    beforeDatasetsDraw: (chart) => under(chart),
    afterDatasetsDraw: (chart) => over(chart),
  };
}
