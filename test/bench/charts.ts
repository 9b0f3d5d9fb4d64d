import { type Charts, createCharts } from "#services/charts/charts.ts";
import type { PictureFormat } from "#services/reply/reply.ts";
import { atLeast, atMost, type BenchLine, median } from "#test/bench/bench-line.ts";
import { drawWithECharts } from "#test/bench/echarts-peer.ts";
import { tienLuChart } from "#test/support/chart-specs.ts";

const RUNS = 21;
const WARM_UP = 4;

/** The ranking picture of 15 units, 1080 wide: drawn, and asked for again. */
export async function benchCharts(): Promise<BenchLine[]> {
  const charts = createCharts();
  try {
    const times = await alternate({
      jpeg: () => drawCold(charts, "jpeg"),
      png: () => drawCold(charts, "png"),
      again: () => charts.picture(tienLuChart()).bytes("jpeg"),
      peer: async () => drawWithECharts(tienLuChart()),
    });
    const peer = times.peer;
    return [
      atMost(0.9, { name: "cold rank picture, JPEG / ECharts + resvg", ours: times.jpeg, peer, unit: "ms" }),
      atMost(1.2, { name: "cold rank picture, PNG / ECharts + resvg", ours: times.png, peer, unit: "ms" }),
      atLeast(50, {
        name: "rank pictures a second, again / cold",
        ours: 1000 / times.again,
        peer: 1000 / times.jpeg,
        unit: "/s",
      }),
    ];
  } finally {
    await charts.close();
  }
}

let drawings = 0;

/** A spec never seen before, so that nothing comes from the cache. */
function drawCold(charts: Charts, format: PictureFormat): Promise<Uint8Array> {
  drawings += 1;
  return charts.picture({ ...tienLuChart(), alt: String(drawings) }).bytes(format);
}

/** Medians in milliseconds, each work in turn so that all share the machine's weather. */
async function alternate<Name extends string>(
  works: Record<Name, () => Promise<unknown>>,
): Promise<Record<Name, number>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let run = 0; run < WARM_UP + RUNS; run++) {
    for (const name of names) {
      const start = performance.now();
      await works[name]();
      if (run >= WARM_UP) times[name].push(performance.now() - start);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>;
}
