import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { HeatChart } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { TargetCell, TargetColumn, TargetRow, TargetTable } from "#services/results/target-table.ts";
import { FEW_DOSSIERS } from "#services/sheets/few-dossiers.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the heat map says, in one language. */
export interface HeatChartWords {
  title(facts: { period: Period; scope: Unit }): string;
  subtitle(facts: { page: number; pages: number }): string;
  unit(unit: Unit): string;
  head(indicator: Indicator): string;
  /** null = units have targets of their own. */
  target(target: Target | null, indicator: Indicator): string;
  value(value: number, indicator: Indicator): string;
  key(cuts: readonly [near: number, far: number]): readonly [string, string, string, string];
  /** A figure that rests on a few dossiers only. */
  marked(value: string): string;
  /** `few`: how many dossiers still are a few; null = no figure rests on so few. */
  footer(evidence: Evidence, few: number | null): readonly string[];
  alt(facts: { name: string; cells: readonly { head: string; value: string; isMet: boolean }[] }): string;
}

/** Units and indicators of one picture. */
const ROWS = 15;
const COLUMNS = 5;

/** A missed target's colour darkens at these distances, in % of the maximum. */
const CUTS = [5, 15] as const;

/** What of a table stands on one page: all columns of some units before the next units. */
export interface HeatPage {
  readonly rows: readonly TargetRow[];
  /** Places in the table's columns. */
  readonly columns: readonly number[];
  readonly page: number;
  readonly pages: number;
}

/** null = there is no such page. */
export function heatPage({ rows, columns }: TargetTable, page: number): HeatPage | null {
  const across = Math.max(1, Math.ceil(columns.length / COLUMNS));
  const pages = Math.max(1, Math.ceil(rows.length / ROWS)) * across;
  if (page > pages) return null;
  const [row, column] = [Math.floor((page - 1) / across) * ROWS, ((page - 1) % across) * COLUMNS];
  return {
    rows: rows.slice(row, row + ROWS),
    columns: columns.map((_, i) => i).slice(column, column + COLUMNS),
    page,
    pages,
  };
}

/** Units × targets with the figures in the cells. */
export function heatChart(
  table: TargetTable,
  page: HeatPage,
  facts: {
    readonly period: Period;
    readonly scope: Unit;
    readonly evidence: Evidence;
    readonly unitOf: (id: string) => Unit;
  },
  words: HeatChartWords,
): HeatChart {
  const { unitOf, evidence, ...place } = facts;
  const columns = page.columns.flatMap((i) => table.columns[i] ?? []);
  const rows = page.rows.map(({ unit, cells, missed }) => ({
    name: words.unit(unitOf(unit)),
    strong: missed > 0,
    cells: page.columns.map((i, at) => cellOf(cells[i] ?? null, columns[at], words)),
  }));
  const title = words.title(place);
  const subtitle = words.subtitle(page);
  const heads = columns.map(({ indicator }) => words.head(indicator));
  return {
    type: "heat",
    title,
    subtitle,
    columns: columns.map(({ indicator, target }, i) => ({
      head: heads[i] ?? "",
      target: words.target(target, indicator),
    })),
    rows,
    key: keyOf(words),
    footer: words.footer(evidence, page.rows.some(restsOnFew) ? FEW_DOSSIERS : null),
    alt: [
      title,
      subtitle,
      ...rows.map(({ name, cells }) =>
        words.alt({
          name,
          cells: cells.flatMap((cell, i) =>
            cell ? [{ head: heads[i] ?? "", value: cell.text, isMet: cell.level === "met" }] : [],
          ),
        }),
      ),
    ].join("\n"),
  };
}

function cellOf(
  cell: TargetCell | null,
  column: TargetColumn | undefined,
  words: HeatChartWords,
): HeatChart["rows"][number]["cells"][number] {
  if (!cell || !column) return null;
  const value = words.value(cell.value, column.indicator);
  return { text: cell.few === null ? value : words.marked(value), level: levelOf(cell) };
}

const restsOnFew = ({ cells }: TargetRow): boolean => cells.some((cell) => cell && cell.few !== null);

function levelOf({ isMet, share }: TargetCell): "met" | "near" | "short" | "far" {
  if (isMet) return "met";
  if (share === null) return "short";
  return share <= CUTS[0] ? "near" : share <= CUTS[1] ? "short" : "far";
}

function keyOf(words: HeatChartWords): HeatChart["key"] {
  const [met, near, short, far] = words.key(CUTS);
  return [
    { level: "met", words: met },
    { level: "near", words: near },
    { level: "short", words: short },
    { level: "far", words: far },
  ];
}
