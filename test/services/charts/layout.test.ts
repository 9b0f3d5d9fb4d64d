import { createCanvas } from "@napi-rs/canvas";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import { comparedAPage } from "#services/charts/comparison-spec.ts";
import { splitAtDecimals } from "#services/charts/layout/columns.ts";
import { layoutOf } from "#services/charts/layout/layout.ts";
import { boxOf, type Layout, type TextBox } from "#services/charts/layout/scene.ts";
import {
  COLOR,
  LONG_HEIGHT,
  MARGIN,
  MAX_HEIGHT,
  MIN_HEIGHT,
  MIN_TEXT,
  WIDTH,
} from "#services/charts/layout/style.ts";
import { loadTypeface } from "#services/charts/layout/typeface.ts";
import { familyOf, registerFonts } from "#services/charts/renderer/glyphs.ts";
import type { AlertChart, ProfileChart, RankChart, TrendChart } from "#services/reply/chart.ts";
import {
  alertChart,
  barChart,
  chartRow,
  cutOutChart,
  heatChart,
  profileChart,
  tienLuChart,
  trendChart,
  waterfallChart,
} from "#test/support/chart-specs.ts";

const typeface = loadTypeface();
const LONG_NAMES = ["Sở Nông nghiệp và Phát triển nông thôn", "Ban Quản lý Khu kinh tế Nhơn Hội – Phù Mỹ"];

/** Names and figures as provinces have them, and worse. */
const words = fc
  .array(
    fc.constantFrom("xã", "Ễ", "Nghĩa", "Thượng", "và", "Khu", "công", "nghiệp", "Đắk", "Ưng", "–", "2"),
    {
      minLength: 1,
      maxLength: 14,
    },
  )
  .map((list) => list.join(" "));
const row = fc
  .record({
    name: words,
    value: fc.double({ min: 0, max: 100, noNaN: true }),
    previous: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    moved: fc.option(fc.integer({ min: -130, max: 130 })),
    strong: fc.boolean(),
    attention: fc.boolean(),
  })
  .map(({ name, value, ...facts }) => chartRow(name, value, { ...facts, changeText: "+12,34" }));
const rankSpec = fc
  .record({
    rows: fc.array(row, { minLength: 1, maxLength: 25 }),
    title: words,
    subtitle: words,
    label: words,
    rest: words,
    missing: fc.option(words),
    footer: fc.array(words, { maxLength: 3 }),
  })
  .map(({ rows, label, rest, ...facts }): RankChart => {
    const axis = honestAxis(rows.flatMap(({ value, previous }) => [value, previous ?? value]));
    const line = { value: axis.min, label };
    const ticks = ticksOf(axis).map((tick) => ({ value: tick, text: String(tick) }));
    return {
      ...tienLuChart(),
      ...facts,
      rows,
      axis,
      ticks,
      line,
      key: { dot: "tháng 8", ring: "tháng 7", rest },
    };
  });

describe("the layout of a ranking picture", () => {
  it("never lets two texts overlap or leave the margins", () => {
    fc.assert(
      fc.property(rankSpec, (spec) => {
        const layout = layoutOf(spec, typeface);
        expectApart(layout);
        expect(layout.plot.right - layout.plot.left).toBeGreaterThanOrEqual(118);
      }),
      { numRuns: 150 },
    );
  });

  it.each([2, 5, 9, 15, 25])("keeps %i rows within what a phone shows", (count) => {
    const { width, height } = layoutOf({ ...tienLuChart(), rows: tenTimes().slice(0, count) }, typeface);
    expect(width).toBe(WIDTH);
    expect(height).toBeLessThanOrEqual(MAX_HEIGHT);
    expect(height).toBeGreaterThanOrEqual(MIN_HEIGHT);
  });

  it("writes long names whole, and a few of them on a full page too", () => {
    for (const count of [5, 15, 25]) {
      const rows = tenTimes()
        .slice(0, count)
        .map((row, i) => (count <= 15 || i < 4 ? { ...row, name: LONG_NAMES[i % 2] ?? "" } : row));
      const layout = layoutOf({ ...tienLuChart(), rows }, typeface);
      const written = layout.texts.map(({ text }) => text).join(" ");
      for (const name of LONG_NAMES) expect(written).toContain(name);
      expect(layout.height).toBeLessThanOrEqual(LONG_HEIGHT);
      expectApart(layout);
    }
  });

  it("puts all decimal commas of a column below each other", () => {
    const { texts } = layoutOf(tienLuChart(), typeface);
    const wholes = texts.filter(({ text, align }) => align === "right" && /^8\d$/.test(text));
    expect(wholes).toHaveLength(15);
    expect(new Set(wholes.map(({ x }) => x)).size).toBe(1);
  });

  it("keeps the line's label off the heads of the columns", () => {
    const spec = tienLuChart();
    for (const value of [spec.axis.min, spec.axis.max]) {
      expectApart(layoutOf({ ...spec, line: { value, label: "chỉ tiêu của tỉnh năm 2024: 92" } }, typeface));
    }
  });

  it("gives no room to columns without figures", () => {
    const spec = tienLuChart();
    const rows = spec.rows.map((row) => ({ ...row, changeText: "", moved: null }));
    const bare = { ...spec, rows, columns: { value: "điểm", change: "", moved: "" } };
    const right = (chart: RankChart) => layoutOf(chart, typeface).plot.right;
    expect(right(bare)).toBeGreaterThan(right(spec) + 150);
  });

  it("leaves out what the font cannot draw", () => {
    const spec = { ...tienLuChart(), title: "Xếp ▲ ha\u0323ng 😀  tháng\u00a08" };
    expect(layoutOf(spec, typeface).texts[0]?.text).toBe("Xếp hạng tháng 8");
  });
});

