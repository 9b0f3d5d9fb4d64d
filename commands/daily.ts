import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { joinWords, typed } from "#commands/kit/typed.ts";
import { slot } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { dailyChart } from "#services/charts/daily-spec.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { DailyMovers, DailySeries } from "#services/portal/daily.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines, type TextPart } from "#services/reply/text.ts";
import { isFew } from "#services/sheets/few-dossiers.ts";
import type { Unit } from "#services/units/unit.ts";

const USUAL_DAYS = 30;
/** Of more days than that every seventh is told. */
const MOST_TOLD = 31;
const WEEK = 7;
/** Numbers of days offered beside the one shown. */
const OFFERED: readonly number[] = [7, 30, 90];

/** A figure day by day as the portal shows it, and what moved; without a unit the biggest movers of the scope too. */
export const daily = defineCommand({
  name: "dienbien",
  words: (t) => t.daily,
  role: "viewer",
  onlyReads: true,
  slots: { unit: slot.optionalUnit(), indicators: slot.indicators(), days: slot.days() },

  async run({ slots, ...context }) {
    const { services, t, asker } = context;
    const { units, portal } = services;
    const named = slots.indicators[0]?.find(({ id }) => portal.daily.isDaily(id)) ?? slots.indicators[0]?.[0];
    const indicator = named ?? services.indicators.get(TOTAL);
    if (!indicator) throw new RangeError("the catalogue has no total");
    if (!portal.daily.isDaily(indicator.id)) return { text: lines(t.daily.notDaily(indicator)), actions: [] };
    const province = await portal.province();
    const unit = slots.unit ?? province ?? units.get("vn") ?? asker.home;
    const days = slots.days ?? USUAL_DAYS;
    const series = await portal.daily.series(unit, indicator.id, days);
    if (!series) return { text: lines(t.daily.nothing({ unit, province, isOn: portal.isOn })), actions: [] };
    const movers = slots.unit ? [] : await portal.daily.movers(unit, indicator.id);
    return replyOf(series, indicator, { days, movers, isNamed: slots.unit !== null }, context);
  },
});

interface Asked {
  readonly days: number;
  readonly movers: readonly DailyMovers[];
  readonly isNamed: boolean;
}

function replyOf(
  series: DailySeries,
  indicator: Indicator,
  { days, movers, isNamed }: Asked,
  context: AnswerContext,
): Reply {
  const { services, t } = context;
  const evidence = t.daily.evidence(series, services.local(series.fetchedAt));
  const footer = () => [evidence];
  const chart = dailyChart(series, indicator, { ...t.daily.chart, footer });
  return {
    text: lines(
      t.daily.title({ unit: series.unit, indicator }),
      ...seriesLines(series, indicator, context),
      ...movers.flatMap((one) => moverLines(one, series.unit, indicator, context)),
      evidence,
    ),
    ...(chart ? { picture: services.charts.picture(chart) } : {}),
    actions: actionsOf(series.unit, indicator, { days, isNamed }, context),
  };
}

function seriesLines(
  { points, moves, received }: DailySeries,
  indicator: Indicator,
  { t }: AnswerContext,
): readonly (TextPart | null)[] {
  const held = points.flatMap(({ day, value }, i) =>
    value === null ? [] : [{ day, value: t.figures.value(value, indicator), ago: points.length - 1 - i }],
  );
  const every = held.length > MOST_TOLD ? WEEK : 1;
  const told = held.filter(({ ago }) => ago % every === 0);
  const gaps = points.filter(({ value }) => value === null).map(({ day }) => day);
  const last = held.at(-1);
  const few = isFew(received) ? received : null;
  return [
    last ? t.daily.newest({ ...last, few }) : null,
    ...moves.map(({ since, day, change }) =>
      t.daily.move({ since, day, went: change === null ? null : t.figures.went(change, indicator) }),
    ),
    held.length > 1 ? t.daily.points(told, every) : t.daily.onlyOne,
    gaps.length > 0 ? t.daily.gaps(gaps) : null,
  ];
}

function moverLines(
  { since, day, rose, fell, of }: DailyMovers,
  scope: Unit,
  indicator: Indicator,
  { t }: AnswerContext,
): readonly (TextPart | null)[] {
  const said = (all: DailyMovers["rose"]) =>
    all.map(({ unit, value, change }) => ({
      ...{ unit, value: t.figures.value(value, indicator) },
      change: t.figures.change(change, indicator),
    }));
  return [
    t.daily.moversHead({ since, day, scope, of }),
    rose.length > 0 ? t.daily.movers({ rose: true, units: said(rose) }) : null,
    fell.length > 0 ? t.daily.movers({ rose: false, units: said(fell) }) : null,
    rose.length + fell.length === 0 ? t.daily.nobodyMoved : null,
  ];
}

function actionsOf(
  unit: Unit,
  indicator: Indicator,
  { days, isNamed }: Pick<Asked, "days" | "isNamed">,
  { services, t, asker }: AnswerContext,
): readonly (readonly Action[])[] {
  const named = isNamed ? unitPhrase(unit, services.units, asker.home) : "";
  return [
    OFFERED.filter((count) => count !== days).map((count) => ({
      label: t.daily.actions.days(count),
      command: typed("/dienbien", named, joinWords(indicator.id, `${count} ngày`)),
    })),
  ];
}
