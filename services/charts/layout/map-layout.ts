import { type FootWords, footBlock, headBlock, textBox } from "#services/charts/layout/blocks.ts";
import { type Labels, placeLabels, type Site } from "#services/charts/layout/map/labels.ts";
import { colorOf, GREY, inkOn, legendBlock } from "#services/charts/layout/map/legend.ts";
import { arrangePanes, INSET_HEAD, type Pane } from "#services/charts/layout/map/panes.ts";
import { createTerritory } from "#services/charts/layout/map/territory.ts";
import type { Box, Layout, Point, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MAP, MARGIN, MAX_HEIGHT, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { fitText } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";
import {
  type GeoBox,
  type MapUnit,
  type Polygon,
  type Position,
  type UnitMap,
  unitMap,
} from "#services/maps/unit-map.ts";
import type { MapArea, MapChart } from "#services/reply/map-chart.ts";

const HEAD: Font = { size: MIN_TEXT, weight: "semibold" };
/** Between a pane's border and its name. */
const HEAD_AIR = 8;
/** Above and below the map. */
const AIR = 16;
/** Between units, and round all of them. */
const BORDER = { color: MAP.border, width: 0.9 };
const OUTLINE = { color: MAP.outline, width: 1.8 };

/**
 * Where everything of a map stands; its words are expected clean (`Typeface.clean`). Throws when there is no map of that
 * name.
 */
export function mapLayout(spec: MapChart, typeface: Typeface): Layout {
  const map = unitMap(spec.map);
  const head = headBlock(typeface, spec);
  const foot = (top: number) => footBlock(typeface, footWords(spec), top);
  const legend = (top: number) => legendBlock(spec, top, typeface);
  const top = head.bottom + AIR;
  const around = AIR + foot(legend(0).bottom).bottom;
  const room = { left: MARGIN, right: WIDTH - MARGIN, top, bottom: MAX_HEIGHT - around };
  const { panes, bottom } = arrangePanes(map, room, spec.enlarged);
  const land = drawLand(spec, map, panes, typeface);
  const key = legend(bottom + AIR);
  const { rule, bottom: height, ...footing } = foot(key.bottom);
  return {
    width: WIDTH,
    height,
    texts: [...head.texts, ...land.texts, ...key.texts, ...footing.texts],
    marks: [...land.marks, ...footing.marks],
    shapes: [...land.shapes, ...key.shapes],
    plot: { ...room, bottom },
    rows: [],
    rule,
  };
}

function footWords({ notes, footer, missing }: MapChart): FootWords {
  const [first = "", ...further] = notes;
  const grey = missing && { shape: "bar" as const, color: GREY, words: `${missing.range}: ${missing.count}` };
  return { missing: null, key: grey ? [grey] : [], rest: first, footer: [...further, ...footer] };
}

/** A unit as it is drawn. */
interface Drawn {
  readonly unit: MapUnit;
  readonly area: MapArea;
  readonly color: string;
}

function drawLand(spec: MapChart, map: UnitMap, panes: readonly Pane[], typeface: Typeface): Labels {
  const areas = new Map(spec.areas.map((area) => [area.code, area]));
  const drawn = map.units.flatMap((unit): readonly Drawn[] => {
    const area = areas.get(unit.code);
    return area ? [{ unit, area, color: colorOf(spec, area.step) }] : [];
  });
  const bottom = Math.max(...panes.map((pane) => pane.room.bottom));
  const territory = createTerritory(WIDTH, bottom);
  const shapes: Shape[] = [];
  for (const pane of panes) {
    const clip = pane.kind === "detail" ? { within: pane.box } : {};
    for (const [owner, { unit, color }] of drawn.entries()) {
      const rings = ringsIn(unit.polygons, pane);
      if (rings.length === 0) continue;
      territory.claim(owner, rings, pane.box);
      shapes.push({ kind: "area", rings, color, edge: BORDER, ...clip });
    }
    const outline = ringsIn(map.outline, pane);
    if (outline.length > 0)
      shapes.push({ kind: "area", rings: outline, color: null, edge: OUTLINE, ...clip });
  }
  const sites = drawn.flatMap((one, owner) => siteOf(one, owner, panes));
  const insets = panes.flatMap((pane) => (pane.kind === "main" ? [] : [insetOf(pane, typeface)]));
  const main = panes[0];
  const details = panes.filter(({ kind }) => kind === "detail");
  const labels = placeLabels(
    sites,
    territory,
    insets.flatMap(({ texts }) => texts.map((text) => headBox(text))),
    typeface,
  );
  return {
    texts: [...insets.flatMap(({ texts }) => texts), ...labels.texts],
    marks: labels.marks,
    shapes: [
      ...shapes,
      ...insets.flatMap((inset) => inset.shapes),
      ...(main ? details.map(({ frame }) => frameOf(boxIn(frame, main), COLOR.ink)) : []),
      ...labels.shapes,
    ],
  };
}

/** The rings that lie in a pane's frame, in pixels. */
function ringsIn(polygons: readonly Polygon[], pane: Pane): readonly (readonly Point[])[] {
  return polygons.flatMap((polygon) => {
    const [outer = []] = polygon;
    const isShown = pane.kind === "detail" ? touches(outer, pane.frame) : liesIn(outer, pane.frame);
    return isShown ? polygon.map((ring) => ring.map(pane.at)) : [];
  });
}

/** Of rounding of stored corners. */
const SLACK = 0.01;

const liesIn = (ring: readonly Position[], frame: GeoBox): boolean =>
  ring.every(([longitude, latitude]) => isWithin(longitude, latitude, frame, SLACK));

function touches(ring: readonly Position[], { west, south, east, north }: GeoBox): boolean {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [longitude, latitude] of ring) {
    [left, right] = [Math.min(left, longitude), Math.max(right, longitude)];
    [low, high] = [Math.min(low, latitude), Math.max(high, latitude)];
  }
  return left < east && right > west && low < north && high > south;
}

