import { defineCommand } from "#commands/define-command.ts";
import { slot } from "#commands/slots/slot.ts";
import { severalUnits } from "#commands/unit/several.ts";
import { someFigures } from "#commands/unit/some-figures.ts";
import { wholeCard } from "#commands/unit/whole-card.ts";
import { Refusal } from "#services/refusal.ts";

/** One unit, everything stored about it in one period, or the figures asked for; several units side by side in words. */
export const unit = defineCommand({
  name: "xa",
  words: (t) => t.unit,
  sisters: ["huyen", "quan", "thixa", "tinh", "phuong", "thitran", "dackhu", "so", "donvi"],
  role: "viewer",
  onlyReads: true,
  slots: {
    units: slot.units(),
    period: slot.period(),
    indicators: slot.indicators(),
    place: slot.place(),
  },

  async run({ slots, calledAs, ...context }) {
    const [named, ...others] = slots.units;
    if (!named) throw new Refusal("unit-needed", { command: calledAs });
    if (others.length > 0) return severalUnits(slots, context);
    if (slots.indicators.length > 0) return someFigures(named, slots, context);
    return wholeCard(named, slots, context);
  },
});
