import type { AnswerContext } from "#commands/define-command.ts";
import { expectFound } from "#commands/kit/expect-found.ts";
import { preferring } from "#commands/kit/preferring.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { listSlots, type SlotValues, slot } from "#commands/slots/slot.ts";
import type { MapShade } from "#services/charts/map-steps.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { hasMap, isMapped } from "#services/maps/has-map.ts";
import type { PeriodWish } from "#services/periods/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { RankingView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** A commune named as scope is shown among those of its province. */
export const mapSlots = {
  ...listSlots,
  shade: slot.shade(),
};
export type MapSlots = SlotValues<typeof mapSlots>;

/** How a shade is typed. */
export const SHADE_WORDS: Readonly<Record<MapShade, string>> = {
  value: "",
  moved: "tăng giảm",
  target: "chỉ tiêu",
};

export type Again = (...words: readonly (string | null)[]) => string;

/** The same map in other words. */
export function mapAgain({ scope }: MapSlots, { services, asker }: AnswerContext): Again {
  const where = scopeWords(scope, asker.home, services);
  return (...words) => typed("/bando", ...words, where);
}

/**
 * The list that a map is made of. Rejects with a Refusal where there is none, where it is of units that have no
 * boundaries today, or where it lacks what the colours are to tell.
 */
export async function readMapped(slots: MapSlots, context: AnswerContext): Promise<RankingView> {
  const { services, asker, t } = context;
  const [named = []] = slots.indicators;
  const scope = listedScope(slots.scope, context);
  const again = mapAgain(slots, context);
  const read = async (period: PeriodWish | null, indicators: readonly Indicator[]): Promise<RankingView> => {
    const view = await services.results.ranking({ scope, kind: "areas", period, indicators });
    return expectFound(view, { what: "list", unit: scope, t, again });
  };
  const view = await read(
    slots.period,
    named.length > 0 ? named : preferring(asker.settings.indicator, services),
  );
  expectBoundaries(view, context);
  if (slots.shade === "moved") expectMoves(view);
  if (slots.shade !== "target" || view.target) return view;
  const withTarget = [view.indicator, ...view.indicators].filter(({ id }) =>
    view.targets.some(({ indicator }) => indicator === id),
  );
  if (withTarget.length === 0) throw new Refusal("no-targets", { scope, period: view.period });
  if (named.length === 0) return read({ kind: "exact", period: view.period }, withTarget);
  throw new Refusal(
    "no-target-of",
    { indicator: view.indicator, period: view.period },
    withTarget.map((one) => ({
      label: t.actions.indicator(one),
      command: again(view.period, one.id, SHADE_WORDS.target),
    })),
  );
}

/** The unit whose units are drawn. */
function listedScope(unit: Unit, { services }: AnswerContext): Unit {
  if (unit.kind !== "commune" || unit.validTo !== null || unit.parent === null) return unit;
  return services.units.get(unit.parent) ?? unit;
}

function expectBoundaries(
  { period, scope, indicator }: RankingView,
  { services, t, asker }: AnswerContext,
): void {
  if (hasMap(scope, period)) return;
  const where = scopeWords(scope, asker.home, services, period);
  throw new Refusal("no-map", { scope, period, why: isMapped(period) ? "unit" : "period" }, [
    { label: t.actions.ranking, command: typed("/xephang", period, indicator.id, where) },
  ]);
}

function expectMoves({ ranking, scope, period, before }: RankingView): void {
  if (ranking.rows.some(({ moved }) => moved !== null)) return;
  const { comparison } = ranking;
  const because = comparison.kind === "none" ? comparison.reason : null;
  throw new Refusal("no-moves", { scope, period, because, before });
}
