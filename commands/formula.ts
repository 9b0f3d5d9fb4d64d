import { defineCommand } from "#commands/define-command.ts";
import { readFormulaAsked } from "#commands/formula/asked.ts";
import { componentCard, componentsOf, groupCard, indexCard, unscoredCard } from "#commands/formula/cards.ts";
import { inRows } from "#commands/kit/rows.ts";
import { typed } from "#commands/kit/typed.ts";
import { wholeWords } from "#commands/slots/remainder.ts";
import { slot } from "#commands/slots/slot.ts";
import { formulaOf } from "#services/indicators/formulas.ts";
import { type Indicator, TOTAL } from "#services/indicators/indicator.ts";
import { lines } from "#services/reply/text.ts";

/** Cards in one answer; the others are named as left out. */
const MOST_AT_ONCE = 3;
const IN_A_ROW = 2;

/** How an indicator is measured and scored, with what is not certain of it. */
export const formula = defineCommand({
  name: "congthuc",
  words: (t) => t.formula,
  sisters: ["cachtinh"],
  role: "viewer",
  onlyReads: true,
  phrases: {
    asks: wholeWords(
      "(?:cach|cong thuc) (?:tinh|cham)(?: diem| ty le)?(?: (?:the nao|ra sao))?|cong thuc|(?:duoc |cho )?(?:tinh|cham)(?: diem| toan)? (?:nhu )?(?:the nao|ra sao|kieu gi)|(?:diem )?toi da(?: (?:la |duoc )?(?:bao nhieu|may)(?: diem)?)?|(?:bao nhieu|may) diem toi da|thang diem",
    ),
    takes: ["indicators"],
  },
  slots: { words: slot.words() },

  async run({ slots, services, t }) {
    const asked = readFormulaAsked(slots.words, services.indicators);
    const shown = asked.slice(0, MOST_AT_ONCE);
    const left = asked.slice(MOST_AT_ONCE);
    const cards = shown.map((indicator) => cardOf(indicator));
    const isIndex = shown.every(({ id }) => id === TOTAL);
    const offered = isIndex
      ? services.indicators.all().filter(isGroup)
      : [...new Set(shown.flatMap(besideOf))];
    return {
      text: lines(
        ...cards.flatMap(gapBefore),
        left.length > 0 && t.chat.unused(left.map(t.figures.indicator)),
        t.formula.source,
      ),
      actions: inRows(
        [
          ...offered.map((one) => ({ label: t.actions.indicator(one), command: typed("/congthuc", one.id) })),
          ...(isIndex ? [] : [{ label: t.formula.actions.index, command: "/congthuc" }]),
        ],
        IN_A_ROW,
      ),
    };

    function cardOf(indicator: Indicator) {
      if (indicator.id === TOTAL) return indexCard(services.indicators, t);
      const own = formulaOf(indicator.id);
      if (own) return componentCard(own, services.indicators, t);
      const isWhole = isGroup(indicator) || indicator.measure === "points";
      return (isWhole ? groupCard : unscoredCard)(indicator, services.indicators, t);
    }

    function besideOf(indicator: Indicator): readonly Indicator[] {
      const beside = isGroup(indicator) ? componentsOf(indicator, services.indicators) : [groupOf(indicator)];
      return beside.flatMap((one) => one ?? []);
    }

    function groupOf({ group }: Indicator): Indicator | undefined {
      return group === null ? undefined : services.indicators.get(group);
    }
  },
});

const isGroup = ({ id, group }: Indicator): boolean => id === group;

const gapBefore = <T>(card: readonly T[], i: number): readonly (T | string)[] =>
  i > 0 ? ["", ...card] : card;
