import { createCanvas } from "@napi-rs/canvas";
import type { Charts } from "#services/charts/charts.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { Picture } from "#services/reply/reply.ts";

export interface TinyPicture extends Picture {
  /** How often it was drawn. */
  readonly drawn: () => number;
}

interface TinyOptions extends Partial<Omit<Picture, "spec">> {
  readonly fails?: boolean;
}

/** A real, plain picture; `fails` makes drawing reject. */
export function tinyPicture(options: TinyOptions = {}): TinyPicture {
  const {
    key = "rank/2024-08/1",
    width = 64,
    height = 48,
    alt = "Xếp hạng tháng 8",
    fails = false,
    name,
  } = options;
  let drawn = 0;
  return {
    key,
    spec: tinySpec({ key, width, height, alt, fails }),
    width,
    height,
    alt,
    ...(name === undefined ? {} : { name }),
    drawn: () => drawn,
    async bytes(format) {
      drawn++;
      if (fails) throw new Error("the renderer is gone");
      const canvas = createCanvas(width, height);
      const context = canvas.getContext("2d");
      context.fillStyle = "#ffffff";
      context.fillRect(0, 0, width, height);
      return format === "jpeg" ? canvas.encodeSync("jpeg") : canvas.encodeSync("png");
    },
  };
}

/** Draws tiny pictures from their specs, which may have come from a store. */
export const tinyCharts: Pick<Charts, "picture"> = {
  picture: ({ footer }) => tinyPicture(JSON.parse(footer[0] ?? "{}") as TinyOptions),
};

/** What a tiny picture was made of stands in the footer. */
function tinySpec(options: TinyOptions & Pick<Picture, "alt">): ChartSpec {
  return {
    type: "profile",
    title: options.alt,
    subtitle: "",
    headline: "",
    columns: { value: "", average: "" },
    rows: [],
    key: { bar: "", ring: null, rest: "" },
    footer: [JSON.stringify(options)],
    alt: options.alt,
  };
}
