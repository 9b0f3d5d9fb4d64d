import type { Box, Point } from "#services/charts/layout/scene.ts";
import type { GeoBox, Position, UnitMap } from "#services/maps/unit-map.ts";

/** A part of a map at one scale. */
export interface Pane {
  readonly frame: GeoBox;
  /** Where the frame is drawn. */
  readonly box: Box;
  /** Where words may stand. */
  readonly room: Box;
  /** The main one has no head and no border. */
  readonly kind: "main" | "far" | "detail";
  /** Stands above an inset. */
  readonly name: string;
  at(position: Position): Point;
}

/** Between the main map and insets, and between these. */
const GAP = 18;
/** From an inset's border to its land. */
const AIR = 12;
/** Of an inset's name, on top of it. */
export const INSET_HEAD = 42;
/** Room left and right of land, for names. */
const SIDES = 30;
/** Widths of a column of insets, heights of a row of them. */
const COLUMN = { far: 448, detail: 440 } as const;
/** Width of an inset in a corner of the main map. */
const OVER_SEA = 290;
const ROW = { far: 190, detail: 400 } as const;

interface Arrangement {
  readonly panes: readonly Pane[];
  readonly bottom: number;
}

interface Inset {
  readonly frame: GeoBox;
  readonly kind: "far" | "detail";
  readonly name: string;
}

/**
 * Panes within a width and at most a height, side by side or one under the other, whichever leaves the main map larger.
 * The main one comes first; `bottom` is where they end.
 */
export function arrangePanes(map: UnitMap, room: Box, enlarged: string): Arrangement {
  const [first, ...far] = map.frames;
  const frame = first?.box ?? { west: 0, south: 0, east: 1, north: 1 };
  const insets: readonly Inset[] = [
    ...map.details.map((box): Inset => ({ frame: box, kind: "detail", name: enlarged })),
    ...far.map(({ box, name }): Inset => ({ frame: box, kind: "far", name })),
  ];
  if (insets.length === 0) return whole(frame, room);
  const [best] = [
    inColumn(frame, insets, room),
    inRow(frame, insets, room),
    overSea(map, frame, insets, room),
  ]
    .filter((arrangement) => arrangement !== null)
    .sort((a, b) => scaleOf(b.panes[0]) - scaleOf(a.panes[0]));
  return best ?? whole(frame, room);
}

const scaleOf = (pane: Pane | undefined): number => (pane ? pane.box.bottom - pane.box.top : 0);

function whole(frame: GeoBox, room: Box): Arrangement {
  const pane = mainPane(frame, room);
  return { panes: [pane], bottom: pane.room.bottom };
}

/** In corners of the main map where no land lies; null = there is not one for each. */
function overSea(map: UnitMap, frame: GeoBox, insets: readonly Inset[], room: Box): Arrangement | null {
  const main = mainPane(frame, room);
  const land = map.units.flatMap(({ polygons }) => polygons.flatMap(([outer = []]) => outer.map(main.at)));
  const taken: Box[] = [];
  const panes: Pane[] = [];
  for (const inset of insets) {
    const height = (OVER_SEA - 2 * AIR) / aspectOf(inset.frame) + INSET_HEAD + AIR;
    const spot = cornersOf(main.room, OVER_SEA, height).find(
      (box) => !land.some((point) => isIn(point, box)) && !taken.some((other) => overlap(box, other)),
    );
    if (inset.kind === "detail" || !spot) return null;
    taken.push(spot);
    panes.push(insetPane(inset, spot));
  }
  return { panes: [main, ...panes], bottom: main.room.bottom };
}

function cornersOf({ left, top, right, bottom }: Box, width: number, height: number): readonly Box[] {
  const [east, west] = [
    { left: right - width, right },
    { left, right: left + width },
  ];
  const [north, south] = [
    { top, bottom: top + height },
    { top: bottom - height, bottom },
  ];
  return [
    { ...east, ...north },
    { ...east, ...south },
    { ...west, ...south },
    { ...west, ...north },
  ];
}

