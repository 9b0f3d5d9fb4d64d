import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { sameList } from "#commands/kit/phrases.ts";
import { joinWords, typed } from "#commands/kit/typed.ts";
import {
  type Again,
  type MapSlots,
  mapAgain,
  mapSlots,
  readMapped,
  SHADE_WORDS,
} from "#commands/map/asked.ts";
import { legendLines, toldOf } from "#commands/map/map-lines.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { type MapFacts, mapChart } from "#services/charts/map-spec.ts";
import type { MapShade } from "#services/charts/map-steps.ts";
import { TOTAL } from "#services/indicators/indicator.ts";
import { isMapped } from "#services/maps/has-map.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import type { RankingView } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** A scope's units where they lie, coloured by their figures, their moves, or their target. */
export const map = defineCommand({
  name: "bando",
  words: (t) => t.map,
  role: "viewer",
  onlyReads: true,
  phrases: {
    asks: wholeWords(
      "(?:ve |to mau |to |len |tren |xem )*(?:cai |mot )?ban do(?: nhiet| mau| ket qua| diem)?|to(?: mau)? theo",
    ),
    takes: ["period", "indicators", "shade", "units"],
    about: "scope",
    goOn: sameList("/bando"),
    ofShown: ({ indicators, period, shade }, { about }) => {
      const [unit, ...others] = about.units;
      if (!unit || others.length > 0) return null;
      const [shown = ""] = about.indicators;
      return joinWords("/bando", indicators || shown, period || about.period, shade, `#${unit}`);
    },
  },
  slots: mapSlots,

  async run({ slots, ...context }) {
    const { services, t, asker } = context;
    const view = await readMapped(slots, context);
    const { facts, said } = factsOf(view, slots, context);
    const isNamed = slots.indicators.length > 0;
    return {
      text: lines(
        t.map.title({
          period: view.period,
          scope: view.scope,
          units: facts.areas,
          named: view.indicator.id === TOTAL ? null : view.indicator,
          shade: slots.shade,
        }),
        view.lacking &&
          t.rank.earlierInstead({ lacking: view.lacking, shown: view.period, indicator: view.indicator }),
        facts.asked && askedLine(facts.asked, facts, context),
        ...said,
        ...legendLines(facts, t),
        ...facts.notes.filter(
          (note) =>
            !lines(...said)
              .text.split("\n")
              .includes(note),
        ),
        t.evidence.line(view.evidence),
      ),
      picture: services.charts.picture(mapChart(facts, t.map.chart)),
      actions: actionsOf(view, slots, context),
      about: {
        command: "bando",
        units: [slots.scope.id],
        period: view.period,
        indicators:
          isNamed || view.indicator.id !== (asker.settings.indicator ?? TOTAL) ? [view.indicator.id] : [],
        kind: "",
      },
    };
  },
});

/** What is drawn, and what is said of it. */
function factsOf(view: RankingView, { scope, shade }: MapSlots, { services, t }: AnswerContext) {
  const areas = services.units
    .children(view.scope.id)
    .filter(
      ({ kind, validTo, codes }) => kind !== "department" && validTo === null && codes.gso !== undefined,
    );
  const asked = scope.id === view.scope.id ? null : scope;
  const against = shade === "moved" ? t.evidence.against(view.before, view.ranking.comparison) : "";
  const facts = { view, shade, areas, asked, against };
  const { said, ...told } = toldOf(facts, services.units, t);
  const drawn: MapFacts = { ...facts, ...told };
  return { facts: drawn, said };
}

/** The one that was asked for, as the picture writes it. */
function askedLine(unit: Unit, { view, shade }: MapFacts, { t }: AnswerContext): string {
  const row = view.ranking.rows.find((one) => one.unit === unit.id);
  const name = t.map.chart.unit(unit);
  const isHeld = row && (shade !== "moved" || row.moved !== null);
  return isHeld
    ? t.map.chart.label({ row, name, indicator: view.indicator, shade })
    : t.map.chart.unlabelled(name);
}

function actionsOf(
  view: RankingView,
  slots: MapSlots,
  context: AnswerContext,
): readonly (readonly Action[])[] {
  const { t, services, asker } = context;
  const again = mapAgain(slots, context);
  const word = view.indicator.id === (asker.settings.indicator ?? TOTAL) ? null : view.indicator.id;
  const where =
    view.scope.id === asker.home.id ? "" : unitPhrase(view.scope, services.units, asker.home, view.period);
  const { older, newer } = view.neighbours;
  const periods = [older, newer].flatMap((period) =>
    period && isMapped(period)
      ? [{ label: t.actions.period(period), command: again(period, word, SHADE_WORDS[slots.shade]) }]
      : [],
  );
  const shades = otherShades(view, slots.shade).map((shade) =>
    shadeAction(shade, view, again, word, t.map.actions),
  );
  return [
    periods,
    shades,
    [
      { label: t.actions.ranking, command: typed("/xephang", view.period, word, where) },
      { label: t.actions.sources, command: typed("/nguon", view.period, where) },
    ],
  ].filter((row) => row.length > 0);
}

const shadeAction = (
  shade: MapShade,
  { period }: RankingView,
  again: Again,
  word: string | null,
  labels: Readonly<Record<MapShade, string>>,
): Action => ({ label: labels[shade], command: again(period, word, SHADE_WORDS[shade]) });

/** What else the colours can tell of this list. */
function otherShades({ ranking, target }: RankingView, shown: MapShade): readonly MapShade[] {
  const shades: readonly MapShade[] = ["value", "moved", "target"];
  return shades.filter(
    (shade) =>
      shade !== shown &&
      (shade !== "moved" || ranking.rows.some(({ moved }) => moved !== null)) &&
      (shade !== "target" || target !== null),
  );
}
