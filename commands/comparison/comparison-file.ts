import { type ComparisonSlots, readComparison, typedAgain } from "#commands/comparison/asked.ts";
import { gapOf } from "#commands/comparison/comparison-lines.ts";
import type { AnswerContext } from "#commands/define-command.ts";
import { figure } from "#commands/parts/figure-cells.ts";
import { figuresReply } from "#commands/parts/figures-file.ts";
import type { TableCell } from "#commands/parts/table-file.ts";
import type { FileKind } from "#commands/slots/file-slot.ts";
import type { Catalog } from "#locales/catalog.ts";
import { sideNames } from "#services/charts/comparison-spec.ts";
import type { DatedSubject, Reply } from "#services/reply/reply.ts";
import type { ComparedRow, ComparisonView } from "#services/results/views.ts";

/** Sides beside each other as a file, an indicator a row. Rejects as `readComparison` does. */
export async function comparisonFile(
  slots: ComparisonSlots & { readonly file: FileKind },
  context: AnswerContext,
  subjectOf: (view: ComparisonView) => DatedSubject,
): Promise<Reply> {
  const { t, asker } = context;
  const { view } = await readComparison(slots, context);
  const names = sideNames(view.sides, t.comparison.chart);
  const { columns } = t.files;
  return figuresReply(
    {
      kind: slots.file,
      title: t.comparison.chart.title(view.sides),
      units: slots.units,
      scope: asker.home,
      columns: [
        { head: columns.indicator, width: 44 },
        ...names.map((name) => ({ head: name, width: 18 })),
        { head: columns.best, width: 24 },
        { head: columns.gap, width: 14 },
        { head: columns.note, width: 40 },
      ],
      rows: view.rows.map((row) => cellsOf(row, names, t)),
      frozen: 1,
      evidence: view.sides.map(({ evidence }) => evidence),
      again: (word) => typedAgain(slots, view, context, word),
      about: subjectOf(view),
    },
    t,
  );
}

function cellsOf(row: ComparedRow, names: readonly string[], t: Catalog): readonly TableCell[] {
  const { indicator, values, best, figures } = row;
  const idle = names.filter((_, side) => figures[side] && values[side] === null);
  return [
    t.monthExport.file.values(indicator),
    ...names.map((_, side) => figure(values[side] ?? null, indicator)),
    best === null || best.length === 0 ? null : best.map((side) => names[side]).join(", "),
    figure(gapOf(row), indicator),
    idle.length === 0 ? null : `${idle.join(", ")}: ${t.monthExport.file.idle}`,
  ];
}
