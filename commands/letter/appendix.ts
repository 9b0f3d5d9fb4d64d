import type { AnswerContext } from "#commands/define-command.ts";
import { appendixHead } from "#commands/parts/appendix-head.ts";
import { exactNumber } from "#commands/parts/exact-figures.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { MonthList } from "#commands/parts/read-month.ts";
import type { AppendixNumber } from "#locales/words/letter.ts";
import type {
  PaperBlock,
  PaperCell,
  PaperColumn,
  PaperSection,
  PaperTable,
  Paragraph,
} from "#services/papers/paper.ts";
import type { RankingView } from "#services/results/views.ts";
import { meets } from "#services/targets/target.ts";

type Context = Pick<AnswerContext, "services" | "t">;

/** Columns of figures that a lying page has room for beside the names. */
const COLUMNS_A_TABLE = 8;
const SIZE = 10;
const SHARES = { rank: 1.4, unit: 4, figure: 2, note: 3 } as const;

/** Every figure of a list once, in as many tables as its columns need. */
export function appendix(list: MonthList, number: AppendixNumber, context: Context): PaperSection {
  const words = context.t.letter.paper.appendix;
  const [{ scope, period }] = list.views;
  const title = words.title({ scope, period, kind: list.kind });
  const key: Paragraph = {
    ...{ type: "paragraph", align: "left", size: SIZE },
    runs: [{ text: words.key, italic: true }],
  };
  const head = appendixHead({ number, title, scope, of: "letter" }, context.t);
  return { landscape: true, blocks: [...head, ...tablesOf(list, context), key] };
}

/** A column, and its cell of each unit. */
interface Filled {
  readonly column: PaperColumn;
  readonly cell: (unit: string) => PaperCell;
}

function tablesOf(list: MonthList, context: Context): readonly PaperBlock[] {
  const units = unitsOf(list);
  const figures = list.views.flatMap((view) => figureColumns(view, context));
  const [names, notes] = [nameColumn(list, context), noteColumn(list, context)];
  const ranks = list.views[0].ranking.rows.length > 1 ? [rankColumn(list, context)] : [];
  const tables: PaperTable[] = [];
  for (let from = 0; from < figures.length; from += COLUMNS_A_TABLE) {
    const some = figures.slice(from, from + COLUMNS_A_TABLE);
    const columns = from === 0 ? [...ranks, names, ...some, ...notes] : [names, ...some];
    tables.push({
      type: "table",
      size: SIZE,
      columns: columns.map(({ column }) => column),
      rows: units.map((unit) => columns.map(({ cell }) => cell(unit))),
    });
  }
  return tables;
}

/** In the order of the list, those without figures last. */
function unitsOf({ views: [first, ...others] }: MonthList): readonly string[] {
  const { rows, idle, missing } = first.ranking;
  const elsewhere = others.flatMap(({ ranking }) => ranking.rows.map(({ unit }) => unit));
  return [...new Set([...rows.map(({ unit }) => unit), ...elsewhere, ...idle, ...missing])];
}

/** Values, and changes where they are known. */
function figureColumns(
  { indicator, ranking, before, targets }: RankingView,
  { t }: Context,
): readonly Filled[] {
  const words = t.letter.paper.appendix;
  const rows = new Map(ranking.rows.map((row) => [row.unit, row]));
  const target = targets.find((one) => one.indicator === indicator.id);
  const column = (head: string): PaperColumn => ({ head, share: SHARES.figure, align: "right" });
  const values: Filled = {
    column: column(words.values(indicator)),
    cell(unit) {
      const row = rows.get(unit);
      if (!row) return { text: "" };
      const text = exactNumber(row.value, indicator, t);
      return target && !meets(row.value, target) ? { text, attention: true } : { text };
    },
  };
  if (!ranking.rows.some(({ change }) => change !== null)) return [values];
  const changes: Filled = {
    column: column(words.changes(indicator, t.evidence.against(before, ranking.comparison))),
    cell(unit) {
      const change = rows.get(unit)?.change ?? null;
      return { text: change === null ? "" : t.figures.signed(change, decimalsOf(change)) };
    },
  };
  return [values, changes];
}

const decimalsOf = (value: number): number =>
  Math.max(2, (/\.(\d+)$/u.exec(String(value))?.[1] ?? "").length);

function rankColumn({ views: [first] }: MonthList, { t }: Context): Filled {
  const { rows, published } = first.ranking;
  const ranks = new Map(
    rows.map(({ unit, rank, observation: { of } }) => {
      const outOf = published && of !== null ? `/${t.figures.number(of)}` : "";
      return [unit, `${t.figures.number(rank)}${outOf}`];
    }),
  );
  return {
    column: { head: t.letter.paper.appendix.rank, share: SHARES.rank, align: "centre" },
    cell: (unit) => ({ text: ranks.get(unit) ?? "" }),
  };
}

/** With the unit it lies in, where the list is of several. */
function nameColumn({ views: [{ scope }] }: MonthList, { services, t }: Context): Filled {
  const unitOf = unitLookup(services.units);
  return {
    column: { head: t.letter.paper.appendix.unit, share: SHARES.unit, align: "left" },
    cell(id) {
      const unit = unitOf(id);
      const within = unit.parent === null || unit.parent === scope.id ? [] : [unitOf(unit.parent)];
      return { text: [unit, ...within].map(t.figures.unit).join(", ") };
    },
  };
}

/** Only where there is something to say: who has no figure at all, and who had nothing to measure. */
function noteColumn({ views }: MonthList, { t }: Context): readonly Filled[] {
  const words = t.letter.paper.appendix;
  const held = new Set(views.flatMap(({ ranking }) => ranking.rows.map(({ unit }) => unit)));
  const { idle, missing } = views[0].ranking;
  const notes = new Map([
    ...missing.filter((unit) => !held.has(unit)).map((unit) => [unit, words.noFigures] as const),
    ...idle.map((unit) => [unit, words.idle] as const),
  ]);
  if (notes.size === 0) return [];
  const column: PaperColumn = { head: words.note, share: SHARES.note, align: "left" };
  return [{ column, cell: (unit) => ({ text: notes.get(unit) ?? "" }) }];
}
