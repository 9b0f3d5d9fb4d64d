import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import * as z from "zod";
import { COUNTRY_ID } from "#services/units/unit.ts";

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** An outer ring and the holes in it; each ring ends where it began. */
export type Polygon = readonly (readonly Position[])[];

/** In degrees. */
export interface GeoBox {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface MapUnit {
  /** Code of the General Statistics Office. */
  readonly code: string;
  readonly polygons: readonly Polygon[];
  /** The point of its largest polygon that is farthest from the edge. */
  readonly middle: Position;
}

/** The units of one scope as they lie. */
export interface UnitMap {
  /** What is shown at one scale: the mainland first, then far islands, each with its name. */
  readonly frames: readonly { readonly box: GeoBox; readonly name: string }[];
  /** Parts of the first frame whose units are too small to be told apart in it. */
  readonly details: readonly GeoBox[];
  readonly units: readonly MapUnit[];
  /** Of the whole scope; none for the country. */
  readonly outline: readonly Polygon[];
}

const Edges = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .transform(([west, south, east, north]): GeoBox => ({ west, south, east, north }));

/** Numbers of arcs; a negative one, ~n, is arc n backwards. */
const RingArcs = z.array(z.number());
const Shape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), arcs: z.array(RingArcs) }),
  z.object({ type: z.literal("MultiPolygon"), arcs: z.array(z.array(RingArcs)) }),
]);
const Pair = z.tuple([z.number(), z.number()]);
type Arc = readonly (readonly [x: number, y: number])[];
/** Ten thousands of points are looked at by a plain loop, many times faster than each by a schema. */
const Arc = z.custom<Arc>(
  (arc) =>
    Array.isArray(arc) &&
    arc.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite)),
);

/** A quantized TopoJSON (specification 1.0) with our frames and middles beside it; `data/SOURCES.md` says of what. */
const Topology = z.object({
  frames: z.array(z.object({ box: Edges, name: z.string() })).min(1),
  details: z.array(Edges),
  transform: z.object({ scale: Pair, translate: Pair }),
  arcs: z.array(Arc),
  objects: z.object({
    units: z.object({
      geometries: z.array(
        Shape.and(
          z.object({
            id: z.string(),
            properties: z.object({ label: z.tuple([z.number(), z.number(), z.number()]) }),
          }),
        ),
      ),
    }),
    outline: z.object({ geometries: z.array(Shape) }).optional(),
  }),
});

/** Name of the map of the country's provinces. */
export const COUNTRY_MAP = COUNTRY_ID;

const read = new Map<string, UnitMap>();
/** Maps kept in memory: the country, and who asks asks again. */
const MOST_KEPT = 3;

/** The map of a province by its code, or of the country. Throws when there is no such map, or it cannot be read. */
export function unitMap(name: string): UnitMap {
  const map = read.get(name) ?? readMap(name);
  read.delete(name);
  read.set(name, map);
  const [oldest] = read.keys();
  if (read.size > MOST_KEPT && oldest !== undefined) read.delete(oldest);
  return map;
}

function readMap(name: string): UnitMap {
  if (!/^(?:\d\d|vn)$/u.test(name)) throw new RangeError(`there is no map ${name}`);
  const packed = readFileSync(new URL(`./data/${name}.topojson.gz`, import.meta.url));
  const { frames, details, objects, ...topology } = Topology.parse(
    JSON.parse(gunzipSync(packed).toString("utf8")),
  );
  const polygonsOf = createAssembly(topology);
  return {
    frames,
    details,
    units: objects.units.geometries.map((geometry) => {
      const [longitude, latitude] = geometry.properties.label;
      return { code: geometry.id, polygons: polygonsOf(geometry), middle: [longitude, latitude] };
    }),
    outline: (objects.outline?.geometries ?? []).flatMap(polygonsOf),
  };
}

/** Puts polygons together from arcs, of which each point is stored as the step from the one before. */
function createAssembly({
  arcs,
  transform,
}: Pick<z.infer<typeof Topology>, "arcs" | "transform">): (
  shape: z.infer<typeof Shape>,
) => readonly Polygon[] {
  const [scaleX, scaleY] = transform.scale;
  const [left, bottom] = transform.translate;
  const lines = arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Position => {
      x += dx;
      y += dy;
      return [x * scaleX + left, y * scaleY + bottom];
    });
  });
  const lineOf = (arc: number): readonly Position[] =>
    arc < 0 ? (lines[~arc] ?? []).toReversed() : (lines[arc] ?? []);
  // Where two arcs meet, both hold the point.
  const ringOf = (parts: readonly number[]): readonly Position[] =>
    parts.flatMap((arc, i) => (i === 0 ? lineOf(arc) : lineOf(arc).slice(1)));
  return (shape) => {
    const polygons = shape.type === "Polygon" ? [shape.arcs] : shape.arcs;
    return polygons.map((rings) => rings.map(ringOf));
  };
}
