import type { AnswerContext } from "#commands/define-command.ts";
import { change, figure, share } from "#commands/parts/figure-cells.ts";
import { figuresReply } from "#commands/parts/figures-file.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { FileTable, TableCell } from "#commands/parts/table-file.ts";
import type { FileKind } from "#commands/slots/file-slot.ts";
import type { DatedSubject, Reply } from "#services/reply/reply.ts";
import { changeOf, type Owed } from "#services/results/owed.ts";
import type { RankingView } from "#services/results/views.ts";

/** Dossiers that are late or stuck as a file: each unit's counts, their changes, their parts of the whole. */
export function overdueFile(
  { base, all }: { readonly base: RankingView; readonly all: readonly Owed[] },
  asked: {
    readonly kind: FileKind;
    readonly against: string | null;
    readonly again: (word: string) => string;
    readonly about: DatedSubject;
  },
  { services, t }: AnswerContext,
): Reply {
  const { scope, period } = base;
  const unitOf = unitLookup(services.units);
  const parts = all.map((owed) => partOf(owed, asked.against, t));
  const units = [
    ...new Set([
      ...all.flatMap((owed) => owed.units.map(({ unit }) => unit)),
      ...all.flatMap(({ view }) => view.ranking.rows.map(({ unit }) => unit)),
      ...base.ranking.missing,
    ]),
  ];
  const known = new Set(all.flatMap(({ view }) => view.ranking.rows.map(({ unit }) => unit)));
  return figuresReply(
    {
      ...asked,
      title: t.overdue.chart.title({ period, scope }),
      units: [scope],
      scope,
      columns: [
        { head: t.files.columns.unit, width: 30 },
        ...parts.flatMap(({ columns }) => columns),
        { head: t.files.columns.note, width: 24 },
      ],
      rows: units.map((unit) => [
        t.figures.unit(unitOf(unit)),
        ...parts.flatMap(({ cells }) => cells(unit)),
        known.has(unit) ? null : t.monthExport.file.noFigures,
      ]),
      frozen: 1,
      evidence: all.map(({ view }) => view.evidence),
    },
    t,
  );
}

interface Part {
  readonly columns: FileTable["columns"];
  readonly cells: (unit: string) => readonly TableCell[];
}

/** The columns of one kind of dossiers; none of changes where nothing is compared. */
function partOf({ indicator, view, total }: Owed, against: string | null, t: AnswerContext["t"]): Part {
  const rows = new Map(view.ranking.rows.map((row) => [row.unit, row]));
  const { values, changes } = t.monthExport.file;
  return {
    columns: [
      { head: values(indicator), width: 18 },
      ...(against === null ? [] : [{ head: changes(indicator, against), width: 18 }]),
      { head: t.files.share(indicator), width: 18 },
    ],
    cells(unit) {
      const row = rows.get(unit);
      return [
        row ? figure(row.value, indicator) : null,
        ...(against === null ? [] : [row ? change(changeOf(row, view), indicator) : null]),
        row && total > 0 ? share((row.value / total) * 100) : null,
      ];
    },
  };
}
