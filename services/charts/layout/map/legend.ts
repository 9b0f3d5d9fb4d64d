import { stack } from "#services/charts/layout/blocks.ts";
import type { Box, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MAP, MARGIN, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { MapChart, MapStep } from "#services/reply/map-chart.ts";

const SMALL: Font = { size: MIN_TEXT, weight: "regular" };
const STRONG: Font = { size: MIN_TEXT, weight: "semibold" };
const SWATCH = 22;
const GAP = 10;

/** Units without a figure. */
export const GREY = MAP.missing;

const DARK: ReadonlySet<string> = new Set(MAP.dark);

/** The colour of a step; null = no figure. */
export function colorOf({ palette, steps }: MapChart, step: number | null): string {
  const place = step === null ? undefined : steps[step]?.color;
  return place === undefined ? GREY : (MAP[palette][place] ?? GREY);
}

export const inkOn = (color: string): string => (DARK.has(color) ? COLOR.paper : COLOR.ink);

interface Entry extends MapStep {
  readonly color: string;
}

/** What each colour stands for, side by side; the grey is told below, as part of the key. */
export function legendBlock(
  chart: MapChart,
  top: number,
  typeface: Typeface,
): { readonly texts: readonly TextBox[]; readonly shapes: readonly Shape[]; readonly bottom: number } {
  const { legend, steps } = chart;
  const inner = WIDTH - 2 * MARGIN;
  const head = fitText(typeface, legend, { fonts: [STRONG], width: inner, maxLines: 2 });
  const texts = [...stack(typeface, head, { left: MARGIN, top, color: COLOR.text })];
  const swatches = top + head.lines.length * lineHeight(STRONG.size) + 6;
  const entries: readonly Entry[] = steps.map((step, i) => ({ ...step, color: colorOf(chart, i) }));
  const width = (inner - GAP * (entries.length - 1)) / Math.max(1, entries.length);
  const shapes: Shape[] = [];
  let bottom = swatches + SWATCH;
  for (const [i, { range, count, color }] of entries.entries()) {
    const left = MARGIN + i * (width + GAP);
    const box = { left, top: swatches, right: left + width, bottom: swatches + SWATCH };
    shapes.push(swatchOf(box, color));
    let below = box.bottom + 6;
    for (const words of [range, count]) {
      const fitted = fitText(typeface, words, { fonts: [SMALL], width, maxLines: 2 });
      texts.push(...stack(typeface, fitted, { left, top: below, color: COLOR.text }));
      below += fitted.lines.length * lineHeight(SMALL.size);
    }
    bottom = Math.max(bottom, below);
  }
  return { texts, shapes, bottom };
}

/** With a hair line round it: the lightest step is near to white. */
function swatchOf({ left, top, right, bottom }: Box, color: string): Shape {
  const ring = [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
  return { kind: "area", rings: [ring], color, edge: { color: COLOR.quiet, width: 1 } };
}
