import { blank, type Picture } from "#services/documents/readers/pictures/pixels/picture.ts";

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Upper left, upper right, lower right, lower left. */
export type Corners = readonly [Point, Point, Point, Point];

/** Where a pixel of the new picture lies in the old one. */
export type Mapping = (x: number, y: number) => Point;

/** A new picture, each pixel mixed of the four nearest to where it lies in the old one; outside it, white. */
export function warped(picture: Picture, width: number, height: number, map: Mapping): Picture {
  const target = blank(width, height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const from = map(x, y);
      const value = sampled(picture, from.x, from.y);
      if (value !== null) target.grey[y * width + x] = value;
    }
  return target;
}

function sampled({ width, height, grey }: Picture, x: number, y: number): number | null {
  if (x < -0.5 || y < -0.5 || x > width - 0.5 || y > height - 0.5) return null;
  const left = Math.min(Math.max(0, Math.floor(x)), Math.max(0, width - 2));
  const top = Math.min(Math.max(0, Math.floor(y)), Math.max(0, height - 2));
  const across = Math.min(1, Math.max(0, x - left));
  const down = Math.min(1, Math.max(0, y - top));
  const at = top * width + left;
  const first = grey[at] ?? 255;
  const upper = first + ((grey[at + 1] ?? first) - first) * across;
  const below = grey[at + width] ?? first;
  const lower = below + ((grey[at + width + 1] ?? below) - below) * across;
  return upper + (lower - upper) * down;
}

/** Turns a picture back by the degrees its lines fall to the right. */
export function levelled(picture: Picture, degrees: number): Picture {
  const { width, height } = picture;
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const wide = Math.round(width * cos + height * Math.abs(sin));
  const high = Math.round(width * Math.abs(sin) + height * cos);
  return warped(picture, wide, high, (x, y) => {
    const [dx, dy] = [x - wide / 2, y - high / 2];
    return { x: width / 2 + dx * cos - dy * sin, y: height / 2 + dx * sin + dy * cos };
  });
}

/** A picture in another size. */
export function scaled(picture: Picture, factor: number): Picture {
  const width = Math.max(1, Math.round(picture.width * factor));
  const height = Math.max(1, Math.round(picture.height * factor));
  const [across, down] = [picture.width / width, picture.height / height];
  return warped(picture, width, height, (x, y) => ({
    x: (x + 0.5) * across - 0.5,
    y: (y + 0.5) * down - 0.5,
  }));
}

/** The sheet between four corners, seen from straight above. */
export function rectified(picture: Picture, corners: Corners): Picture {
  const [a, b, c, d] = corners;
  const width = Math.round(Math.max(distance(a, b), distance(d, c)));
  const height = Math.round(Math.max(distance(a, d), distance(b, c)));
  const square: Corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ];
  return warped(picture, width, height, projection(square, corners));
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);

/** The perspective that takes four points to four others. */
export function projection(from: Corners, to: Corners): Mapping {
  const equations = from.flatMap(({ x, y }, i) => {
    const { x: u, y: v } = to[i] ?? { x: 0, y: 0 };
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0] = solved(equations);
  return (x, y) => {
    const depth = g * x + h * y + 1;
    return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
  };
}

/** Linear equations, each its factors and then its sum, by elimination (Gauss and Jordan). */
function solved(equations: number[][]): readonly number[] {
  const size = equations.length;
  for (let i = 0; i < size; i += 1) {
    const rest = equations.slice(i).map((row) => Math.abs(row[i] ?? 0));
    const pivot = i + rest.indexOf(Math.max(...rest));
    const own = equations[pivot] ?? [];
    equations[pivot] = equations[i] ?? [];
    equations[i] = own;
    for (const [k, row] of equations.entries()) {
      if (k === i) continue;
      const factor = (row[i] ?? 0) / (own[i] || 1);
      for (let j = i; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (own[j] ?? 0);
    }
  }
  return equations.map((row, i) => (row[size] ?? 0) / (row[i] || 1));
}
