import { describe, expect, it } from "vitest";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { type Box, boxOf, type Layout } from "#services/charts/layout/scene.ts";
import { MARGIN, MAX_HEIGHT, MIN_TEXT, WIDTH } from "#services/charts/layout/style.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";
import type { MapChart } from "#services/reply/map-chart.ts";
import { mapOf, PROVINCE_CODES } from "#test/support/map-specs.ts";

const typeface = loadTypeface();

describe("the map of a province", () => {
  it.each(["vn", ...PROVINCE_CODES])("%s has its labels apart, inside, and all six ends named", (code) => {
    const spec = mapOf(code);
    const layout = layoutOf(spec, typeface);
    expectApart(layout);
    expectInside(layout);
    const written = layout.texts.map(({ text }) => text).join(" ");
    const labels = spec.areas.flatMap(({ label }) => label ?? []);
    expect(labels).toHaveLength(6);
    for (const label of labels) expect(written).toContain(label);
    expect(written, "a pane's name is written whole").not.toContain("…");
  });

  it("says all of its legend, its notes and its sources, however little is known", () => {
    for (const held of [0, 1, 2, 5, 7]) {
      const spec = mapOf("52", { held });
      const layout = layoutOf(spec, typeface);
      expectApart(layout);
      expectInside(layout);
      const written = layout.texts.map(({ text }) => text).join(" ");
      for (const words of [...wordsOf(spec), spec.title, spec.subtitle]) expect(written).toContain(words);
    }
  });

  it("finds room for labels of the longest names in the smallest places", () => {
    const spec = mapOf("79");
    const long = spec.areas.map((area) => ({
      ...area,
      label: area.label && `${area.label} và tên rất dài nữa`,
    }));
    expectApart(layoutOf({ ...spec, areas: long }, typeface));
  });
});

const wordsOf = ({ steps, missing, footer, notes }: MapChart): readonly string[] => [
  ...[...steps, ...(missing ? [missing] : [])].flatMap(({ range, count }) => [range, count]),
  ...footer,
  ...notes,
];

function expectApart({ texts }: Layout): void {
  for (const [i, text] of texts.entries()) {
    for (const other of texts.slice(i + 1))
      if (overlap(boxOf(text), boxOf(other))) throw new Error(`${text.text} lies on ${other.text}`);
  }
}

/** Less than a pixel is rounding. */
const SLACK = 0.5;

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right - SLACK &&
  b.left < a.right - SLACK &&
  a.top < b.bottom - SLACK &&
  b.top < a.bottom - SLACK;

function expectInside({ texts, width, height }: Layout): void {
  expect([width, height <= MAX_HEIGHT]).toEqual([WIDTH, true]);
  for (const text of texts) {
    const { left, right, top, bottom } = boxOf(text);
    expect(text.font.size).toBeGreaterThanOrEqual(MIN_TEXT);
    expect(left, text.text).toBeGreaterThanOrEqual(MARGIN - SLACK);
    expect(right, text.text).toBeLessThanOrEqual(WIDTH - MARGIN + SLACK);
    expect(top >= 0 && bottom <= height, text.text).toBe(true);
  }
}
