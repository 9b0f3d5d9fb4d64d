import { unitLookup } from "#commands/parts/phrases.ts";
import type { Catalog } from "#locales/catalog.ts";
import type { ChangedWhat } from "#locales/words/deliveries.ts";
import { type CorrectedFigure, whatChanged } from "#services/broadcasts/what-changed.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { previousPeriod } from "#services/periods/period.ts";
import type { ListKind } from "#services/results/lists.ts";
import { isMissing } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import type { Observation, Sheet } from "#services/sheets/sheet.ts";

/** What changed of one kind: "Điểm tổng hợp", and for each unit "Cương Chính 83,28 → 84,10". */
export interface ChangeGroup {
  readonly head: string;
  readonly items: readonly string[];
}

interface Facts {
  readonly after: Sheet;
  readonly services: Services;
  readonly t: Catalog;
}

/** All that two versions of a sheet say otherwise: values first, then what was published of them, then our places. */
export async function changeGroups(
  before: Sheet,
  after: Sheet,
  { services, t }: Omit<Facts, "after">,
): Promise<readonly ChangeGroup[]> {
  const facts = { after, services, t };
  const changed = whatChanged(before, after);
  const indicators = services.indicators.all();
  const of = ({ id }: Indicator) => changed.filter(({ indicator }) => indicator === id);
  const moved = await Promise.all(
    indicators
      .filter((indicator) => of(indicator).some(isOfValue))
      .map((indicator) => placesMoved(indicator, before, facts)),
  );
  return [
    ...indicators.map((indicator) => values(of(indicator), indicator, facts)),
    ...indicators.map((indicator) => publishedRanks(of(indicator), indicator, facts)),
    ...indicators.map((indicator) => publishedChanges(of(indicator), indicator, facts)),
    ...moved,
  ].filter(({ items }) => items.length > 0);
}

const isOfValue = ({ before, after }: CorrectedFigure): boolean =>
  before?.value !== after?.value || (after?.rank === null && before?.of !== after.of);

function values(changed: readonly CorrectedFigure[], indicator: Indicator, facts: Facts): ChangeGroup {
  const { t } = facts;
  const told = changed.filter(isOfValue);
  const isAdded = told.some((one) => one.isAdded);
  return {
    head: headOf(isAdded ? "added" : "values", indicator, facts),
    items: told.map(({ unit, before, after }) => {
      const now = figureOf(after, indicator, t);
      return nameOf(unit, facts, isAdded ? now : t.messages.turned(figureOf(before, indicator, t), now));
    }),
  };
}

function figureOf(one: Observation | null, indicator: Indicator, t: Catalog): string {
  if (!one || one.value === null) return t.messages.absent;
  const isShare = one.rank === null && one.of !== null;
  return isShare
    ? t.unit.outOf(t.figures.number(one.value), t.figures.value(one.of ?? 0, indicator))
    : t.figures.value(one.value, indicator);
}

function publishedRanks(
  changed: readonly CorrectedFigure[],
  indicator: Indicator,
  facts: Facts,
): ChangeGroup {
  const { t } = facts;
  const rankOf = (one: Observation | null): string =>
    one?.rank ? t.messages.place(one.rank, one.of) : t.messages.absent;
  return turns(changed, "publishedRanks", rankOf, indicator, facts);
}

function publishedChanges(
  changed: readonly CorrectedFigure[],
  indicator: Indicator,
  facts: Facts,
): ChangeGroup {
  const { t } = facts;
  const changeOf = (one: Observation | null): string =>
    one === null || one.change === null ? t.messages.absent : t.figures.change(one.change, indicator);
  return turns(changed, "publishedChanges", changeOf, indicator, facts);
}

/** Those of which both versions' words differ. */
function turns(
  changed: readonly CorrectedFigure[],
  what: ChangedWhat,
  words: (one: Observation | null) => string,
  indicator: Indicator,
  facts: Facts,
): ChangeGroup {
  return {
    head: headOf(what, indicator, facts),
    items: changed.flatMap(({ unit, before, after }) =>
      words(before) === words(after)
        ? []
        : [nameOf(unit, facts, facts.t.messages.turned(words(before), words(after)))],
    ),
  };
}

/** Areas and departments are ranked apart. */
const KINDS: readonly ListKind[] = ["areas", "departments"];

/** Units whose place among their like is another one, in the new order. */
async function placesMoved(indicator: Indicator, before: Sheet, facts: Facts): Promise<ChangeGroup> {
  const { after, services, t } = facts;
  const items: string[] = [];
  for (const kind of KINDS) {
    const old = new Map(
      (await rowsOf(before, kind, indicator, services)).map(({ unit, rank }) => [unit, rank]),
    );
    for (const { unit, rank } of await rowsOf(after, kind, indicator, services)) {
      const was = old.get(unit);
      if (was === undefined || was === rank) continue;
      items.push(nameOf(unit, facts, t.messages.turned(t.figures.number(was), t.figures.number(rank))));
    }
  }
  return { head: headOf("ranks", indicator, facts), items };
}

async function rowsOf(sheet: Sheet, kind: ListKind, indicator: Indicator, services: Services) {
  const { period, version } = sheet;
  const scope = unitLookup(services.units)(sheet.scope);
  const wish = { kind: "exact", period } as const;
  const view = await services.results.ranking({
    scope,
    kind,
    period: wish,
    indicators: [indicator],
    version,
  });
  return isMissing(view) || view.ranking.published ? [] : view.ranking.rows;
}

function headOf(what: ChangedWhat, indicator: Indicator, { after: { period }, t }: Facts): string {
  return t.messages.changed({ what, indicator, period, earlier: previousPeriod(period) });
}

const nameOf = (unit: string, { services, t }: Facts, said: string): string =>
  `${t.rank.chart.unit(unitLookup(services.units)(unit))} ${said}`;
