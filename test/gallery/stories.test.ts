import { describe, expect, it } from "vitest";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { boxOf } from "#services/charts/layout/scene.ts";
import { MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import { stories } from "#test/gallery/stories.ts";

const typeface = loadTypeface();
const named = stories().map((story) => [`${story.kind}: ${story.name}`, story.spec] as const);

/** Crowded figures of a trend or a map are left to the words beside the picture; cut-outs show what a paper says. */
const MAY_LEAVE_OUT: ReadonlySet<ChartSpec["type"]> = new Set(["trend", "map", "cut-outs"]);

/** Everything of a spec that is a figure as it is written: "82,71%", "+5,25". */
function figuresOf(value: unknown): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([field, own]) => {
    if (typeof own === "string") return /^(?:\w*Text|text)$/u.test(field) && own !== "" ? [own] : [];
    return figuresOf(own);
  });
}

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

  it.each(named.filter(([, { type }]) => !MAY_LEAVE_OUT.has(type)))(
    "%s: every figure is drawn",
    (_, spec) => {
      const drawn = layoutOf(spec, typeface)
        .texts.map(({ text }) => text)
        .join("");
      const figures = figuresOf(spec);
      expect(figures.length).toBeGreaterThan(0);
      for (const figure of figures) expect(drawn).toContain(figure.replace(/^[▲▼]/u, ""));
    },
  );
});
