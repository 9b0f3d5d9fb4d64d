import type { Catalog } from "#locales/catalog.ts";
import type { AlertColumn } from "#locales/words/alert-export.ts";
import type { Alert } from "#services/alerts/alert.ts";
import type { Explanation } from "#services/explanations/explanation.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { ReplyFile } from "#services/reply/reply.ts";
import { capital } from "#services/text/capital.ts";
import { sheetText } from "#services/text/sheet-text.ts";
import type { Unit } from "#services/units/unit.ts";

/** One alert with all that is filed of it. Moments are ISO with the offset of the bot's time zone. */
export interface AlertRow {
  readonly alert: Alert;
  readonly unit: Unit;
  readonly indicator: Indicator;
  /** The document of the latest figure, in words. */
  readonly source: string;
  readonly seenBy: string;
  /** The last one that was sent. */
  readonly explanation: Explanation | null;
  readonly explainedBy: string;
  readonly reviewer: string;
  /** A moment in the bot's time zone. */
  readonly local: (moment: string) => string;
}

const MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Every alert on a line, as a workbook to file away. Made when a channel asks for its bytes. */
export function alertWorkbook(
  rows: readonly AlertRow[],
  about: { readonly scope: Unit; readonly period: Period },
  t: Catalog,
): ReplyFile {
  const { file } = t.alertExport;
  return {
    name: file.name(about),
    mediaType: MEDIA_TYPE,
    async bytes() {
      const { default: writeExcelFile } = await import("write-excel-file/node");
      const head = COLUMNS.map(({ id }) => ({ ...HEAD, value: file.columns[id], type: String }));
      const lines = rows.map((row) => COLUMNS.map(({ cell }) => ({ ...BODY, ...cell(row, t) })));
      return writeExcelFile([head, ...lines], {
        sheet: file.sheet,
        columns: COLUMNS.map(({ width }) => ({ width })),
        stickyRowsCount: 1,
        stickyColumnsCount: 2,
        orientation: "landscape",
      }).toBuffer();
    },
  };
}

const HEAD = { fontWeight: "bold", wrap: true, alignVertical: "center" } as const;
const BODY = { wrap: true, alignVertical: "top" } as const;

type Cell =
  | { readonly value: string; readonly type: StringConstructor }
  | { readonly value: number; readonly type: NumberConstructor; readonly format: string }
  | { readonly value: Date; readonly type: DateConstructor; readonly format: string };

interface Column {
  readonly id: AlertColumn;
  /** In characters. */
  readonly width: number;
  cell(row: AlertRow, t: Catalog): Cell;
}

const COLUMNS: readonly Column[] = [
  { id: "number", width: 7, cell: ({ alert }) => whole(alert.number) },
  { id: "unit", width: 24, cell: ({ unit }, t) => words(capital(t.figures.unit(unit))) },
  { id: "rule", width: 22, cell: ({ alert }, t) => words(capital(t.alerts.rule(alert.rule))) },
  { id: "indicator", width: 30, cell: ({ indicator }, t) => words(t.figures.indicator(indicator)) },
  { id: "told", width: 11, cell: (row) => figure(row, toldOf(row.alert)) },
  {
    id: "toldPeriod",
    width: 16,
    cell: ({ alert }, t) => words(alert.said?.period && t.periods.name(alert.said.period)),
  },
  { id: "base", width: 12, cell: (row) => figure(row, baseOf(row.alert)) },
  { id: "basePeriod", width: 16, cell: ({ alert }, t) => words(basePeriodOf(alert, t)) },
  { id: "gap", width: 11, cell: (row) => figure(row, gapOf(row.alert)) },
  { id: "latest", width: 11, cell: (row) => figure(row, row.alert.value) },
  { id: "latestPeriod", width: 16, cell: ({ alert }, t) => words(t.periods.name(alert.period)) },
  { id: "source", width: 34, cell: ({ source }) => words(source) },
  { id: "asOf", width: 18, cell: ({ alert, local }) => moment(alert.asOf, local) },
  { id: "opened", width: 18, cell: ({ alert, local }) => moment(alert.opened.at, local) },
  { id: "chats", width: 9, cell: ({ alert }) => whole(alert.told.length) },
  { id: "seenBy", width: 20, cell: ({ seenBy }) => words(seenBy) },
  { id: "seenAt", width: 18, cell: ({ alert, local }) => moment(alert.acknowledged?.at, local) },
  { id: "state", width: 18, cell: ({ alert }, t) => words(stateOf(alert, t)) },
  { id: "cause", width: 36, cell: ({ explanation }) => words(explanation?.cause) },
  { id: "remedy", width: 36, cell: ({ explanation }) => words(explanation?.remedy) },
  { id: "deadline", width: 12, cell: ({ explanation }) => day(explanation?.deadline) },
  { id: "explainedBy", width: 26, cell: ({ explainedBy }) => words(explainedBy) },
  { id: "reviewer", width: 26, cell: ({ reviewer }) => words(reviewer) },
  { id: "result", width: 26, cell: ({ explanation }, t) => words(explanation && resultOf(explanation, t)) },
  { id: "ended", width: 18, cell: ({ alert, local }) => moment(alert.resolvedAt, local) },
];

function stateOf({ state, ended }: Alert, t: Catalog): string {
  return ended ? t.alerts.ended[ended] : t.alerts.state[state];
}

/** What was told last before it ended; what a silence kept back is not told, but known. */
function toldOf({ said, value }: Alert): number {
  return said?.value ?? value;
}

/** The level or target, else where a change came from. */
function baseOf({ level, from, before }: Alert): number | null {
  return level ?? (from ?? before)?.value ?? null;
}

/** Of what a change came from; a level has none. */
function basePeriodOf({ level, from, before }: Alert, t: Catalog): string | null {
  const period = level === null ? (from ?? before)?.period : null;
  return period ? t.periods.name(period) : null;
}

function gapOf(alert: Alert): number | null {
  const base = baseOf(alert);
  return base === null ? null : Math.round((toldOf(alert) - base) * 1e6) / 1e6;
}

function resultOf({ state, review }: Explanation, t: Catalog): string {
  return t.alertExport.file.result(t.explanations.state[state], review?.reason ?? null);
}

const NOTHING: Cell = { value: "", type: String };

function words(value: string | null | undefined): Cell {
  return value ? { value: sheetText(value), type: String } : NOTHING;
}

const whole = (value: number): Cell => ({ value, type: Number, format: "#,##0" });

/** In the measure of the alert: a place and a count are whole, of presence there is no figure. */
function figure({ alert, indicator }: AlertRow, value: number | null): Cell {
  if (value === null || alert.of === "presence") return NOTHING;
  if (alert.of !== "value" || indicator.measure === "count") return whole(value);
  return { value, type: Number, format: indicator.measure === "rate" ? '0.00"%"' : "0.00" };
}

/** Workbooks know no time zones: what a clock on the wall of the office shows. */
function moment(iso: string | null | undefined, local: (moment: string) => string): Cell {
  if (!iso) return NOTHING;
  return { value: new Date(`${local(iso).slice(0, 19)}Z`), type: Date, format: "dd/mm/yyyy hh:mm" };
}

function day(date: string | undefined): Cell {
  return date ? { value: new Date(`${date}T00:00:00Z`), type: Date, format: "dd/mm/yyyy" } : NOTHING;
}
