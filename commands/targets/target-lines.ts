import type { Papers } from "#commands/targets/asked.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { TargetTable } from "#services/results/target-table.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { Unit } from "#services/units/unit.ts";

interface Facts {
  readonly unitOf: (id: string) => Unit;
  readonly papers: Papers;
  readonly t: Catalog;
}

/** How many of those that miss a target one line names; fewer where there are many targets. */
const NAMED = 5;
const FEW_NAMED = 3;
const MANY_TARGETS = 3;

/** How many units reach everything. */
export function tableLine({ rows, columns }: TargetTable, t: Catalog): TextPart {
  return t.targets.all({
    targets: columns.length,
    met: rows.filter(({ missed, known }) => missed === 0 && known === columns.length).length,
    missed: rows.filter(({ missed }) => missed > 0).length,
    of: rows.length,
  });
}

/** Units with a figure that rests on a few dossiers. */
export const fewOf = ({ rows }: TargetTable): readonly { readonly unit: string; readonly few: number }[] =>
  rows.flatMap(({ unit, cells }) => {
    const few = cells.find((cell) => cell && cell.few !== null)?.few ?? null;
    return few === null ? [] : [{ unit, few }];
  });

/** Papers that set all of the targets; empty = none is kept, or each has its own. */
export function commonPapers({ columns, rows }: TargetTable, papers: Papers, t: Catalog): readonly string[] {
  const each = columns.map((_, at) => sourcesOf(rows, at).join());
  return new Set(each).size === 1 ? namesOf(sourcesOf(rows, 0), papers, t) : [];
}

const sourcesOf = (rows: TargetTable["rows"], at: number): readonly string[] =>
  [...new Set(rows.flatMap(({ cells }) => cells[at]?.target.source ?? []))].sort();

const namesOf = (sources: readonly string[], papers: Papers, t: Catalog): readonly string[] =>
  sources
    .flatMap((source) => papers.get(source) ?? [])
    .map((paper) => t.evidence.document(paper, paper.period));

/** One target: its level and paper, who misses it by how much, the worst first and those of a few dossiers last, and who has no figures. */
export function columnLines(
  table: TargetTable,
  at: number,
  { unitOf, papers, t }: Facts,
): readonly (TextPart | null)[] {
  const { columns, rows } = table;
  const column = columns[at];
  const most = columns.length > MANY_TARGETS ? FEW_NAMED : NAMED;
  if (!column) return [];
  const { indicator, target, met, of, missing, idle } = column;
  const all = rows
    .flatMap(({ unit, cells }) => {
      const cell = cells[at];
      return cell && !cell.isMet ? [{ unit, few: cell.few, cell }] : [];
    })
    .sort((a, b) => b.cell.gap - a.cell.gap);
  const missed = [...weighty(all), ...all.filter(({ few }) => few !== null)];
  const nameOf = (id: string): string => t.rank.chart.unit(unitOf(id));
  return [
    t.targets.column({
      indicator,
      target,
      met,
      of,
      papers: commonPapers(table, papers, t).length > 0 ? null : namesOf(sourcesOf(rows, at), papers, t),
    }),
    missed.length > 0
      ? t.targets.missed({
          units: missed.slice(0, most).map(({ unit, few, cell }) =>
            t.targets.missedUnit({
              name: few === null ? nameOf(unit) : t.rank.chart.marked(nameOf(unit)),
              value: t.figures.value(cell.value, indicator),
              gap: t.figures.number(cell.gap),
              target: target ? null : cell.target,
              indicator,
            }),
          ),
          more: Math.max(0, missed.length - most),
        })
      : null,
    missing.length > 0
      ? t.targets.missing(missing.slice(0, most).map(nameOf), Math.max(0, missing.length - most))
      : null,
    idle.length > 0 ? t.targets.idle(idle.slice(0, most).map(nameOf), Math.max(0, idle.length - most)) : null,
  ];
}
