import { alertLayout } from "#services/charts/layout/alert-layout.ts";
import { barLayout } from "#services/charts/layout/bar-layout.ts";
import { cutOutLayout } from "#services/charts/layout/cut-out-layout.ts";
import { heatLayout } from "#services/charts/layout/heat-layout.ts";
import { mapLayout } from "#services/charts/layout/map-layout.ts";
import { profileLayout } from "#services/charts/layout/profile-layout.ts";
import { rankLayout } from "#services/charts/layout/rank-layout.ts";
import type { Layout } from "#services/charts/layout/scene.ts";
import { trendLayout } from "#services/charts/layout/trend-layout.ts";
import type { Typeface } from "#services/charts/layout/typeface.ts";
import { waterfallLayout } from "#services/charts/layout/waterfall-layout.ts";
import type { ChartSpec } from "#services/reply/chart.ts";

/** Where everything of a picture stands: needs no canvas, and knows the size before anything is drawn. */
export function layoutOf(spec: ChartSpec, typeface: Typeface): Layout {
  const clean = cleanWords(spec, typeface);
  switch (clean.type) {
    case "rank":
      return rankLayout(clean, typeface);
    case "profile":
      return profileLayout(clean, typeface);
    case "alerts":
      return alertLayout(clean, typeface);
    case "trend":
      return trendLayout(clean, typeface);
    case "bars":
      return barLayout(clean, typeface);
    case "heat":
      return heatLayout(clean, typeface);
    case "waterfall":
      return waterfallLayout(clean, typeface);
    case "cut-outs":
      return cutOutLayout(clean, typeface);
    case "map":
      return mapLayout(clean, typeface);
  }
}

function cleanWords(spec: ChartSpec, typeface: Typeface): ChartSpec {
  return JSON.parse(JSON.stringify(spec), (_, value) =>
    typeof value === "string" ? typeface.clean(value) : value,
  );
}