const isWithin = (x: number, y: number, { west, south, east, north }: GeoBox, slack: number): boolean =>
  x >= west - slack && x <= east + slack && y >= south - slack && y <= north + slack;

/** A unit bears its name where it is largest. */
function siteOf({ unit, area, color }: Drawn, owner: number, panes: readonly Pane[]): readonly Site[] {
  const [longitude, latitude] = unit.middle;
  const holding = panes.filter(({ frame }) => isWithin(longitude, latitude, frame, 0));
  const pane = holding.find(({ kind }) => kind === "detail") ?? holding[0];
  if (!pane) return [];
  const beside = area.tone === "last" ? COLOR.line : area.tone === "asked" ? COLOR.blue : COLOR.ink;
  return [
    {
      owner,
      middle: pane.at(unit.middle),
      room: pane.kind === "main" ? pane.room : below(pane.room),
      apart: pane.kind === "main" ? panes.filter((other) => other !== pane).map((other) => other.room) : [],
      name: area.name,
      label: area.label,
      color: { beside, upon: inkOn(color) },
    },
  ];
}

const below = (room: Box): Box => ({ ...room, top: room.top + INSET_HEAD - 4 });

/** The border and the name of a pane apart. */
function insetOf({ room, name }: Pane, typeface: Typeface): Pick<Labels, "texts" | "shapes"> {
  const fitted = fitText(typeface, name, {
    fonts: [HEAD, { ...HEAD, weight: "regular" }],
    width: room.right - room.left - 2 * HEAD_AIR,
    maxLines: 1,
  });
  const place = {
    x: room.left + HEAD_AIR,
    baseline: room.top + 6 + HEAD.size,
    font: fitted.font,
    color: COLOR.text,
  };
  return { texts: [textBox(typeface, fitted.lines[0] ?? "", place)], shapes: [frameOf(room, COLOR.quiet)] };
}

const headBox = ({ x, baseline, width, font }: TextBox): Box => ({
  left: x,
  top: baseline - font.size,
  right: x + width,
  bottom: baseline + 8,
});

const frameOf = ({ left, top, right, bottom }: Box, color: string): Shape => ({
  kind: "area",
  rings: [
    [
      { x: left, y: top },
      { x: right, y: top },
      { x: right, y: bottom },
      { x: left, y: bottom },
    ],
  ],
  color: null,
  edge: { color, width: 1.5 },
});

function boxIn({ west, south, east, north }: GeoBox, pane: Pane): Box {
  const [a, b] = [pane.at([west, north]), pane.at([east, south])];
  return { left: a.x, top: a.y, right: b.x, bottom: b.y };
}
