import type { AnswerContext } from "#commands/define-command.ts";
import { figure, whole } from "#commands/parts/figure-cells.ts";
import { figuresReply } from "#commands/parts/figures-file.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { FileTable, TableCell } from "#commands/parts/table-file.ts";
import type { FileKind } from "#commands/slots/file-slot.ts";
import type { TargetsFound } from "#commands/targets/asked.ts";
import { fewOf } from "#commands/targets/target-lines.ts";
import type { DatedSubject, Reply } from "#services/reply/reply.ts";
import type { TargetColumn, TargetRow, TargetTable } from "#services/results/target-table.ts";

/** Units held against their targets as a file: each value, what it has to be, how far it is from there. */
export function targetsFile(
  { base, table, evidence }: TargetsFound,
  asked: { readonly kind: FileKind; readonly again: (word: string) => string; readonly about: DatedSubject },
  context: AnswerContext,
): Reply {
  const { services, t } = context;
  const { scope, period } = base;
  const unitOf = unitLookup(services.units);
  const parts = table.columns.map((column, at) => partOf(column, at, context));
  const few = new Map(fewOf(table).map((one) => [one.unit, one.few]));
  const { missing, idle } = unlisted(table);
  const rowOf = (row: TargetRow, note: string | null): readonly TableCell[] => [
    t.figures.unit(unitOf(row.unit)),
    ...parts.flatMap(({ cells }) => cells(row)),
    row.known > 0 ? whole(row.missed) : null,
    note,
  ];
  return figuresReply(
    {
      ...asked,
      title: t.targets.chart.title({ period, scope }),
      units: [scope],
      scope,
      columns: [
        { head: t.files.columns.unit, width: 30 },
        ...parts.flatMap(({ columns }) => columns),
        { head: t.files.missedTargets, width: 12 },
        { head: t.files.columns.note, width: 24 },
      ],
      rows: [
        ...table.rows.map((row) => rowOf(row, few.has(row.unit) ? t.unit.few(few.get(row.unit) ?? 0) : null)),
        ...idle.map((unit) => rowOf(emptyRow(unit), t.monthExport.file.idle)),
        ...missing.map((unit) => rowOf(emptyRow(unit), t.monthExport.file.noFigures)),
      ],
      frozen: 1,
      evidence: [evidence],
    },
    t,
  );
}

const emptyRow = (unit: string): TargetRow => ({ unit, cells: [], missed: 0, known: 0 });

/** Units that have no row: those that had nothing to measure, and those without any figure. */
function unlisted({ rows, columns }: TargetTable): Readonly<Record<"missing" | "idle", readonly string[]>> {
  const listed = new Set(rows.map(({ unit }) => unit));
  const idle = new Set(columns.flatMap((column) => column.idle).filter((unit) => !listed.has(unit)));
  const missing = new Set(columns.flatMap((column) => column.missing));
  return {
    idle: [...idle],
    missing: [...missing].filter((unit) => !listed.has(unit) && !idle.has(unit)),
  };
}

interface Part {
  readonly columns: FileTable["columns"];
  readonly cells: (row: TargetRow) => readonly TableCell[];
}

/** The columns of one target; what it is stands in a column where units have targets of their own. */
function partOf({ indicator, target }: TargetColumn, at: number, { t }: AnswerContext): Part {
  return {
    columns: [
      { head: t.monthExport.file.values(indicator), width: 18 },
      ...(target ? [] : [{ head: t.files.target(indicator), width: 14 }]),
      { head: t.files.short(indicator, target), width: 18 },
    ],
    cells(row) {
      const cell = row.cells[at] ?? null;
      const own = cell && t.targets.chart.target(cell.target, indicator);
      return [
        cell && figure(cell.value, indicator, !cell.isMet),
        ...(target ? [] : [own]),
        cell && figure(cell.gap, indicator),
      ];
    },
  };
}
