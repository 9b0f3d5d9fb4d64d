import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { middleOf } from "#services/charts/layout/names.ts";
import { COLOR, MOST_ROWS, STRIPE_MARGIN } from "#services/charts/layout/style.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";
import { proveGlyphs, registerFonts } from "#services/charts/renderer/glyphs.ts";
import { createRenderer } from "#services/charts/renderer/renderer.ts";
import type { ChartSpec, RankChart } from "#services/reply/chart.ts";
import {
  alertChart,
  barChart,
  cutOutChart,
  heatChart,
  profileChart,
  tienLuChart,
  trendChart,
  waterfallChart,
} from "#test/support/chart-specs.ts";

const draw = createRenderer();
const typeface = loadTypeface();

it("shows a cell of a paper where its layout puts it, in its own proportions", async () => {
  const cell = createCanvas(120, 40);
  const context = cell.getContext("2d");
  context.fillStyle = "#123456";
  context.fillRect(0, 0, 120, 40);
  const spec = cutOutChart(cell.toBuffer("image/png").toString("base64"));
  const pixel = await pixelsOf(spec);
  const { insets = [] } = layoutOf(spec, typeface);
  expect(insets).toHaveLength(8);
  for (const { box } of insets) {
    expect((box.right - box.left) / (box.bottom - box.top)).toBeCloseTo(3, 5);
    expect(pixel((box.left + box.right) / 2, (box.top + box.bottom) / 2)).toBe("#123456");
  }
});

describe("a drawn ranking", () => {
  it.each([2, 5, 15])("has the size its layout says, for %i units", async (count) => {
    const spec = tienLuChart(count);
    for (const format of ["png", "jpeg"] as const) {
      const { width, height } = await loadImage(await draw(spec, format));
      expect({ width, height }).toMatchObject({ width: 1080, height: layoutOf(spec, typeface).height });
    }
  });

  it("has each dot at its value and each ring at the value before", async () => {
    const spec = tienLuChart();
    const pixel = await pixelsOf(spec);
    const { plot, rows } = layoutOf(spec, typeface);
    const at = (value: number) =>
      plot.left + ((value - spec.axis.min) / (spec.axis.max - spec.axis.min)) * (plot.right - plot.left);
    for (const [i, row] of spec.rows.entries()) {
      const middle = middleOf(rows[i]);
      expect(pixel(at(row.value), middle)).toBe(row.attention ? COLOR.orange : COLOR.blue);
      const previous = row.previous ?? row.value;
      if (Math.abs(at(previous) - at(row.value)) > 25) expect(pixel(at(previous), middle)).toBe(COLOR.paper);
    }
  });

  it("leaves its margins white", async () => {
    for (const spec of [
      tienLuChart(),
      tienLuChart(2),
      profileChart(),
      alertChart(),
      trendChart(),
      trendChart(60, 4),
      barChart(),
      heatChart(),
      waterfallChart(),
    ]) {
      const pixel = await pixelsOf(spec);
      const { width, height } = layoutOf(spec, typeface);
      const frame = new Set<string>();
      for (const [x, y] of framePoints(width, height)) frame.add(pixel(x, y));
      expect([...frame]).toEqual([COLOR.paper]);
    }
  });

  it("is the same bytes every time", async () => {
    for (const format of ["png", "jpeg"] as const) {
      expect(hashOf(await draw(tienLuChart(), format))).toBe(hashOf(await draw(tienLuChart(), format)));
    }
  });

  it("is the same where no font is installed", async () => {
    const script = `
      import { createHash } from "node:crypto";
      import { GlobalFonts } from "@napi-rs/canvas";
      import { createRenderer } from "#services/charts/renderer/renderer.ts";
      import { tienLuChart } from "#test/support/chart-specs.ts";
      const picture = await createRenderer()(tienLuChart(), "png");
      const foreign = GlobalFonts.families.filter(({ family }) => !/^(bot766-|Be Vietnam Pro$)/.test(family));
      process.stdout.write(foreign.length + " " + createHash("sha256").update(picture).digest("hex"));`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--import", "tsx", "--input-type=module", "--eval", script],
      { env: { DISABLE_SYSTEM_FONTS_LOAD: "1" } },
    );
    expect(stdout).toBe(`0 ${hashOf(await draw(tienLuChart(), "png"))}`);
  });

  it("is refused when it could not be honest", async () => {
    const spec = tienLuChart();
    const tooMany = { ...spec, rows: [...spec.rows, ...spec.rows, ...spec.rows] };
    const outside: RankChart = { ...spec, axis: { min: 85, max: 92 } };
    const nowhere: RankChart = { ...spec, line: { value: Number.NaN, label: "?" } };
    for (const wrong of [tooMany, outside, nowhere])
      await expect(draw(wrong, "png")).rejects.toThrow(RangeError);
  });
});

