import type { AnswerContext } from "#commands/define-command.ts";
import { change, figure, whole } from "#commands/parts/figure-cells.ts";
import { figuresReply } from "#commands/parts/figures-file.ts";
import type { TableCell } from "#commands/parts/table-file.ts";
import type { FileKind } from "#commands/slots/file-slot.ts";
import { readTrends, type TrendSlots, typedAgain } from "#commands/trend/asked.ts";
import { changeAt } from "#commands/trend/trend-lines.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { TrendLine } from "#services/charts/trend-spec.ts";
import type { Reply } from "#services/reply/reply.ts";
import { meets } from "#services/targets/target.ts";

/** Figures, changes and places over time as a file, a period a row. Rejects as `readTrends` does. */
export async function trendFile(
  slots: TrendSlots & { readonly file: FileKind },
  context: AnswerContext,
): Promise<Reply> {
  const { t, asker } = context;
  const views = await readTrends({ ...slots, place: true }, context);
  const all = views.flatMap(({ unit, trends }) => trends.map((trend): TrendLine => ({ unit, trend })));
  const indicators = [...new Set(all.map(({ trend }) => trend.indicator))];
  const named = slots.indicators.flatMap(([indicator]) => (indicator ? [indicator.id] : []));
  const span = slots.span ? `${slots.span.count} kỳ` : "";
  const { columns } = t.files;
  return figuresReply(
    {
      kind: slots.file,
      title: t.trend.chart.title({ units: slots.units, indicators }),
      units: slots.units,
      scope: asker.home,
      columns: [
        { head: columns.unit, width: 26 },
        { head: columns.indicator, width: 34 },
        { head: columns.period, width: 18 },
        { head: columns.value, width: 12 },
        { head: columns.change, width: 16 },
        { head: columns.rank, width: 9 },
        { head: columns.of, width: 12 },
        { head: columns.note, width: 40 },
      ],
      rows: all.flatMap((line) => rowsOf(line, t)),
      frozen: 1,
      evidence: views.flatMap(({ evidence }) => evidence),
      again: (word) => typedAgain(slots, context, ...named, span, word),
      about: {
        command: "xuhuong",
        units: slots.units.map(({ id }) => id),
        period: views[0].period,
        indicators: indicators.map(({ id }) => id),
        kind: "",
      },
    },
    t,
  );
}

function rowsOf({ unit, trend }: TrendLine, t: Catalog): readonly (readonly TableCell[])[] {
  const { indicator, points, target } = trend;
  return points.map((point, at) => [
    t.figures.unit(unit),
    t.monthExport.file.values(indicator),
    t.periods.name(point.period),
    figure(point.value, indicator, isMissed(point.value, at === points.length - 1 ? target : null)),
    change(changeAt(trend, at), indicator),
    point.place && whole(point.place.rank),
    point.place && point.place.of !== null ? whole(point.place.of) : null,
    noteOn(trend, at, t),
  ]);
}

/** The target is that of the last period. */
const isMissed = (value: number | null, target: TrendLine["trend"]["target"]): boolean =>
  value !== null && target !== null && !meets(value, target);

function noteOn({ points }: TrendLine["trend"], at: number, t: Catalog): string | null {
  const [earlier, point] = [points[at - 1], points[at]];
  if (!point || (point.value === null && point.place === null)) return t.monthExport.file.noFigures;
  if (point.unfinished) return t.trend.unfinished;
  return point.broken && earlier ? t.evidence.incomparable(point.broken, earlier.period) : null;
}