describe("the layout of a profile", () => {
  it("keeps texts apart, with long names too", () => {
    const spec = profileChart();
    const long: ProfileChart = {
      ...spec,
      rows: spec.rows.map((row) => ({ ...row, name: LONG_NAMES[1] ?? "" })),
    };
    for (const chart of [spec, long]) expectApart(layoutOf(chart, typeface));
  });
});

/** A column is of one matter: its figures are of one form. */
const FORMS = [[""], ["7", "128"], ["+3", "+1.204"], ["82,71%", "9%"], ["−10,60", "+0,25"], ["12.204", "5"]];
const column = fc.constantFrom(...FORMS).chain((form) =>
  fc.record({
    head: words,
    cells: fc.array(
      fc.option(
        fc.record({
          mark: fc.constantFrom("unseen" as const, "seen" as const, "explained" as const, "late" as const),
          text: fc.constantFrom(...form),
        }),
      ),
      { minLength: 25, maxLength: 25 },
    ),
  }),
);
const boardSpec = fc
  .record({
    title: words,
    subtitle: words,
    columns: fc.array(column, { minLength: 1, maxLength: 5 }),
    names: fc.array(fc.record({ name: words, strong: fc.boolean() }), { minLength: 1, maxLength: 25 }),
    more: fc.option(words),
    footer: fc.array(words, { maxLength: 4 }),
  })
  .map(({ columns, names, ...facts }): AlertChart => {
    const rows = names.map((name, i) => ({ ...name, cells: columns.map(({ cells }) => cells[i] ?? null) }));
    return { ...alertChart(), ...facts, columns: columns.map(({ head }) => head), rows };
  });

describe("the layout of a board of alerts", () => {
  it("never lets texts or marks overlap or leave the margins, and fits a phone", () => {
    fc.assert(
      fc.property(boardSpec, (spec) => {
        const layout = layoutOf(spec, typeface);
        expectApart(layout);
        expectMarksApart(layout);
        expect(layout.height).toBeLessThanOrEqual(MAX_HEIGHT);
      }),
      { numRuns: 150 },
    );
  });

  it("writes the names of a full page whole beside four columns", () => {
    const names = ["Phường Quy Nhơn Nam", "Sở Nông nghiệp và Môi trường", "Xã Đức Cơ"];
    const filled = Array.from({ length: 4 }, () => ({ mark: "unseen" as const, text: "82,71%" }));
    const rows = Array.from({ length: 25 }, (_, i) => ({
      ...{ name: names[i % 3] ?? "", strong: i < 2, cells: filled },
    }));
    const columns = ["Đúng hạn", "Tụt hạng (bậc)", "Tụt điểm", "Nội dung khác"];
    const layout = layoutOf({ ...alertChart(), rows, columns }, typeface);
    const written = layout.texts.map(({ text }) => text).join(" ");
    for (const name of names) expect(written).toContain(name);
    expect(layout.height).toBeLessThanOrEqual(MAX_HEIGHT);
    expectApart(layout);
  });

  it("puts the marks of a column below each other", () => {
    const { marks } = layoutOf(alertChart(), typeface);
    expect(new Set(marks.slice(0, 6).map(({ x }) => x)).size).toBe(3);
  });
});

