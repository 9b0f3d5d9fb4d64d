import type { Analysis } from "#services/analysis/analysis.ts";
import { honestAxis, ticksOf } from "#services/charts/axis.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { WaterfallChart, WaterfallRow } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import { subtract } from "#services/sheets/places.ts";
import type { Unit } from "#services/units/unit.ts";

/** What the picture of a change, or of points lost, says in one language. */
export interface WaterfallChartWords {
  title(facts: { unit: Unit; parent: Unit }): string;
  /** `earlier`: null = points lost are shown, not a change. */
  subtitle(facts: { period: Period; earlier: Period | null }): string;
  /** Name of a total: of a period, or the maximum (null). */
  total(period: Period | null): string;
  name(indicator: Indicator): string;
  /** What no group accounts for. */
  rest: string;
  /** The same of points lost. */
  unheld: string;
  value(value: number): string;
  change(value: number): string;
  tick(value: number): string;
  key: WaterfallChart["key"];
  footer(evidence: Evidence, unit: Unit): readonly string[];
}

/** From one total to the next by groups; where no change is known, from the maximum down. Null = no groups are held. */
export function waterfallChart(
  { view, attribution, headroom }: Analysis,
  words: WaterfallChartWords,
): WaterfallChart | null {
  const total = view.figures.find(({ indicator }) => indicator.id === TOTAL);
  const earlier = view.before;
  if (attribution && attribution.parts.length > 0 && earlier) {
    const steps = attribution.parts.map(({ indicator, change }) => ({ name: words.name(indicator), change }));
    const ends = {
      from: { name: words.total(earlier), value: attribution.before },
      to: { name: words.total(view.period), value: attribution.now },
    };
    return drawn(ends, [...steps, { name: words.rest, change: attribution.rest }], earlier);
  }
  const [value, max] = [total?.observation.value ?? null, total?.indicator.max ?? null];
  if (value === null || max === null || headroom.length < FEWEST_GROUPS) return null;
  const lost = headroom.map(({ indicator, lost: points }) => ({
    name: words.name(indicator),
    change: subtract(0, points),
  }));
  const known = lost.reduce((sum, { change }) => sum + change, 0);
  const rest = subtract(subtract(value, max), known);
  const ends = {
    from: { name: words.total(null), value: max },
    to: { name: words.total(view.period), value },
  };
  return drawn(ends, [...lost, { name: words.unheld, change: rest }], null);

  function drawn(ends: Ends, steps: readonly Step[], before: Period | null): WaterfallChart {
    const rows = rowsOf(ends, steps, words);
    const axis = honestAxis(rows.flatMap(({ from, to }) => [from, to]));
    const title = words.title(view);
    const subtitle = words.subtitle({ period: view.period, earlier: before });
    return {
      type: "waterfall",
      title,
      subtitle,
      rows,
      axis,
      ticks: ticksOf(axis).map((at) => ({ value: at, text: words.tick(at) })),
      key: words.key,
      footer: words.footer(view.evidence, view.unit),
      alt: [title, subtitle, ...rows.map(({ name, text }) => `${name}: ${text}`)].join("\n"),
    };
  }
}

/** Fewer say nothing that the text does not. */
const FEWEST_GROUPS = 3;

interface Ends {
  readonly from: { readonly name: string; readonly value: number };
  readonly to: { readonly name: string; readonly value: number };
}

interface Step {
  readonly name: string;
  readonly change: number;
}

/** Each step begins where the one before it ends; steps of nothing at the end of a list are left out. */
function rowsOf(
  { from, to }: Ends,
  steps: readonly Step[],
  words: WaterfallChartWords,
): readonly WaterfallRow[] {
  let reached = from.value;
  const last = steps.at(-1);
  const taken = last && last.change === 0 ? steps.slice(0, -1) : steps;
  const rows = taken.map(({ name, change }): WaterfallRow => {
    const begin = reached;
    reached = subtract(reached, -change);
    const tone = change === 0 ? "same" : change > 0 ? "gain" : "loss";
    return { name, from: begin, to: reached, text: words.change(change), tone };
  });
  return [
    { name: from.name, from: from.value, to: from.value, text: words.value(from.value), tone: "total" },
    ...rows,
    { name: to.name, from: to.value, to: to.value, text: words.value(to.value), tone: "total" },
  ];
}
