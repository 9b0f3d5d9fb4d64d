import { Resvg } from "@resvg/resvg-js";
import { init } from "echarts";
import { rankLayout } from "#services/charts/layout/rank-layout.ts";
import type { Layout, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, STRIPE_MARGIN } from "#services/charts/layout/style.ts";
import { fontFiles, loadTypeface } from "#services/charts/layout/typeface.ts";
import type { RankChart } from "#services/reply/chart.ts";

const WEIGHT = { regular: 400, semibold: 600, bold: 700 };
const fonts = Object.values(fontFiles());

/** The same ranking picture as ours, by ECharts' server-side SVG and resvg: the PNG's bytes. */
export function drawWithECharts(spec: RankChart): Uint8Array {
  const layout = rankLayout(spec, typeface);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: layout.width, height: layout.height });
  try {
    chart.setOption(optionOf(spec, layout));
    const svg = chart.renderToSVGString();
    return new Resvg(svg, { font: { fontFiles: fonts, loadSystemFonts: false } }).render().asPng();
  } finally {
    chart.dispose();
  }
}

const typeface = loadTypeface();

function optionOf(spec: RankChart, layout: Layout) {
  const { plot, width, height } = layout;
  const points = (of: (row: RankChart["rows"][number]) => number | null) =>
    spec.rows.map((row, i) => [of(row), i]);
  const color = ({ dataIndex }: { dataIndex: number }) =>
    spec.rows[dataIndex]?.attention ? COLOR.orange : COLOR.blue;
  return {
    animation: false,
    backgroundColor: COLOR.paper,
    grid: { left: plot.left, top: plot.top, right: width - plot.right, bottom: height - plot.bottom },
    xAxis: { type: "value" as const, min: spec.axis.min, max: spec.axis.max, show: false },
    yAxis: { type: "category" as const, data: spec.rows.map(({ name }) => name), inverse: true, show: false },
    graphic: [...shapesOf(spec, layout), ...layout.texts.map(textOf)],
    series: [
      {
        type: "scatter" as const,
        data: points(({ previous }) => previous),
        symbolSize: 16,
        itemStyle: { color: COLOR.paper, borderWidth: 3, borderColor: COLOR.blue },
      },
      {
        type: "scatter" as const,
        data: points(({ value }) => value),
        symbolSize: 26,
        itemStyle: { opacity: 1, color },
      },
    ],
  };
}

/** Stripes, hair lines, bands, the dashed line. */
function shapesOf({ rows, axis, line }: RankChart, { plot, rows: places, width, rule }: Layout) {
  const at = (value: number) =>
    plot.left + ((value - axis.min) / (axis.max - axis.min)) * (plot.right - plot.left);
  const box = (x: number, y: number, right: number, bottom: number, fill: string) => ({
    type: "rect" as const,
    shape: { x, y, width: right - x, height: bottom - y },
    style: { fill },
  });
  const shapes = places.flatMap(({ top, bottom }, i) => {
    const row = rows[i];
    const middle = (top + bottom) / 2;
    const band = [at(row?.previous ?? 0), at(row?.value ?? 0)].sort((a, b) => a - b);
    return [
      box(STRIPE_MARGIN, top, width - STRIPE_MARGIN, bottom, i % 2 === 0 ? COLOR.paper : COLOR.stripe),
      box(plot.left, middle - 1, plot.right, middle + 1, COLOR.hair),
      box(band[0] ?? 0, middle - 3, band[1] ?? 0, middle + 3, COLOR.blueBand),
    ];
  });
  const x = at(line?.value ?? axis.min);
  const dashes = {
    type: "line" as const,
    shape: { x1: x, y1: plot.top, x2: x, y2: plot.bottom },
    style: { stroke: COLOR.line, lineWidth: 2.5, lineDash: [7, 6] },
  };
  return [...shapes, dashes, box(MARGIN, rule, width - MARGIN, rule + 1.5, COLOR.hair)];
}

function textOf({ text, x, baseline, align, font, color }: TextBox) {
  const style = {
    text,
    x,
    y: baseline,
    textAlign: align,
    textVerticalAlign: "bottom" as const,
    fontFamily: "Be Vietnam Pro",
    fontSize: font.size,
    fontWeight: WEIGHT[font.weight],
    fill: color,
  };
  return { type: "text" as const, style };
}