const isIn = ({ x, y }: Point, { left, top, right, bottom }: Box): boolean =>
  x > left - GAP && x < right + GAP && y > top - GAP && y < bottom + GAP;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP && b.left < a.right + GAP && a.top < b.bottom + GAP && b.top < a.bottom + GAP;

function inColumn(frame: GeoBox, insets: readonly Inset[], room: Box): Arrangement {
  const width = Math.max(...insets.map(({ kind }) => COLUMN[kind]));
  const heights = insets.map((inset) => (width - 2 * AIR) / aspectOf(inset.frame) + INSET_HEAD + AIR);
  const most = room.bottom - room.top - GAP * (insets.length - 1);
  const shrink = Math.min(1, most / sum(heights));
  const main = mainPane(frame, { ...room, right: room.right - width - GAP });
  const column = sum(heights) * shrink + GAP * (insets.length - 1);
  const bottom = Math.max(main.room.bottom, room.top + column);
  let top = room.top + (bottom - room.top - column) / 2;
  const panes = insets.map((inset, i) => {
    const height = (heights[i] ?? 0) * shrink;
    const pane = insetPane(inset, { left: room.right - width, right: room.right, top, bottom: top + height });
    top += height + GAP;
    return pane;
  });
  const lowered = mainPane(frame, { ...room, right: room.right - width - GAP, bottom });
  return { panes: [lowered, ...panes], bottom };
}

function inRow(frame: GeoBox, insets: readonly Inset[], room: Box): Arrangement {
  const height = Math.max(...insets.map(({ kind }) => ROW[kind]));
  const main = mainPane(frame, { ...room, bottom: room.bottom - height - GAP });
  const top = main.room.bottom + GAP;
  const width = (room.right - room.left - GAP * (insets.length - 1)) / insets.length;
  const panes = insets.map((inset, i) => {
    const left = room.left + i * (width + GAP);
    return insetPane(inset, { left, right: left + width, top, bottom: top + height });
  });
  return { panes: [main, ...panes], bottom: top + height };
}

/** As large as the room lets it be, no taller than it needs. */
function mainPane(frame: GeoBox, room: Box): Pane {
  const inner = { ...room, left: room.left + SIDES, right: room.right - SIDES };
  const height = Math.min(room.bottom - room.top, (inner.right - inner.left) / aspectOf(frame));
  const lowest = room.top + height;
  return paneOf({ frame, kind: "main", name: "" }, { ...inner, bottom: lowest }, { ...room, bottom: lowest });
}

function insetPane(inset: Inset, { left, top, right, bottom }: Box): Pane {
  const land = { left: left + AIR, right: right - AIR, top: top + INSET_HEAD, bottom: bottom - AIR };
  return paneOf(inset, land, { left, top, right, bottom });
}

/**
 * Equirectangular, true to scale at the frame's middle parallel: over a province nothing is off by more than a hundredth,
 * over the country by a twentieth.
 */
function paneOf(pane: Pick<Pane, "frame" | "kind" | "name">, around: Box, room: Box): Pane {
  const { frame } = pane;
  const [width, height] = [around.right - around.left, around.bottom - around.top];
  const scale = Math.min(
    width / ((frame.east - frame.west) * narrowing(frame)),
    height / (frame.north - frame.south),
  );
  const scaleAcross = narrowing(frame) * scale;
  const across = (frame.east - frame.west) * scaleAcross;
  const down = (frame.north - frame.south) * scale;
  const left = around.left + (width - across) / 2;
  const top = around.top + (height - down) / 2;
  return {
    ...pane,
    room,
    box: { left, top, right: left + across, bottom: top + down },
    at: ([longitude, latitude]) => ({
      x: left + (longitude - frame.west) * scaleAcross,
      y: top + (frame.north - latitude) * scale,
    }),
  };
}

const aspectOf = (frame: GeoBox): number =>
  ((frame.east - frame.west) * narrowing(frame)) / (frame.north - frame.south);

/** A degree of longitude in degrees of latitude. */
const narrowing = ({ south, north }: GeoBox): number => Math.cos((((south + north) / 2) * Math.PI) / 180);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
