import { describe, expect, it } from "vitest";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { boxOf } from "#services/charts/layout/scene.ts";
import { MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { crosses } from "#services/charts/layout/trend-places.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";
import type { ChartSpec, TrendPanel } from "#services/reply/chart.ts";
import type { MapChart } from "#services/reply/map-chart.ts";
import { stories } from "#test/gallery/stories.ts";

const typeface = loadTypeface();
const named = stories().map((story) => [`${story.kind}: ${story.name}`, story.spec] as const);

/** What of a picture's words it shows itself; the crowded figures between the ends of a trend are left to the words beside it. */
function figuresOf(spec: ChartSpec): readonly string[] {
  if (spec.type === "trend") return spec.panels.flatMap(endsOf);
  if (spec.type === "map") return mapFigures(spec);
  if (spec.type === "cut-outs") return spec.rows.flatMap(({ name, read }) => [name, read]);
  return written(spec);
}

/** The first, the last, the highest and the lowest; of a few points every one. */
function endsOf({ points, ticks }: TrendPanel): readonly string[] {
  const held = points.flatMap(({ value, text }) => (value === null ? [] : [{ value, text }]));
  const inOrder = [...held].sort((a, b) => a.value - b.value);
  const ends = [held[0], held.at(-1), inOrder[0], inOrder.at(-1)].flatMap((one) => one ?? []);
  const scale = [ticks[0], ticks.at(-1)].flatMap((tick) => tick ?? []);
  return [...(points.length <= FEW ? held : ends), ...scale].map(({ text }) => text);
}

/** So many points have room for all their figures. */
const FEW = 5;

/** The first and last, each step of the colours with its count, what is grey, and what is said below. */
const mapFigures = ({ areas, steps, missing, notes }: MapChart): readonly string[] => [
  ...areas.flatMap(({ label }) => label ?? []),
  ...[...steps, ...(missing ? [missing] : [])].flatMap(({ range, count }) => [range, count]),
  ...notes,
];

/** Everything of a spec that is a figure as it is written: "82,71%", "+5,25". */
function written(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, own]) => {
    if (typeof own === "string") return /^(?:\w*Text|text)$/u.test(field) && own !== "" ? [own] : [];
    return written(own);
  });
}

/** Lines of a picture are broken where they have to be. */
const closed = (words: string): string => words.replace(/\s+/gu, "");

describe("every story of the gallery", () => {
  it.each(named)("%s: no text lies on another, is cut, or leaves the picture", (_, spec) => {
    const { texts, height } = layoutOf(spec, typeface);
    const boxes = texts.map((text) => ({ words: text.text, size: text.font.size, ...boxOf(text) }));
    for (const [i, a] of boxes.entries()) {
      expect([a.left >= 0, a.top >= 0, a.right <= WIDTH, a.bottom <= height], a.words).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(a.size).toBeGreaterThanOrEqual(MIN_TEXT);
      expect(a.words.endsWith("…"), a.words).toBe(false);
      for (const b of boxes.slice(i + 1)) {
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        expect(wide > 0.5 && high > 0.5, `${a.words} lies on ${b.words}`).toBe(false);
      }
    }
  });

  it.each(named)("%s: every figure of the picture's is drawn", (_, spec) => {
    const drawn = closed(
      layoutOf(spec, typeface)
        .texts.map(({ text }) => text)
        .join(""),
    );
    const figures = figuresOf(spec);
    if (spec.type !== "map") expect(figures.length).toBeGreaterThan(0);
    for (const figure of figures) expect(drawn).toContain(closed(figure.replace(/^[▲▼]/u, "")));
  });

  // The line from a name beside a map to its place begins at that name.
  it.each(named.filter(([, { type }]) => type !== "map"))("%s: no line runs through words", (_, spec) => {
    const { texts, shapes = [] } = layoutOf(spec, typeface);
    const lines = shapes.flatMap((shape) => (shape.kind === "line" ? [shape.points] : []));
    for (const text of texts)
      for (const points of lines) expect(crosses(points, boxOf(text)), text.text).toBe(false);
  });
});
