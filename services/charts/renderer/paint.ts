import type { SKRSContext2D } from "@napi-rs/canvas";
import type { Box, Layout, Mark, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MARGIN, STRIPE_MARGIN } from "#services/charts/layout/style.ts";
import { familyOf } from "#services/charts/renderer/glyphs.ts";

/** A dashed line's strokes and the gaps between them, in pixels. */
const DASHES = [7, 6];
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

/** What lies under the words of a layout. */
export function paintShapes(context: SKRSContext2D, { shapes = [] }: Layout): void {
  for (const shape of shapes) {
    if (shape.kind === "box") paintBox(context, shape.box, shape.color);
    else if (shape.kind === "area") paintArea(context, shape);
    else paintLine(context, shape);
  }
}

function paintLine(
  context: SKRSContext2D,
  { points, color, dashed, width }: Extract<Shape, { kind: "line" }>,
): void {
  context.strokeStyle = color;
  context.lineWidth = width ?? (dashed ? 2.5 : 4);
  context.lineJoin = "round";
  context.setLineDash(dashed ? DASHES : []);
  context.beginPath();
  for (const [i, { x, y }] of points.entries()) {
    if (i === 0) context.moveTo(x, y);
    else context.lineTo(x, y);
  }
  context.stroke();
  context.setLineDash([]);
}

function paintArea(
  context: SKRSContext2D,
  { rings, color, edge, within }: Extract<Shape, { kind: "area" }>,
): void {
  context.save();
  if (within) {
    const { left, top, right, bottom } = within;
    context.beginPath();
    context.rect(left, top, right - left, bottom - top);
    context.clip();
  }
  context.beginPath();
  for (const ring of rings) {
    for (const [i, { x, y }] of ring.entries()) {
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
  }
  if (color !== null) {
    context.fillStyle = color;
    context.fill("evenodd");
  }
  context.strokeStyle = edge.color;
  context.lineWidth = edge.width;
  context.lineJoin = "round";
  context.stroke();
  context.restore();
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
  const points = [
    { x, y: top },
    { x, y: bottom },
  ];
  paintLine(context, { kind: "line", points, color: COLOR.line, dashed: true });
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
  if (shape === "dashes") {
    const points = [
      { x: x - half, y },
      { x: x + half, y },
    ];
    paintLine(context, { kind: "line", points, color, dashed: true });
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
