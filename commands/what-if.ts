import { defineCommand } from "#commands/define-command.ts";
import { expectFound, missingRefusal, type Sought } from "#commands/kit/expect-found.ts";
import { joinWords, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { type SupposedValue, valueWords } from "#commands/slots/value-slot.ts";
import { supposeFigure, type WhatIf } from "#services/analysis/what-if.ts";
import { whatIfChart } from "#services/charts/what-if-spec.ts";
import { type Indicator, type Measure, TOTAL } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import { lines } from "#services/reply/text.ts";
import type { UnitView } from "#services/results/views.ts";
import { subtract } from "#services/sheets/places.ts";

/** What another figure of one unit would make of its points and places, the other units as they are. */
export const whatIf = defineCommand({
  name: "gialap",
  words: (t) => t.whatIf,
  sisters: ["giadinh", "giasu"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    matters: [
      // "thêm 1 điểm thì lên hạng mấy": what is supposed stands for itself.
      {
        asks: /(?<![\p{L}\d])(?=(?:them|bot|tang|giam) \d{1,3}(?:[.,]\d{1,2})? ?(?:diem|%)[^?.!]{0,20} thi )/u,
      },
      { asks: wholeWords("(?:neu(?: nhu)?|gia (?:su|dinh|thiet|lap))(?= [^\\d]{0,120}\\d)") },
    ],
    // What becomes of it is what the answer tells.
    moreOfMatter: wholeWords(
      "(?:thi )?se|thi (?=duoc|dung|xep|len|the|sao|ra)|(?:thi )?(?:the nao|ra sao|sao)|(?:duoc |xep |dung |len |thanh )*(?:hang|thu|vi tri|bac) (?:may|bao nhieu|nao)|(?:duoc |con |len )*(?:may|bao nhieu) diem",
    ),
    takes: ["units", "indicators", "value", "period"],
    followsUnits: true,
  },
  slots: {
    unit: slot.unit(),
    value: slot.value(),
    period: slot.period(),
    indicators: slot.indicators(),
  },

  async run({ slots, services, t, asker }) {
    const { unit, value: wished } = slots;
    if (wished === null) throw new Refusal("what-if-unclear", { lacks: "value" });
    const meant = meantBy(slots.indicators, wished, services.indicators.get(TOTAL));
    const phrase = unitPhrase(unit, services.units, asker.home);
    const again = (...words: string[]): string =>
      typed("/gialap", phrase, joinWords(...words), valueWords(wished));
    const sought: Sought = { what: "figures", unit, t, again };
    const view = expectFound(await services.results.unit(unit, slots.period, meant), sought);

    const indicator = meant.find((one) => actualOf(view, one) !== undefined);
    const actual = indicator && actualOf(view, indicator);
    if (!indicator || actual === undefined) {
      const held = view.figures.map((figure) => figure.indicator).filter(isSupposable);
      throw missingRefusal({ missing: "indicator", indicators: held }, sought);
    }
    const value = wished.kind === "level" ? wished.value : subtract(actual, -wished.value);
    expectPossible(value, indicator);
    const found = supposeFigure(view, indicator, value, services.indicators);
    if (!found) throw new Refusal("no-data", { unit });
    const shown = found.figures.findLast(({ place }) => place !== null);
    const chart = shown && whatIfChart(view, shown, unitLookup(services.units), t.whatIf.chart);
    return {
      text: lines(
        t.whatIf.title(view),
        ...whatIfLines(found),
        t.whatIf.notReal(t.evidence.line(view.evidence)),
      ),
      ...(chart ? { picture: services.charts.picture(chart) } : {}),
      actions: [
        [
          { label: t.why.actions.why, command: typed("/visao", phrase, view.period) },
          { label: t.why.actions.formula, command: typed("/congthuc", indicator.id) },
        ],
      ],
    };

    function whatIfLines({ figures, band, lacking, formula }: WhatIf) {
      const [first] = figures;
      return [
        t.whatIf.supposing(first),
        ...figures.map((supposed) =>
          t.whatIf.figure({ supposed, band: supposed.indicator.id === TOTAL ? band : null }),
        ),
        figures.every(({ place }) => place === null) && t.whatIf.noPlace,
        formula && t.whatIf.formula(formula),
        lacking && t.whatIf.lacking({ reason: lacking, indicator: first.indicator }),
      ];
    }
  },
});

/** What the words and the measure of the number may mean, best first; points without a name are the total's. */
function meantBy(
  named: readonly (readonly Indicator[])[],
  { measure }: SupposedValue,
  total: Indicator | undefined,
): readonly Indicator[] {
  const [first, ...others] = named;
  if (others.length > 0) throw new Refusal("what-if-unclear", { lacks: "one" });
  if (!first) {
    if (measure !== "points" || !total) throw new Refusal("what-if-unclear", { lacks: "indicator" });
    return [total];
  }
  const fits = first.filter((one) => isSupposable(one) && (measure === null || one.measure === measure));
  if (fits.length === 0) throw new Refusal("what-if-unclear", { lacks: "measure" });
  return fits;
}

/** Counts follow the size of a unit: neither points nor places hang on them alone. */
const SUPPOSABLE: ReadonlySet<Measure> = new Set(["points", "rate"]);

const isSupposable = ({ measure }: Indicator): boolean => SUPPOSABLE.has(measure);

function expectPossible(value: number, indicator: Indicator): void {
  const most = indicator.max ?? 100;
  if (value < 0 || value > most) throw new Refusal("what-if-range", { indicator, most });
}

function actualOf({ figures }: UnitView, indicator: Indicator): number | undefined {
  return figures.find((one) => one.indicator === indicator)?.observation.value ?? undefined;
}