describe("a drawn profile", () => {
  it("has bars from zero to their value, in orange where they need attention", async () => {
    const spec = profileChart();
    const pixel = await pixelsOf(spec);
    const { plot, rows } = layoutOf(spec, typeface);
    for (const [i, row] of spec.rows.entries()) {
      const y = middleOf(rows[i]) - 14;
      const end = plot.left + (row.percent / 100) * (plot.right - plot.left);
      const color = row.attention ? COLOR.orange : COLOR.blue;
      expect([pixel(plot.left + 2, y), pixel(end - 2, y), pixel(end + 2, y)]).toEqual([
        color,
        color,
        COLOR.track,
      ]);
    }
  });
});

describe("a drawn board of alerts", () => {
  it("tells its states apart by shape: a ring, a half, a dot and a triangle", async () => {
    const spec = alertChart();
    const pixel = await pixelsOf(spec);
    const { marks, rows } = layoutOf(spec, typeface);
    const inked = marks.slice(0, 6).map(({ shape, x, y }) => {
      const at = (dx: number) => pixel(x + dx, y) !== (middleOf(rows[1]) === y ? COLOR.stripe : COLOR.paper);
      const isPaper = (dx: number) => pixel(x + dx, y) === COLOR.paper;
      return { shape, left: at(-4) && !isPaper(-4), right: at(4) && !isPaper(4) };
    });
    const drawn = Object.fromEntries(inked.map(({ shape, left, right }) => [shape, [left, right]]));
    expect(drawn).toEqual({ dot: [true, true], up: [true, true], half: [true, false], ring: [false, false] });
  });

  it("is refused with more rows than a page holds", async () => {
    const spec = alertChart();
    const rows = Array.from(
      { length: MOST_ROWS + 1 },
      () => spec.rows[0] ?? { name: "", strong: false, cells: [] },
    );
    await expect(draw({ ...spec, rows }, "png")).rejects.toThrow(RangeError);
  });
});

describe("the bundled font", () => {
  it("is proved to draw Vietnamese, and not what it has not", () => {
    registerFonts();
    expect(() => proveGlyphs(typeface)).not.toThrow();
    expect(() => proveGlyphs(typeface, "Ễ▲")).toThrow("▲");
  });

  it("is missed at once", () => {
    const files = { regular: "/nowhere.ttf", semibold: "/nowhere.ttf", bold: "/nowhere.ttf" };
    expect(() => loadTypeface(files)).toThrow("nowhere");
  });
});

/** Every point of a frame around the picture, as wide as the margin outside the stripes. */
function* framePoints(width: number, height: number): Generator<[x: number, y: number]> {
  const inside = (at: number, length: number) => at >= STRIPE_MARGIN && at < length - STRIPE_MARGIN;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (!inside(x, width) || !inside(y, height)) yield [x, y];
  }
}

/** Colour at a point of the drawn picture, as "#rrggbb". */
async function pixelsOf(spec: ChartSpec): Promise<(x: number, y: number) => string> {
  const image = await loadImage(await draw(spec, "png"));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data, width } = context.getImageData(0, 0, image.width, image.height);
  return (x, y) => {
    const at = (Math.floor(y) * width + Math.floor(x)) * 4;
    return `#${Buffer.from(data.subarray(at, at + 3)).toString("hex")}`;
  };
}

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
