import { shortUnit } from "#locales/shared/unit-names.ts";
import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import { MOST_ROWS, ROWS_A_PICTURE } from "#services/charts/layout/style.ts";
import type {
  AlertChart,
  BarChart,
  ChartSpec,
  HeatChart,
  ProfileChart,
  RankChart,
} from "#services/reply/chart.ts";
import { createUnits } from "#services/units/create-units.ts";
import { COUNTRY_ID } from "#services/units/unit.ts";
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
import { mapOf } from "#test/support/map-specs.ts";

/** One picture as it may come out. */
export interface Story {
  readonly kind: ChartSpec["type"];
  readonly name: string;
  readonly spec: ChartSpec;
}

/** A pair to compare, a small district, a district, the country's provinces, a province's communes. */
const SIZES = [2, 5, 15, 34, 135] as const;
/** Every so many units something is missing. */
const GAP = 4;
/** Heat maps and boards are parted into pages before they are drawn. */
const HEAT_ROWS = 15;
/** Rows of a picture of bands, where it holds two. */
const BANDED = 20;

const units = createUnits();
const under = (id: string) => units.children(id).filter(({ validTo }) => validTo === null);

/** All names of today, the longest first. */
const LONGEST = under(COUNTRY_ID)
  .flatMap(({ id }) => under(id))
  .map(shortUnit)
  .sort((a, b) => b.length - a.length);

const longest = (i: number): string => LONGEST[i % LONGEST.length] ?? "";
const usual = (i: number): string => longest(Math.floor(LONGEST.length / 2) + i);

/** Every kind of picture with few and many units, with long names, with missing values. */
export function stories(): readonly Story[] {
  const listed = SIZES.flatMap((size) => [
    ...both("rank", size, rankOf),
    ...both("alerts", size, boardOf),
    ...both("heat", size, heatOf),
    ...both("bars", size, bandsOf),
  ]);
  return [
    ...listed,
    ...both("profile", 6, profileOf),
    ...[2, 5, 8, 14, 15, 34, 60].flatMap((months) => [
      ...story("trend", `${months} months`, trendChart(months)),
      ...story("trend", `${months} months in four panels`, trendChart(months, 4)),
    ]),
    ...[2, 6].flatMap((sides) => [
      ...story("bars", `${sides} sides`, barChart(sides, 3)),
      ...story("bars", `${sides} sides, long names`, barChart(sides, 3, longest(0))),
    ]),
    ...[2, 7, 15, 23].flatMap((steps) => story("waterfall", `${steps} steps`, waterfallChart(steps))),
    ...story("waterfall", "7 steps, long names", waterfallChart(7, longest(0))),
    ...[1, 8].flatMap((cells) => story("cut-outs", `${cells} cells`, cutOutChart(DOT_PNG, cells))),
    ...["vn", "01", "48", "79", "52"].flatMap((code) => story("map", `map ${code}`, mapOf(code))),
    ...[0, 2, 5, 15, 34].flatMap((held) =>
      story("map", `map 52, ${held} units with figures`, mapOf("52", { held })),
    ),
  ];
}

const story = (kind: Story["kind"], name: string, spec: ChartSpec): readonly Story[] => [
  { kind, name, spec },
];

type Maker = (size: number, nameOf: (i: number) => string, hasGaps: boolean) => ChartSpec;

const both = (kind: Story["kind"], size: number, make: Maker): readonly Story[] => [
  ...story(kind, `${size} units`, make(size, usual, false)),
  ...story(kind, `${size} units, the longest names, missing values`, make(size, longest, true)),
];

