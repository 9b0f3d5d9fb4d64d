import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Box, Layout, Mark, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, STRIPE_MARGIN } from "#services/charts/layout/style.ts";
import { familyOf } from "#services/charts/renderer/glyphs.ts";

const TURN = 2 * Math.PI;
/** Height of a triangle in widths. */
const TALL = 0.82;

/** White paper, a stripe behind every second row, the hair line above the evidence. */
export function paintPaper(context: SKRSContext2D, { width, height, rows, rule }: Layout): void {
  paintBox(context, { left: 0, top: 0, right: width, bottom: height }, COLOR.paper);
  for (const [i, { top, bottom }] of rows.entries()) {
    if (i % 2 === 0) continue;
    paintBox(context, { left: STRIPE_MARGIN, top, right: width - STRIPE_MARGIN, bottom }, COLOR.stripe);
  }
  paintBox(context, { left: MARGIN, top: rule, right: width - MARGIN, bottom: rule + 1.5 }, COLOR.hair);
}

/** All words, figures and marks of a layout. */
export function paintWords(context: SKRSContext2D, { texts, marks }: Layout): void {
  for (const text of texts) paintText(context, text);
  for (const mark of marks) paintMark(context, mark);
}

export function paintBox(context: SKRSContext2D, { left, top, right, bottom }: Box, color: string): void {
  context.fillStyle = color;
  context.fillRect(left, top, right - left, bottom - top);
}

/** A dashed line down all rows. */
export function paintDashes(context: SKRSContext2D, x: number, top: number, bottom: number): void {
  context.strokeStyle = COLOR.line;
  context.lineWidth = 2.5;
  context.setLineDash([7, 6]);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.setLineDash([]);
}

function paintText(context: SKRSContext2D, { text, x, baseline, align, font, color }: TextBox): void {
  context.font = `${font.size}px ${familyOf(font.weight)}`;
  context.textAlign = align;
  context.fillStyle = color;
  context.fillText(text, x, baseline);
}

/** The font has no ▲▼●○. */
function paintMark(context: SKRSContext2D, { shape, x, y, size, color }: Mark): void {
  const half = size / 2;
  if (shape === "bar") {
    paintBox(context, { left: x - half, top: y - 7, right: x + half, bottom: y + 7 }, color);
    return;
  }
  if (shape === "half") {
    paintHalf(context, { x, y, size, color });
    return;
  }
  context.beginPath();
  if (shape === "up" || shape === "down") {
    const tip = (shape === "up" ? -half : half) * TALL;
    context.moveTo(x, y + tip);
    context.lineTo(x + half, y - tip);
    context.lineTo(x - half, y - tip);
    context.closePath();
  } else {
    context.arc(x, y, shape === "ring" ? half - RING_LINE / 2 : half, 0, TURN);
  }
  if (shape === "ring") strokeRing(context, color);
  else fillWith(context, color);
}

/** A ring of which the left half is filled. */
function paintHalf(context: SKRSContext2D, { x, y, size, color }: Omit<Mark, "shape">): void {
  const radius = (size - RING_LINE) / 2;
  context.beginPath();
  context.arc(x, y, radius, 0, TURN);
  strokeRing(context, color);
  context.beginPath();
  context.arc(x, y, radius, TURN / 4, (3 * TURN) / 4);
  fillWith(context, color);
}

/** Thickness of a ring. */
export const RING_LINE = 3;

function strokeRing(context: SKRSContext2D, color: string): void {
  fillWith(context, COLOR.paper);
  context.strokeStyle = color;
  context.lineWidth = RING_LINE;
  context.stroke();
}

function fillWith(context: SKRSContext2D, color: string): void {
  context.fillStyle = color;
  context.fill();
}
