import { type FootWords, footBlock, headBlock, textBox } from "#services/charts/layout/blocks.ts";
import type { Box, Layout, Mark, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, MAX_HEIGHT, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import { ROOM, roomAtEnd } from "#services/charts/layout/trend-figures.ts";
import { roomForTicks, trendPanel } from "#services/charts/layout/trend-panel.ts";
import { columnOf, isApart, within } from "#services/charts/layout/trend-places.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { TrendChart } from "#services/reply/chart.ts";

const HEAD: Font = { size: MIN_TEXT, weight: "semibold" };
const SMALL: Font = { size: MIN_TEXT, weight: "regular" };
const PANEL_GAP = 22;
/** The most and the least that one panel's axis takes. */
const TALLEST = 420;
const LOWEST = 40;

/** Where everything of a trend stands; its words are expected clean (`Typeface.clean`). */
export function trendLayout(spec: TrendChart, typeface: Typeface): Layout {
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);
  const labels = lineHeight(SMALL.size) + 8;
  const around = head.bottom + labels + foot(0).bottom;
  const room = Math.floor((MAX_HEIGHT - around) / spec.panels.length);
  const panelHeight = Math.min(TALLEST, Math.max(LOWEST, room - aboveAxis(spec) - ROOM.below - PANEL_GAP));

  const left = MARGIN + roomForTicks(spec.panels, typeface);
  const right = WIDTH - MARGIN - roomAtEnd(spec.panels, typeface);
  const texts: TextBox[] = [...head.texts];
  const marks: Mark[] = [];
  const shapes: Shape[] = [];
  let bottom = head.bottom;
  for (const panel of spec.panels) {
    const top = bottom + PANEL_GAP + aboveAxis(spec);
    const plot = { left, right, top, bottom: top + panelHeight };
    const drawn = trendPanel(panel, plot, typeface);
    const name = fitText(typeface, panel.head, { fonts: [HEAD], width: WIDTH - 2 * MARGIN, maxLines: 1 });
    const baseline = bottom + PANEL_GAP + HEAD.size;
    if (panel.head !== "")
      texts.push(
        textBox(typeface, name.lines[0] ?? "", { x: MARGIN, baseline, font: HEAD, color: COLOR.ink }),
      );
    texts.push(...drawn.texts);
    marks.push(...drawn.marks);
    shapes.push(...drawn.shapes);
    bottom = plot.bottom + ROOM.below;
  }
  const plot = { left, right, top: head.bottom, bottom };
  texts.push(...periodLabels(spec.periods, plot, typeface));
  const { rule, bottom: height, ...footing } = foot(bottom + labels);
  return {
    width: WIDTH,
    height,
    texts: [...texts, ...footing.texts],
    marks: [...marks, ...footing.marks],
    shapes,
    plot,
    rows: [],
    rule,
  };
}

/** Room over an axis for the panel's head and for a figure above the highest point. */
const aboveAxis = ({ panels }: TrendChart): number =>
  ROOM.above + (panels.some(({ head }) => head !== "") ? lineHeight(HEAD.size) : 0);

/** Every period where there is room, else every second, third …, the last one always. */
function periodLabels(periods: readonly string[], plot: Box, typeface: Typeface): readonly TextBox[] {
  const xOf = columnOf(periods.length, plot);
  const baseline = plot.bottom + 4 + SMALL.size;
  const written: TextBox[] = [];
  for (const [i, text] of [...periods.entries()].reverse()) {
    const place = {
      x: within(plot, xOf(i), text, SMALL, typeface),
      baseline,
      font: SMALL,
      color: COLOR.quiet,
    };
    const box = textBox(typeface, text, { ...place, align: "center" });
    if (written.every((other) => isApart(box, other))) written.push(box);
  }
  return written;
}

function footWords({ key, footer }: TrendChart): FootWords {
  const marks: FootWords["key"] = [
    { shape: "dot", color: COLOR.blue, words: key.dot },
    ...(key.line === null ? [] : [{ shape: "dashes" as const, color: COLOR.line, words: key.line }]),
    ...(key.band === null ? [] : [{ shape: "bar" as const, color: COLOR.bluePale, words: key.band }]),
  ];
  return { missing: null, key: marks, rest: key.broken ?? "", footer };
}
