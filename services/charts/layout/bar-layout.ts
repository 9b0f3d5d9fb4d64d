import { type FootWords, footBlock, headBlock, textBox } from "#services/charts/layout/blocks.ts";
import { centredOn, type Layout, type Row, type Shape, type TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, MAX_HEIGHT, MIN_HEIGHT, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { fitText, lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { BarChart, BarTone } from "#services/reply/chart.ts";

type Group = BarChart["groups"][number];
type Bar = Group["bars"][number];

const HEAD: Font = { size: MIN_TEXT, weight: "semibold" };
const PLAIN: Font = { size: MIN_TEXT, weight: "regular" };
const STRONG: Font = { size: MIN_TEXT, weight: "bold" };
const TONES: Readonly<Record<BarTone, string>> = {
  best: COLOR.blue,
  worse: COLOR.orange,
  plain: COLOR.blueBand,
};
/** The least and the most that one bar takes of the height. */
const LOWEST = lineHeight(MIN_TEXT);
const TALLEST = 56;
const GROUP_GAP = 12;
const GAP = 20;
const WIDEST_NAME = 420;
const THICKNESS = 0.56;

/** Where everything of grouped bars stands; its words are expected clean (`Typeface.clean`). */
export function barLayout(spec: BarChart, typeface: Typeface): Layout {
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);
  const around = head.bottom + foot(0).bottom;
  const bar = barHeight(spec.groups, around);
  const bars = spec.groups.flatMap((group) => group.bars);
  const names = Math.min(
    WIDEST_NAME,
    widest(bars, ({ name }) => name, typeface),
  );
  const values = widest(bars, ({ valueText }) => valueText, typeface);
  const plot = { left: MARGIN + names + GAP, right: WIDTH - MARGIN - values - GAP };

  const texts: TextBox[] = [...head.texts];
  const shapes: Shape[] = [];
  const rows: Row[] = [];
  let top = head.bottom + GROUP_GAP;
  for (const group of spec.groups) {
    texts.push(headOf(group, top, typeface));
    top += lineHeight(HEAD.size);
    for (const each of group.bars) {
      const row = { top, bottom: top + bar };
      rows.push(row);
      texts.push(...textsOf(each, row, names, typeface));
      shapes.push(...shapesOf(each, row, plot));
      top = row.bottom;
    }
    top += GROUP_GAP;
  }
  const { rule, bottom, ...footing } = foot(top);
  return {
    width: WIDTH,
    height: bottom,
    texts: [...texts, ...footing.texts],
    marks: footing.marks,
    shapes,
    plot: { ...plot, top: head.bottom, bottom: top },
    rows: [],
    rule,
  };
}

/** Bars grow into the room there is. */
function barHeight(groups: readonly Group[], around: number): number {
  const bars = groups.reduce((sum, group) => sum + group.bars.length, 0);
  const heads = GROUP_GAP + groups.length * (lineHeight(HEAD.size) + GROUP_GAP);
  const filling = Math.floor((MAX_HEIGHT - around - heads) / Math.max(1, bars));
  const least = Math.ceil((MIN_HEIGHT - around - heads) / Math.max(1, bars));
  return Math.max(LOWEST, Math.min(TALLEST, filling), Math.min(least, filling));
}

function widest(bars: readonly Bar[], textOf: (bar: Bar) => string, typeface: Typeface): number {
  return Math.ceil(Math.max(0, ...bars.map((bar) => typeface.width(textOf(bar), STRONG))));
}

function headOf({ head }: Group, top: number, typeface: Typeface): TextBox {
  const fitted = fitText(typeface, head, { fonts: [HEAD], width: WIDTH - 2 * MARGIN, maxLines: 1 });
  return textBox(typeface, fitted.lines[0] ?? "", {
    x: MARGIN,
    baseline: top + HEAD.size,
    font: HEAD,
    color: COLOR.ink,
  });
}

function textsOf(
  { name, valueText, tone, percent }: Bar,
  { top, bottom }: Row,
  width: number,
  typeface: Typeface,
): TextBox[] {
  const font = tone === "plain" ? PLAIN : STRONG;
  const fitted = fitText(typeface, name, { fonts: [font], width, maxLines: 1 });
  const baseline = centredOn((top + bottom) / 2, font.size);
  const color = percent === null ? COLOR.quiet : COLOR.ink;
  return [
    textBox(typeface, fitted.lines[0] ?? "", { x: MARGIN, baseline, font, color }),
    textBox(typeface, valueText, { x: WIDTH - MARGIN, baseline, font, color, align: "right" }),
  ];
}

/** A pale track of the whole length, and the bar on it. */
function shapesOf(
  { percent, tone }: Bar,
  row: Row,
  { left, right }: { left: number; right: number },
): Shape[] {
  const middle = (row.top + row.bottom) / 2;
  const half = ((row.bottom - row.top) * THICKNESS) / 2;
  const box = { left, top: middle - half, bottom: middle + half };
  if (percent === null) return [{ kind: "box", box: { ...box, right }, color: COLOR.stripe }];
  return [
    { kind: "box", box: { ...box, right }, color: COLOR.track },
    {
      kind: "box",
      box: { ...box, right: left + (percent / 100) * (right - left) },
      color: TONES[tone],
    },
  ];
}

function footWords({ key, footer }: BarChart): FootWords {
  return {
    missing: null,
    key: key.map(({ tone, words }) => ({ shape: "bar", color: TONES[tone], words })),
    rest: "",
    footer,
  };
}
