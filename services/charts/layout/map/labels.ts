import { textBox } from "#services/charts/layout/blocks.ts";
import { createOccupied, type Leader, type Occupied } from "#services/charts/layout/map/occupied.ts";
import type { Territory } from "#services/charts/layout/map/territory.ts";
import type { Box, Mark, Point, Shape, TextBox } from "#services/charts/layout/scene.ts";
import { COLOR, MIN_TEXT } from "#services/charts/layout/style.ts";
import { lineHeight } from "#services/charts/layout/text-fit.ts";
import type { Font, Typeface } from "#services/charts/layout/typeface.ts";

/** A unit that would bear a name. */
export interface Site {
  /** The owner of its land in the territory. */
  readonly owner: number;
  readonly middle: Point;
  /** Where its words may stand. */
  readonly room: Box;
  /** Where they may not, in it. */
  readonly apart: readonly Box[];
  readonly name: string;
  /** Written whatever the room; null = the name, where it fits. */
  readonly label: string | null;
  /** Of words beside the land, and of words upon it. */
  readonly color: { readonly beside: string; readonly upon: string };
}

export interface Labels {
  readonly texts: readonly TextBox[];
  readonly marks: readonly Mark[];
  readonly shapes: readonly Shape[];
}

const LABEL: Font = { size: MIN_TEXT, weight: "semibold" };
const NAME: Font = { size: MIN_TEXT, weight: "regular" };
/** Of the dot a line begins at. */
const DOT = 9;
/** Around the words of a label, on its white ground. */
const PAD = { x: 6, y: 2 };
/** Where a label is sought: every so many pixels farther, at so many angles. */
const RINGS = { first: 24, step: 14, count: 50 };
const ANGLES = 24;
/** Pixels farther away that a label goes to lie on no land. */
const OFF_LAND = 130;
/** Maps of fewer units name all they can, also beside the land. */
const FEW_UNITS = 40;
/** How far such a name may be from its unit. */
const NEAR = 130;
/** A name is moved by these from its unit's middle where it does not fit there. */
const NUDGES = [0, -10, 10, -20, 20, -32, 32];

/** Labels first, each where nothing else stands; then names where there is room. */
export function placeLabels(
  sites: readonly Site[],
  territory: Territory,
  blocked: readonly Box[],
  typeface: Typeface,
): Labels {
  const labelled = sites.filter(({ label }) => label !== null);
  const { occupied, placed } = placeLabelled(labelled, { blocked, territory, typeface });
  const others = sites.filter(({ label }) => label === null);
  const left = others.filter((site) => {
    const found = upon(site, site.name, NAME, { occupied, territory, typeface, own: undefined });
    if (found) placed.push(found);
    return !found;
  });
  if (sites.length <= FEW_UNITS)
    for (const site of left)
      placed.push(
        beside(site, site.name, {
          occupied,
          territory,
          typeface,
          own: undefined,
          farthest: NEAR,
          font: NAME,
        }) ?? NOTHING,
      );
  return {
    texts: placed.flatMap(({ texts }) => texts),
    marks: placed.flatMap(({ marks }) => marks),
    shapes: placed.flatMap(({ shapes }) => shapes),
  };
}

interface Crowd {
  readonly blocked: readonly Box[];
  readonly territory: Territory;
  readonly typeface: Typeface;
}

/** Every label: one that found no room among the others is placed before them, all anew; at last its line may cross theirs. */
function placeLabelled(
  labelled: readonly Site[],
  crowd: Crowd,
): { readonly occupied: Occupied; readonly placed: Labels[] } {
  let order = labelled;
  for (let tries = 0; tries < labelled.length; tries++) {
    const { lost, ...standing } = placeInOrder(order, crowd, false);
    if (lost.length === 0) return standing;
    order = [...lost, ...order.filter((site) => !lost.includes(site))];
  }
  return placeInOrder(order, crowd, true);
}

function placeInOrder(order: readonly Site[], { blocked, territory, typeface }: Crowd, mayCross: boolean) {
  const occupied = createOccupied();
  for (const box of blocked) occupied.take(box);
  const dots = new Map(order.map((site) => [site, dotBox(site.middle)]));
  for (const dot of dots.values()) occupied.take(dot);
  const placed: Labels[] = [];
  const lost: Site[] = [];
  for (const site of order) {
    const words = site.label ?? "";
    const ground = { occupied, territory, typeface, own: dots.get(site) };
    const farthest = Number.POSITIVE_INFINITY;
    const found = upon(site, words, LABEL, ground) ?? beside(site, words, { ...ground, farthest, mayCross });
    if (found) placed.push(found);
    else lost.push(site);
  }
  return { occupied, placed, lost };
}

const NOTHING: Labels = { texts: [], marks: [], shapes: [] };

interface Ground {
  readonly occupied: Occupied;
  readonly territory: Territory;
  readonly typeface: Typeface;
  readonly own: Box | undefined;
}