describe("the layout of a trend", () => {
  const points = (length: number) =>
    fc.array(
      fc.record({
        value: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
        attention: fc.boolean(),
        broken: fc.boolean(),
      }),
      { minLength: length, maxLength: length },
    );
  const trendSpec = fc
    .record({ months: fc.integer({ min: 2, max: 60 }), panels: fc.integer({ min: 1, max: 4 }) })
    .chain(({ months, panels }) =>
      fc.record({
        spec: fc.constant(trendChart(months, panels)),
        title: words,
        heads: fc.array(words, { minLength: panels, maxLength: panels }),
        lines: fc.array(points(months), { minLength: panels, maxLength: panels }),
      }),
    )
    .map(({ spec, title, heads, lines }): TrendChart => {
      const panels = spec.panels.map((panel, i) => ({
        ...panel,
        head: heads[i] ?? "",
        axis: { min: 0, max: 100 },
        points: (lines[i] ?? []).map((point) => ({ ...point, text: point.value?.toFixed(2) ?? "" })),
      }));
      return { ...spec, title, panels };
    });

  it("never lets two texts overlap or leave the margins, and fits a phone", () => {
    fc.assert(
      fc.property(trendSpec, (spec) => {
        const layout = layoutOf(spec, typeface);
        expectApart(layout);
        expect(layout.height).toBeLessThanOrEqual(MAX_HEIGHT);
      }),
      { numRuns: 100 },
    );
  });

  it("writes every figure of a year, and the last, the highest and the lowest of five", () => {
    const writtenOf = (spec: TrendChart) => new Set(layoutOf(spec, typeface).texts.map(({ text }) => text));
    const year = trendChart();
    const written = writtenOf(year);
    for (const { text } of year.panels[0]?.points ?? []) if (text !== "") expect(written).toContain(text);
    const five = trendChart(60);
    const last = five.panels[0]?.points.at(-1)?.text;
    for (const text of ["85,00", "80,00", last]) expect(writtenOf(five)).toContain(text);
  });

  it("draws no line over a gap or a break, and what is usual behind the figures since", () => {
    const { shapes = [], plot } = layoutOf(trendChart(), typeface);
    const band = shapes.find((shape) => shape.kind === "box");
    expect(band?.kind === "box" && band.box.left).toBeCloseTo((plot.left + plot.right) / 2, 0);
    const lines = shapes.flatMap((shape) =>
      shape.kind === "line" && !shape.dashed ? [shape.points.length] : [],
    );
    expect(lines).toEqual([4, 6]);
  });
});

describe("the layout of a comparison", () => {
  it.each([2, 3, 4, 5, 6])(
    "of %i sides is read on a phone, with as many indicators as a page holds",
    (sides) => {
      for (const indicators of [1, comparedAPage(sides)])
        for (const name of ["An", ...LONG_NAMES]) {
          const layout = layoutOf(barChart(sides, indicators, name), typeface);
          expectApart(layout);
          expect(layout.height).toBeLessThanOrEqual(MAX_HEIGHT);
          for (const { font } of layout.texts) expect(font.size).toBeGreaterThanOrEqual(MIN_TEXT);
        }
    },
  );
});

describe("the layout of a waterfall", () => {
  it.each([1, 2, 8, 23])("of %d steps keeps names and figures apart", (steps) => {
    for (const name of ["Số hóa", "Tỷ lệ hồ sơ số hóa có kết nối, chia sẻ dữ liệu để tái sử dụng"]) {
      const layout = layoutOf(waterfallChart(steps, name), typeface);
      expectApart(layout);
      expect(layout.height).toBeLessThanOrEqual(steps > 20 ? LONG_HEIGHT : MAX_HEIGHT);
    }
  });

  it("lets each step begin where the one before it ends", () => {
    const { shapes = [] } = layoutOf(waterfallChart(8), typeface);
    const ends = shapes.flatMap((shape) => {
      if (shape.kind !== "box") return [];
      const { left, right } = shape.box;
      if (shape.color === COLOR.good) return [{ from: left, to: right }];
      return shape.color === COLOR.orange ? [{ from: right, to: left }] : [];
    });
    expect(ends).toHaveLength(8);
    for (const [i, { to }] of ends.slice(0, -1).entries()) expect(ends[i + 1]?.from).toBeCloseTo(to, 6);
  });
});

