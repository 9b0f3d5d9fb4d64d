import { textBox } from "#services/charts/layout/blocks.ts";
import type { Box, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MIN_TEXT } from "#services/charts/layout/style.ts";
import { lineHeight } from "#services/charts/layout/text-fit.ts";
import { isApart } from "#services/charts/layout/trend-places.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import type { Tick } from "#services/reply/chart.ts";

const TICK: Font = { size: MIN_TEXT, weight: "regular" };
export const TICK_HEIGHT = lineHeight(TICK.size);

export interface WrittenTick {
  readonly value: number;
  readonly box: TextBox;
}

/** Values of an axis written over its rows, down to `bottom`, as many as have room. */
export function ticksOver(
  ticks: readonly Tick[],
  xOf: (value: number) => number,
  bottom: number,
  typeface: Typeface,
): readonly WrittenTick[] {
  const baseline = bottom - (TICK_HEIGHT - TICK.size);
  const written: WrittenTick[] = [];
  for (const { value, text } of ticks) {
    const place = { x: xOf(value), baseline, font: TICK, color: COLOR.quiet };
    const box = textBox(typeface, text, { ...place, align: "center" });
    if (written.every((other) => isApart(box, other.box))) written.push({ value, box });
  }
  return written;
}

/** A hair line down all rows. */
export function hairDown(x: number, { top, bottom }: Box): Shape {
  const at = Math.round(x);
  return { kind: "box", box: { left: at - 1, right: at + 1, top, bottom }, color: COLOR.hair };
}
