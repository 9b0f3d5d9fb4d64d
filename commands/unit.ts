import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { atVersion } from "#commands/kit/at-version.ts";
import { joinWords, typed } from "#commands/kit/typed.ts";
import { unitPhrase } from "#commands/slots/unit-phrase.ts";
import { type UnitSlots, unitSlots } from "#commands/unit/asked.ts";
import { severalUnits } from "#commands/unit/several.ts";
import { someFigures } from "#commands/unit/some-figures.ts";
import { wholeCard } from "#commands/unit/whole-card.ts";
import { Refusal } from "#services/refusal.ts";
import { isMissing } from "#services/results/views.ts";
import type { Unit } from "#services/units/unit.ts";

/** One unit, everything stored about it in one period, or the figures asked for; several units side by side in words. */
export const unit = defineCommand({
  name: "xa",
  words: (t) => t.unit,
  sisters: ["huyen", "quan", "thixa", "tinh", "phuong", "thitran", "dackhu", "so", "donvi"],
  namesAreTitles: true,
  role: "viewer",
  onlyReads: true,
  phrases: {
    about: "units",
    goOn: (_, { names, indicators, period, asksForList }) =>
      asksForList ? null : joinWords("/xa", names, indicators, period),
  },
  slots: unitSlots,

  async run({ slots: asked, calledAs, ...given }) {
    const [named, ...others] = asked.units;
    if (!named) throw new Refusal("unit-needed", { command: calledAs });
    const { slots, context } = await ofVersion(named, asked, given);
    if (others.length > 0) return severalUnits(slots, context);
    if (slots.indicators.length > 0) return someFigures(named, slots, context);
    return wholeCard(named, slots, context);
  },
});

/** What was asked, of the version asked for of the sheet that lists the unit. */
async function ofVersion(
  named: Unit,
  slots: UnitSlots,
  context: AnswerContext,
): Promise<{ readonly slots: UnitSlots; readonly context: AnswerContext }> {
  const { version } = slots;
  const { services, asker } = context;
  if (version === null) return { slots, context };
  const view = await services.results.unit(named, slots.period);
  const scope = isMissing(view) ? services.units.get(named.parent ?? "") : view.parent;
  if (!scope) throw new Refusal("no-version", { held: [] });
  const again = (...words: string[]): string =>
    typed("/xa", unitPhrase(named, services.units, asker.home), ...words);
  const { period, context: of } = await atVersion({ ...slots, scope, version, again }, context);
  return { slots: { ...slots, period }, context: of };
}