describe("the layout of a heat map", () => {
  it.each([2, 5, 15])("of %i units is read on a phone, each figure in its cell", (units) => {
    for (const targets of [1, 3, 5])
      for (const name of ["An", ...LONG_NAMES]) {
        const layout = layoutOf(heatChart(units, targets, name), typeface);
        expectApart(layout);
        expect(layout.height).toBeLessThanOrEqual(MAX_HEIGHT);
        for (const { font } of layout.texts) expect(font.size).toBeGreaterThanOrEqual(MIN_TEXT);
        const cells = (layout.shapes ?? []).flatMap((shape) => (shape.kind === "box" ? [shape.box] : []));
        expect(cells).toHaveLength(units * targets);
        for (const text of layout.texts.filter(
          ({ align, baseline }) => align === "center" && baseline > layout.plot.top,
        ))
          expect(
            cells.some((box) => text.x > box.left && text.x < box.right && text.width < box.right - box.left),
          ).toBe(true);
      }
  });
});

describe("the layout of cut-outs", () => {
  it("keeps names, cells and readings apart", () => {
    for (const count of [1, 8]) {
      const layout = layoutOf(cutOutChart("", count), typeface);
      expectApart(layout);
      expect(layout.height).toBeLessThanOrEqual(MAX_HEIGHT);
      for (const { box } of layout.insets ?? [])
        for (const text of layout.texts) expect(overlap(box, boxOf(text))).toBe(false);
    }
  });
});

describe("measured text", () => {
  it("is as wide as drawn text but for kerning and hinting", () => {
    registerFonts();
    const context = createCanvas(10, 10).getContext("2d");
    fc.assert(
      fc.property(words, fc.constantFrom("regular" as const, "semibold" as const), (text, weight) => {
        context.font = `24px ${familyOf(weight)}`;
        const drawn = context.measureText(text).width;
        const measured = typeface.width(text, { size: 24, weight });
        expect(drawn).toBeLessThanOrEqual(measured * 1.01 + 1);
        expect(drawn).toBeGreaterThan(measured * 0.95);
      }),
    );
  });
});

describe("a figure in a column", () => {
  it.each([
    ["+6,96", "+6", ",96"],
    ["−0,80", "−0", ",80"],
    ["97,4%", "97", ",4%"],
    ["100%", "100", "%"],
    ["30.204", "30.204", ""],
    ["1.204,5", "1.204", ",5"],
    ["17,72/20", "17,72/20", ""],
    ["–", "", "–"],
    ["", "", ""],
  ])("%s is split at its decimals", (text, whole, decimals) => {
    expect(splitAtDecimals(text)).toEqual([whole, decimals]);
  });
});

function tenTimes() {
  return Array.from({ length: 10 }, () => tienLuChart().rows).flat();
}

function expectApart({ texts, height }: Layout): void {
  const boxes = texts.map((text) => ({ text, ...boxOf(text) }));
  for (const [i, a] of boxes.entries()) {
    expect(a.left).toBeGreaterThanOrEqual(MARGIN - 1);
    expect(a.right).toBeLessThanOrEqual(WIDTH - MARGIN + 1);
    expect(a.top).toBeGreaterThanOrEqual(0);
    expect(a.bottom).toBeLessThanOrEqual(height);
    expect(a.text.font.size).toBeGreaterThanOrEqual(MIN_TEXT);
    for (const b of boxes.slice(i + 1)) if (overlap(a, b)) throw new Error(describePair(a.text, b.text));
  }
}

function expectMarksApart({ texts, marks }: Layout): void {
  for (const { x, y, size } of marks) {
    const around = { left: x - size / 2, right: x + size / 2, top: y - size / 2, bottom: y + size / 2 };
    expect(around.left).toBeGreaterThanOrEqual(MARGIN - 1);
    expect(around.right).toBeLessThanOrEqual(WIDTH - MARGIN + 1);
    for (const text of texts) expect(overlap(around, boxOf(text))).toBe(false);
  }
}

function overlap(a: ReturnType<typeof boxOf>, b: ReturnType<typeof boxOf>): boolean {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0.5 && high > 0.5;
}

const describePair = (a: TextBox, b: TextBox) => `"${a.text}" overlaps "${b.text}"`;
