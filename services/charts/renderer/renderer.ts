import { loadImage } from "@napi-rs/canvas";
import type { ChartConfiguration } from "chart.js";
import { ChartJSNodeCanvas } from "chartjs-node-canvas";
import { layoutOf } from "#services/charts/layout/layout.ts";
import type { Inset, Layout } from "#services/charts/layout/scene.ts";
import { MAX_HEIGHT, MOST_ROWS, PANELS_A_PICTURE, WIDTH } from "#services/charts/layout/style.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";

import { proveGlyphs, registerFonts } from "#services/charts/renderer/glyphs.ts";
import { type OpenInset, paintedConfiguration } from "#services/charts/renderer/painted.ts";
import { profileConfiguration } from "#services/charts/renderer/profile.ts";
import { rankConfiguration } from "#services/charts/renderer/rank.ts";
import type { ChartSpec, RankChart, TrendChart } from "#services/reply/chart.ts";
import type { MapChart } from "#services/reply/map-chart.ts";
import type { PictureFormat } from "#services/reply/reply.ts";

export type DrawPicture = (spec: ChartSpec, format: PictureFormat) => Promise<Uint8Array>;

/**
 * Draws on the calling thread. Throws at once when the fonts cannot write Vietnamese.
 * The drawing rejects with RangeError on a spec that no honest picture can be made of.
 */
export function createRenderer(): DrawPicture {
  registerFonts();
  const typeface = loadTypeface();
  proveGlyphs(typeface);
  const canvas = new ChartJSNodeCanvas({ width: WIDTH, height: MAX_HEIGHT });

  return async (spec, format) => {
    checkSpec(spec);
    const layout = layoutOf(spec, typeface);
    const insets = await Promise.all((layout.insets ?? []).map(openInset));
    return canvas.renderToBufferSync(configurationOf(spec, layout, insets), `image/${format}`);
  };
}

const openInset = async ({ png, box }: Inset): Promise<OpenInset> => ({
  box,
  image: await loadImage(Buffer.from(png, "base64")),
});

function configurationOf(spec: ChartSpec, layout: Layout, insets: readonly OpenInset[]): ChartConfiguration {
  switch (spec.type) {
    case "rank":
      return rankConfiguration(spec, layout);
    case "profile":
      return profileConfiguration(spec, layout);
    case "alerts":
    case "trend":
    case "bars":
    case "heat":
    case "waterfall":
    case "cut-outs":
    case "map":
      return paintedConfiguration(layout, insets);
  }
}

function checkSpec(spec: ChartSpec): void {
  if (spec.type === "trend") {
    checkTrend(spec);
    return;
  }
  if (spec.type === "bars") {
    expectInside(
      { min: 0, max: 100 },
      spec.groups.flatMap(({ bars }) => bars.flatMap(({ percent }) => (percent === null ? [] : [percent]))),
    );
    return;
  }
  if (spec.type === "map") {
    checkMap(spec);
    return;
  }
  if (spec.rows.length > MOST_ROWS) throw new RangeError(`${spec.rows.length} rows in one picture`);
  if (spec.type === "alerts" || spec.type === "heat" || spec.type === "cut-outs") return;
  if (spec.type === "waterfall") {
    expectInside(
      spec.axis,
      spec.rows.flatMap(({ from, to }) => [from, to]),
    );
    return;
  }
  const { axis, values } = spec.type === "rank" ? rankFigures(spec) : profileFigures(spec);
  expectInside(axis, values);
}

function checkTrend({ panels, periods }: TrendChart): void {
  if (panels.length > PANELS_A_PICTURE) throw new RangeError(`${panels.length} panels in one picture`);
  for (const { axis, points, line, band } of panels) {
    if (points.length !== periods.length)
      throw new RangeError(`${points.length} points, ${periods.length} periods`);
    const figures = [...points.map(({ value }) => value), line, band?.low ?? null, band?.high ?? null];
    expectInside(
      axis,
      figures.filter((value) => value !== null),
    );
  }
}

function checkMap({ areas, steps }: MapChart): void {
  const beyond = areas.find(({ step }) => step !== null && !(step in steps));
  if (beyond) throw new RangeError(`step ${beyond.step} of ${beyond.code} is none of ${steps.length}`);
}

function expectInside(axis: RankChart["axis"], values: readonly number[]): void {
  const outside = values.find((value) => !(value >= axis.min && value <= axis.max));
  if (outside !== undefined) throw new RangeError(`${outside} lies outside the axis ${axis.min}–${axis.max}`);
}

function rankFigures({ axis, rows, line }: Extract<ChartSpec, { type: "rank" }>) {
  const figures = [...rows.flatMap(({ value, previous }) => [value, previous]), line?.value ?? null];
  return { axis, values: figures.filter((value) => value !== null) };
}

function profileFigures({ rows }: Extract<ChartSpec, { type: "profile" }>) {
  const figures = rows.flatMap(({ percent, averagePercent }) => [percent, averagePercent]);
  return { axis: { min: 0, max: 100 }, values: figures.filter((value) => value !== null) };
}