/** The first page of so many units. */
function rankOf(size: number, nameOf: (i: number) => string, hasGaps: boolean): RankChart {
  const shown = size <= MOST_ROWS ? size : ROWS_A_PICTURE;
  const isMissing = (i: number): boolean => hasGaps && i % GAP === 1;
  const rows = Array.from({ length: shown }, (_, i) => {
    const value = 92.4 - (i * 31) / size;
    const moved = ((i * 7) % 11) - 5;
    return chartRow(nameOf(i), value, {
      rank: String(i + 1),
      previous: isMissing(i) ? null : Math.min(100, value + moved / 2),
      changeText: isMissing(i) ? "" : `${moved > 0 ? "−" : "+"}${Math.abs(moved)},25`,
      changeTone: moved > 0 ? "bad" : "good",
      moved: isMissing(i) ? null : -moved,
      strong: i < 3 || i >= size - 3,
      attention: value < 75,
    });
  });
  const axis = honestAxis(rows.flatMap(({ value, previous }) => [value, previous ?? value]));
  return {
    ...tienLuChart(),
    subtitle: `Điểm tổng hợp Bộ chỉ số 766 (thang 100) · ${size} đơn vị`,
    rows,
    axis,
    ticks: ticksOf(axis).map((value) => ({ value, text: String(value) })),
    line: { value: Math.max(axis.min, 75), label: "chỉ tiêu từ 75 điểm" },
    key: {
      ...tienLuChart().key,
      rest: `cam: ${rows.filter((row) => row.attention).length} chưa đạt chỉ tiêu`,
    },
    missing: hasGaps ? `chưa có số liệu: ${longest(0)}, ${longest(1)} và 3 đơn vị khác` : null,
  };
}

/** The first picture of so many units in bands. */
function bandsOf(size: number, nameOf: (i: number) => string): BarChart {
  const shown = Math.min(size, BANDED);
  const heads = ["Dưới 500 hồ sơ · 33 đơn vị", "Từ 500 đến 2.000 hồ sơ · 103 đơn vị (tiếp)"];
  const groups = heads.slice(0, shown > GAP ? 2 : 1).map((head, group, { length }) => ({
    head,
    bars: Array.from({ length: Math.floor(shown / length) }, (_, i) => {
      const percent = 92.4 - (i * 61) / size;
      const tones = ["best", "best", "worse", "plain"] as const;
      return {
        name: `${i + 1}. ${nameOf(i * 2 + group)}`,
        percent,
        valueText: `${percent.toFixed(2).replace(".", ",")} (${i * 7 + 1})`,
        tone: tones[i] ?? "plain",
      };
    }),
  }));
  return { ...barChart(2, 1), title: "Xếp hạng theo nhóm hồ sơ tháng 8/2026 · Tỉnh Phú Thọ", groups };
}

function boardOf(size: number, nameOf: (i: number) => string, hasGaps: boolean): AlertChart {
  const states = ["late", "unseen", "seen", "explained"] as const;
  const rows = Array.from({ length: Math.min(size, ROWS_A_PICTURE) }, (_, i) => ({
    name: nameOf(i),
    strong: i < 2,
    cells: ["82,71%", "+10", "−2,60"].map((text, column) => {
      const mark = states[(i + column) % states.length];
      const urgency = (i + column) % GAP === 0 ? { urgent: true as const } : {};
      return mark && !(hasGaps && (i + column) % GAP === 1) ? { mark, text, ...urgency } : null;
    }),
  }));
  const left = size - rows.length;
  return { ...alertChart(), rows, more: left > 0 ? `và ${left} đơn vị khác` : null };
}

function heatOf(size: number, nameOf: (i: number) => string, hasGaps: boolean): HeatChart {
  const chart = heatChart(Math.min(size, HEAT_ROWS), hasGaps ? 5 : 3);
  return { ...chart, rows: chart.rows.map((row, i) => ({ ...row, name: nameOf(i) })) };
}

function profileOf(_: number, nameOf: (i: number) => string, hasGaps: boolean): ProfileChart {
  const chart = profileChart();
  if (!hasGaps) return chart;
  const rows = chart.rows.map((row, i) =>
    i % GAP === 1 ? { ...row, averagePercent: null, averageText: "" } : row,
  );
  return { ...chart, title: `${nameOf(0)} · năm 2026`, rows };
}

/** A grey point, in place of a cell of a scan. */
const DOT_PNG =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOor6//DwAFhAKAjM1mJgAAAABJRU5ErkJggg==";
