import { createCanvas, loadImage } from "@napi-rs/canvas";
import { createRenderer, type DrawPicture } from "#services/charts/renderer/renderer.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import { atMost, type BenchLine, median } from "#test/bench/bench-line.ts";
import { heatChart, tienLuChart } from "#test/support/chart-specs.ts";
import { mapOf } from "#test/support/map-specs.ts";

const RUNS = 15;
const WARM_UP = 3;
/** Every channel of a pixel is lighter on paper and on its stripes. */
const INKED_BELOW = 240;

const KINDS = {
  rank: () => tienLuChart(),
  heat: () => heatChart(),
  commune: () => mapOf("52"),
  country: () => mapOf("vn"),
} as const;
type Kind = keyof typeof KINDS;

/**
 * Maps and heat maps, laid out and drawn anew, beside the ranking picture of 15 units: processor time a pixel that bears
 * ink, which is any but the paper and its stripes.
 */
export async function benchPictures(): Promise<BenchLine[]> {
  const draw = createRenderer();
  const times: Record<Kind, number[]> = { rank: [], heat: [], commune: [], country: [] };
  const kinds = Object.keys(KINDS) as Kind[];
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    for (const kind of kinds) {
      const spec = KINDS[kind]();
      const before = process.cpuUsage();
      await draw(spec, "jpeg");
      const { user, system } = process.cpuUsage(before);
      if (run >= WARM_UP) times[kind].push((user + system) / 1000);
    }
  }
  const costOf = async (kind: Kind): Promise<number> =>
    median(times[kind]) / ((await inkOf(KINDS[kind](), draw)) / 1_000_000);
  const peer = await costOf("rank");
  const line = async (name: string, kind: Kind): Promise<BenchLine> =>
    atMost(1.2, { name, ours: await costOf(kind), peer, unit: "ms/Mpx of ink" });
  return [
    await line("cold map of 135 communes / rank picture, by ink", "commune"),
    await line("cold map of 34 provinces / rank picture, by ink", "country"),
    await line("cold heat map 15 × 5 / rank picture, by ink", "heat"),
  ];
}

async function inkOf(spec: ChartSpec, draw: DrawPicture): Promise<number> {
  const image = await loadImage(Buffer.from(await draw(spec, "png")));
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  let inked = 0;
  for (let i = 0; i < data.length; i += 4) if (data.subarray(i, i + 3).some(isInk)) inked += 1;
  return inked;
}

const isInk = (channel: number): boolean => channel < INKED_BELOW;
