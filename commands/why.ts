import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { typed } from "#commands/kit/typed.ts";
import { placePicture } from "#commands/parts/place-picture.ts";
import { unitsSlots } from "#commands/slots/slot.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { type Asked, readWhy } from "#commands/why/asked.ts";
import { whyLines } from "#commands/why/lines.ts";
import { whyPhrases } from "#commands/why/phrases.ts";
import { waterfallChart } from "#services/charts/waterfall-spec.ts";
import { Refusal } from "#services/refusal.ts";
import type { ChartSpec } from "#services/reply/chart.ts";
import type { Action } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";

/** Units answered in one message; the others are named as left out. */
const MOST_AT_ONCE = 3;

/** Why a unit rose or fell, where it loses points, and what would move it; several units in words. */
export const why = defineCommand({
  name: "visao",
  words: (t) => t.why,
  sisters: ["nguyennhan", "phantich"],
  role: "viewer",
  onlyReads: true,
  phrases: whyPhrases,
  slots: unitsSlots,

  async run({ slots, ...context }) {
    const { services, t } = context;
    const units = slots.units.slice(0, MOST_AT_ONCE);
    const left = slots.units.slice(MOST_AT_ONCE);
    if (units.length === 0) throw new Refusal("unit-needed", { command: "visao" });
    const all = await Promise.all(units.map((unit) => readWhy(unit, slots.period, context)));
    const named = slots.indicators.flat();
    const [first] = all;
    const chart = first && all.length === 1 ? await pictureOf(first, context) : null;
    return {
      text: lines(
        ...all.flatMap((asked, i) => [
          ...(i > 0 ? [""] : []),
          ...whyLines(asked, named, context),
          t.evidence.line(asked.analysis.view.evidence),
        ]),
        left.length > 0 && t.chat.unused(left.map(t.figures.unit)),
      ),
      ...(chart ? { picture: services.charts.picture(chart) } : {}),
      actions: all.flatMap((asked) => actionsOf(asked, context)),
      ...(first
        ? {
            about: {
              command: "visao",
              units: units.map(({ id }) => id),
              period: first.analysis.view.period,
              indicators: [],
              kind: "",
            },
          }
        : {}),
    };
  },
});

/** Where the points came from or went; of totals alone, who stands beside the unit. */
const pictureOf = async ({ analysis }: Asked, context: AnswerContext): Promise<ChartSpec | null> =>
  waterfallChart(analysis, context.t.why.chart) ?? (await placePicture(analysis.view, context));

/** Everything of the unit, its course, its list, and the formulas. */
function actionsOf({ analysis: { view, ranked } }: Asked, { services, t, asker }: AnswerContext): Action[][] {
  const phrase = unitPhrase(view.unit, services.units, asker.home);
  const older = view.neighbours.older;
  return [
    [
      ...(older ? [{ label: t.actions.period(older), command: typed("/visao", phrase, older) }] : []),
      { label: t.actions.allFigures, command: typed("/xa", phrase, view.period) },
    ],
    [
      { label: t.why.actions.trend, command: typed("/xuhuong", phrase) },
      { label: t.why.actions.formula, command: typed("/congthuc", ranked?.indicator.group ?? null) },
    ],
  ];
}
