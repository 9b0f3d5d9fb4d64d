import { readOn } from "#commands/parts/broadcast-parts.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { MessageContext } from "#commands/parts/results-message.ts";
import type { Catalog } from "#locales/catalog.ts";
import { type CorrectedFigure, whatChanged } from "#services/broadcasts/what-changed.ts";
import type { Recipe } from "#services/delivery/delivery.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import type { RankingView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import type { Observation } from "#services/sheets/sheet.ts";

type Correction = Extract<Recipe, { kind: "correction" }>;

/** More than these are counted: who wants them all asks for the new list. */
const LISTED = 12;

/** Only what a newer version changed of an older one, before → after. */
export async function correctionMessage({ services, t, recipe }: MessageContext<Correction>): Promise<Reply> {
  const { scope: id, period, from, version } = recipe;
  const scope = unitLookup(services.units)(id);
  const [before, after] = await Promise.all([
    services.sheets.version(id, period, from),
    services.sheets.version(id, period, version),
  ]);
  if (!before || !after)
    throw new Error(`versions ${from} and ${version} of ${id} ${period} are not both there`);
  const said = linesOf(whatChanged(before, after), await ranksOf(recipe, services), services, t);
  return {
    text: lines(
      t.messages.correctionTitle({ scope, period }),
      t.messages.replaces({ from, version }),
      ...said.slice(0, LISTED),
      said.length > LISTED && t.messages.moreCorrected(said.length - LISTED),
      t.evidence.line(evidenceOf([after], after.observations)),
    ),
    actions: [readOn(scope, period, services, t)],
  };
}

/** Places in the list before and after, by unit; of the indicator the list is ranked on. */
interface Ranks {
  readonly indicator: string | null;
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

async function ranksOf({ scope: id, period, from, version }: Correction, services: Services): Promise<Ranks> {
  const scope = unitLookup(services.units)(id);
  const wish = { kind: "exact", period } as const;
  const view = (of: number) =>
    services.results.ranking({ scope, kind: "areas", period: wish, indicators: [], version: of });
  const [old, now] = await Promise.all([view(from), view(version)]);
  if ("missing" in old || "missing" in now || old.indicator.id !== now.indicator.id) {
    return { indicator: null, before: new Map(), after: new Map() };
  }
  const places = ({ ranking }: RankingView) => new Map(ranking.rows.map(({ unit, rank }) => [unit, rank]));
  return { indicator: now.indicator.id, before: places(old), after: places(now) };
}

/** In the order of the catalogue, the total first. */
function linesOf(
  changed: readonly CorrectedFigure[],
  ranks: Ranks,
  services: Services,
  t: Catalog,
): readonly string[] {
  const unitOf = unitLookup(services.units);
  return services.indicators.all().flatMap((indicator) =>
    changed
      .filter((figure) => figure.indicator === indicator.id)
      .map(({ unit, before, after }) =>
        t.messages.corrected({
          unit: t.rank.chart.unit(unitOf(unit)),
          indicator: indicator.id === TOTAL ? null : t.figures.indicatorShort(indicator),
          before: figureOf(before, after, indicator, t),
          after: figureOf(after, before, indicator, t),
          ranks: ranks.indicator === indicator.id ? moveOf(unit, ranks, t) : "",
        }),
      ),
  );
}

/** The value; the published rank where that alone differs. */
function figureOf(
  one: Observation | null,
  other: Observation | null,
  indicator: Indicator,
  t: Catalog,
): string {
  if (one?.rank && (one.value === null || one.value === other?.value)) return t.messages.published(one.rank);
  if (!one || one.value === null) return t.messages.absent;
  return t.figures.value(one.value, indicator);
}

function moveOf(unit: string, { before, after }: Ranks, t: Catalog): string {
  const [old, now] = [before.get(unit), after.get(unit)];
  return old === undefined || now === undefined || old === now ? "" : t.messages.ranks(old, now);
}
