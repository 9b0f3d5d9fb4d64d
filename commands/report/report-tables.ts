import type { AnswerContext } from "#commands/define-command.ts";
import { appendixHead } from "#commands/parts/appendix-head.ts";
import { exactNumber } from "#commands/parts/exact-figures.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { ReportList } from "#commands/report/read-report.ts";
import type { AppendixNumber } from "#locales/words/letter.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { PaperCell, PaperSection, PaperTable } from "#services/papers/paper.ts";
import type { Period } from "#services/periods/period.ts";
import type { RankingView } from "#services/results/views.ts";
import { meets } from "#services/targets/target.ts";

type Context = Pick<AnswerContext, "services" | "t">;

const SIZE = 10;
const SHARES = { unit: 4, figure: 2 } as const;
/** Months that a lying page has room for beside the names. */
const MONTHS_A_TABLE = 12;

/** Every figure of a list: a table an indicator, a column a month. */
export function reportAppendix(
  list: ReportList,
  { number, period }: { readonly number: AppendixNumber; readonly period: Period },
  context: Context,
): PaperSection {
  const { t } = context;
  const [[first] = []] = list.months;
  const scope = first?.scope;
  const title = scope ? t.letter.paper.appendix.title({ scope, period, kind: list.kind }) : "";
  const head = scope ? appendixHead({ number, title, scope, of: "report" }, t) : [];
  const key = { text: t.letter.paper.appendix.key, italic: true };
  return {
    landscape: true,
    blocks: [
      ...head,
      ...indicatorsOf(list).flatMap((indicator) => tablesOf(indicator, list, context)),
      { type: "paragraph", align: "left", size: SIZE, runs: [key] },
    ],
  };
}

/** Of any month, in the order of the latest that holds them. */
function indicatorsOf({ months }: ReportList): readonly Indicator[] {
  const all = months.toReversed().flatMap((views) => views.map(({ indicator }) => indicator));
  return [...new Map(all.map((indicator) => [indicator.id, indicator])).values()];
}

/** Views of one indicator, oldest first. */
export const viewsOf = ({ months }: ReportList, { id }: Pick<Indicator, "id">): readonly RankingView[] =>
  months.flatMap((views) => views.find(({ indicator }) => indicator.id === id) ?? []);

/** The heads name indicator and month in each column: read alone, a column says whose figures it holds. */
function tablesOf(indicator: Indicator, list: ReportList, { services, t }: Context): readonly PaperTable[] {
  const views = viewsOf(list, indicator);
  const units = unitsOf(list);
  const unitOf = unitLookup(services.units);
  const tables: PaperTable[] = [];
  for (let from = 0; from < views.length; from += MONTHS_A_TABLE) {
    const columns = views.slice(from, from + MONTHS_A_TABLE).map((view) => cellsOf(view, t));
    tables.push({
      type: "table",
      size: SIZE,
      columns: [
        { head: t.letter.paper.appendix.unit, share: SHARES.unit, align: "left" },
        ...columns.map(({ head }) => ({ head, share: SHARES.figure, align: "right" as const })),
      ],
      rows: units.map((unit) => [
        { text: t.figures.unit(unitOf(unit)) },
        ...columns.map(({ cell }) => cell(unit)),
      ]),
    });
  }
  return tables;
}

function cellsOf({ indicator, period, ranking, targets }: RankingView, t: Context["t"]) {
  const rows = new Map(ranking.rows.map((row) => [row.unit, row.value]));
  const target = targets.find((one) => one.indicator === indicator.id);
  return {
    head: t.report.paper.column({ indicator, month: period }),
    cell(unit: string): PaperCell {
      const value = rows.get(unit);
      if (value === undefined) return { text: "" };
      const text = exactNumber(value, indicator, t);
      return target && !meets(value, target) ? { text, attention: true } : { text };
    },
  };
}

/** In the order of the latest month, those that it does not rank behind. */
export function unitsOf({ months }: ReportList): readonly string[] {
  return [
    ...new Set(
      months.toReversed().flatMap(([first]) => {
        const { rows, idle, missing } = first.ranking;
        return [...rows.map(({ unit }) => unit), ...idle, ...missing];
      }),
    ),
  ];
}