/** On the unit's own land, in one line or two; null = it does not fit. */
function upon(site: Site, words: string, font: Font, ground: Ground): Labels | null {
  const { occupied, territory, typeface, own } = ground;
  for (const lines of linesOf(words)) {
    const width = Math.max(...lines.map((line) => typeface.width(line, font)));
    const height = lines.length * lineHeight(font.size);
    for (const dy of NUDGES) {
      for (const dx of NUDGES) {
        const box = around({ x: site.middle.x + dx, y: site.middle.y + dy }, width, height);
        if (!isInside(box, site) || !territory.isOwn(site.owner, box) || !occupied.isFree(box, own)) continue;
        occupied.take(box);
        const texts = lines.map((line, i) =>
          textBox(typeface, line, {
            x: (box.left + box.right) / 2,
            baseline: box.top + i * lineHeight(font.size) + font.size,
            font,
            color: site.color.upon,
            align: "center",
          }),
        );
        return { texts, marks: [], shapes: [] };
      }
    }
  }
  return null;
}

/** As it is, then broken at each of its spaces, the most even way first. */
function linesOf(words: string): readonly (readonly string[])[] {
  const parts = words.split(" ");
  const broken = parts
    .slice(1)
    .map((_, i) => [parts.slice(0, i + 1).join(" "), parts.slice(i + 1).join(" ")]);
  const uneven = ([a = "", b = ""]: readonly string[]): number => Math.abs(a.length - b.length);
  return [[words], ...broken.sort((a, b) => uneven(a) - uneven(b)).slice(0, 1)];
}

interface Beside extends Ground {
  /** In pixels. */
  readonly farthest: number;
  /** A label's by default; in another font a name that lies on nobody's land. */
  readonly font?: Font;
  /** Where there is no other way its line may cross those of others. */
  readonly mayCross?: boolean;
}

interface Spot {
  readonly box: Box;
  readonly leader: Leader;
  readonly cost: number;
}

/** Near the unit, on white, with a line to it; null = everything is taken. */
function beside(site: Site, words: string, ground: Beside): Labels | null {
  const { occupied, territory, typeface, own, font = LABEL } = ground;
  const [width, height] = [typeface.width(words, font) + 2 * PAD.x, lineHeight(font.size) + 2 * PAD.y];
  const spots = spotsAround(site, width, height, ground).sort((a, b) => a.cost - b.cost);
  const free = ({ box }: Spot): boolean => occupied.isFree(box, own);
  const clear = spots.find((spot) => free(spot) && occupied.isClear(spot.leader, own));
  const spot = clear ?? (ground.mayCross ? spots.find(free) : undefined);
  if (!spot) return null;
  const { box, leader } = spot;
  occupied.take(box, leader);
  const isOverLand = territory.share(box) > 0;
  return {
    texts: [
      textBox(typeface, words, {
        x: box.left + PAD.x,
        baseline: box.top + PAD.y + font.size,
        font,
        color: site.color.beside,
      }),
    ],
    marks: [
      { shape: "dot", ...site.middle, size: DOT + 4, color: COLOR.paper },
      { shape: "dot", ...site.middle, size: DOT, color: COLOR.ink },
    ],
    shapes: [
      { kind: "line", points: [leader.from, leader.to], color: COLOR.paper, dashed: false, width: 4 },
      { kind: "line", points: [leader.from, leader.to], color: COLOR.ink, dashed: false, width: 1.5 },
      ...(isOverLand ? [{ kind: "box" as const, box, color: COLOR.paper }] : []),
    ],
  };
}

function spotsAround(
  site: Site,
  width: number,
  height: number,
  { territory, farthest, font }: Beside,
): Spot[] {
  const spots: Spot[] = [];
  for (let ring = 0; ring < RINGS.count; ring++) {
    const distance = RINGS.first + ring * RINGS.step;
    if (distance > farthest) break;
    for (let angle = 0; angle < ANGLES; angle++) {
      const turn = (angle / ANGLES) * 2 * Math.PI;
      const [dx, dy] = [Math.cos(turn), Math.sin(turn)];
      const middle = {
        x: site.middle.x + dx * (distance + width / 2),
        y: site.middle.y + dy * (distance + height / 2),
      };
      const box = around(middle, width, height);
      if (!isInside(box, site)) continue;
      const land = territory.share(box);
      if (font && land > 0) continue;
      const leader = { from: site.middle, to: nearestOf(box, site.middle) };
      spots.push({ box, leader, cost: lengthOf(leader) + OFF_LAND * land });
    }
  }
  return spots;
}

const around = ({ x, y }: Point, width: number, height: number): Box => ({
  left: x - width / 2,
  top: y - height / 2,
  right: x + width / 2,
  bottom: y + height / 2,
});

const dotBox = (middle: Point): Box => around(middle, DOT + 4, DOT + 4);

const isInside = (box: Box, { room, apart }: Site): boolean =>
  box.left >= room.left &&
  box.right <= room.right &&
  box.top >= room.top &&
  box.bottom <= room.bottom &&
  apart.every(
    ({ left, top, right, bottom }) =>
      box.right < left || box.left > right || box.bottom < top || box.top > bottom,
  );

const nearestOf = ({ left, top, right, bottom }: Box, { x, y }: Point): Point => ({
  x: Math.min(Math.max(x, left), right),
  y: Math.min(Math.max(y, top), bottom),
});

const lengthOf = ({ from, to }: Leader): number => Math.hypot(to.x - from.x, to.y - from.y);
