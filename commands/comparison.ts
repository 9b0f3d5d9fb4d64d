import {
  type ComparisonSlots,
  comparisonSlots,
  readComparison,
  typedAgain,
} from "#commands/comparison/asked.ts";
import { comparisonFile } from "#commands/comparison/comparison-file.ts";
import { betterLine, rowLine, whyNoneLine } from "#commands/comparison/comparison-lines.ts";
import { comparisonPhrases } from "#commands/comparison/phrases.ts";
import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { typed } from "#commands/kit/typed.ts";
import { FILE_WORDS } from "#commands/slots/file-slot.ts";
import { comparedAPage, comparisonChart } from "#services/charts/comparison-spec.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, DatedSubject, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { ComparedRow, ComparisonView } from "#services/results/views.ts";

/** Units beside each other, or one unit in two periods: who is better where. */
export const comparison = defineCommand({
  name: "sosanh",
  words: (t) => t.comparison,
  role: "viewer",
  onlyReads: true,
  phrases: comparisonPhrases,
  slots: comparisonSlots,

  async run({ slots, ...context }) {
    const { file } = slots;
    if (file) return comparisonFile({ ...slots, file }, context, (view) => subjectOf(view, slots));
    const { services, t } = context;
    const { view, left } = await readComparison(slots, context);
    const page = pageOf(view, slots.page);
    const chart = comparisonChart(view, page.rows, t.comparison.chart);
    return {
      text: lines(
        t.comparison.title(view.sides),
        ...view.lacking.map(t.comparison.lacking),
        betterLine(view, t),
        whyNoneLine(view, t),
        ...page.rows.map((row) => rowLine(row, view, t)),
        page.pages > 1
          ? t.comparison.page({ page: page.page, pages: page.pages, of: view.rows.length })
          : null,
        view.alone.length > 0 ? t.comparison.alone(view.alone) : null,
        view.lost.length > 0 ? t.comparison.lost(view.lost) : null,
        left.length > 0 && t.chat.unused(left),
        t.evidence.line(view.evidence),
      ),
      ...(chart ? { picture: services.charts.picture(chart) } : {}),
      actions: actionsOf(slots, view, page, context),
      about: subjectOf(view, slots),
      pages: pagesOf(slots, view, page, context),
    };
  },
});

interface Page {
  readonly rows: readonly ComparedRow[];
  readonly page: number;
  readonly pages: number;
}

/** Throws the Refusal "no-such-page". */
function pageOf({ rows, sides }: ComparisonView, wanted: number): Page {
  const size = comparedAPage(sides.length);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  if (wanted > pages) throw new Refusal("no-such-page", { pages });
  return { rows: rows.slice((wanted - 1) * size, wanted * size), page: wanted, pages };
}

function pagesOf(
  slots: ComparisonSlots,
  view: ComparisonView,
  { page, pages }: Page,
  context: AnswerContext,
): NonNullable<Reply["pages"]> {
  const to = (number: number): string => typedAgain(slots, view, context, `trang ${number}`);
  return { next: page < pages ? to(page + 1) : null, previous: page > 1 ? to(page - 1) : null };
}

function actionsOf(
  slots: ComparisonSlots,
  view: ComparisonView,
  page: Page,
  context: AnswerContext,
): readonly (readonly Action[])[] {
  const { t } = context;
  const { next, previous } = pagesOf(slots, view, page, context);
  const [first] = view.sides;
  const periods = new Set(view.sides.map(({ period }) => period));
  const neighbours = periods.size === 1 && first ? [first.neighbours.older, first.neighbours.newer] : [];
  const names = typedAgain({ ...slots, indicators: [] }, { ...view, sides: [] }, context).replace(
    "/sosanh ",
    "",
  );
  return [
    [
      ...(previous ? [{ label: t.actions.previousPage(page.page - 1, page.pages), command: previous }] : []),
      ...(next ? [{ label: t.actions.nextPage(page.page + 1, page.pages), command: next }] : []),
    ],
    neighbours.flatMap((period) =>
      period
        ? [
            {
              label: t.actions.period(period),
              command: typedAgain(slots, { ...view, sides: [] }, context, period),
            },
          ]
        : [],
    ),
    [
      { label: t.comparison.actions.trend, command: typed("/xuhuong", names) },
      ...(first && periods.size === 1
        ? [{ label: t.actions.ranking, command: typed("/xephang", first.period, `#${first.parent.id}`) }]
        : []),
      { label: t.monthExport.as("xlsx"), command: typedAgain(slots, view, context, FILE_WORDS.xlsx) },
    ],
  ].filter((row) => row.length > 0);
}

function subjectOf(view: ComparisonView, { units, indicators }: ComparisonSlots): DatedSubject {
  const periods = [...new Set(view.sides.map(({ period }) => period))];
  const [last] = periods.slice(-1);
  if (!last) throw new RangeError("nothing was compared");
  return {
    command: "sosanh",
    units: units.map(({ id }) => id),
    period: last,
    indicators: indicators.length > 0 ? view.rows.map(({ indicator }) => indicator.id) : [],
    kind: "",
    against: periods.slice(0, -1),
  };
}
