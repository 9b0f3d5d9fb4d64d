import type { AnswerContext } from "#commands/define-command.ts";
import { NAMED } from "#commands/parts/phrases.ts";
import type { Report } from "#commands/report/read-report.ts";
import { type TrendLine, trendChart } from "#services/charts/trend-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { PaperPicture } from "#services/papers/paper.ts";
import type { Evidence } from "#services/results/evidence.ts";
import { joinEvidence } from "#services/results/evidence.ts";
import { isMissing } from "#services/results/views.ts";
import { weighty } from "#services/sheets/few-dossiers.ts";
import type { Unit } from "#services/units/unit.ts";

type Context = Pick<AnswerContext, "services" | "t">;

/** Millimetres at most. */
const HEIGHTS = { own: 90, units: 150 } as const;

/** The scope's own figure over the months. */
export async function ownPicture(report: Report, context: Context): Promise<readonly PaperPicture[]> {
  return pictureOf([report.scope], [], { report, most: HEIGHTS.own }, context);
}

/** Those that were last in the latest month, over the months. */
export async function laggardsPicture(report: Report, context: Context): Promise<readonly PaperPicture[]> {
  const [view] = report.lists[0]?.months.at(-1) ?? [];
  const rows = weighty(view?.ranking.rows ?? []);
  if (!view || rows.length <= NAMED * 2) return [];
  const last = rows.slice(-NAMED).reverse();
  const units = last.flatMap(({ unit }) => context.services.units.get(unit) ?? []);
  return pictureOf(units, [[view.indicator]], { report, most: HEIGHTS.units }, context);
}

async function pictureOf(
  units: readonly Unit[],
  indicators: readonly (readonly Indicator[])[],
  { report, most }: { readonly report: Report; readonly most: number },
  { services, t }: Context,
): Promise<readonly PaperPicture[]> {
  const [first, last] = [report.months[0], report.months.at(-1)];
  if (!first || !last || report.months.length < 2) return [];
  const wish = { kind: "exact", period: last } as const;
  const span = { count: monthsBetween(first, last) + 1, of: "month" } as const;
  const lines: TrendLine[] = [];
  const evidence: Evidence[] = [];
  for (const unit of units) {
    const view = await services.results.trend({ unit, wish, indicators, span, places: false });
    if (isMissing(view)) continue;
    lines.push(...view.trends.slice(0, 1).map((trend) => ({ unit, trend })));
    evidence.push(...view.evidence);
  }
  const chart = trendChart(lines, false, joinEvidence(evidence), t.trend.chart);
  return chart ? [{ type: "picture", picture: services.charts.picture(chart), most }] : [];
}

/** Of "2026-07" and "2026-09": 2. */
function monthsBetween(from: string, to: string): number {
  const count = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return count(to) - count(from);
}
