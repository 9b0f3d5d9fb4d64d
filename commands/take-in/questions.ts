import type { AnswerContext } from "#commands/define-command.ts";
import { act, say } from "#commands/take-in/acts.ts";
import { likelyPeriods, likelyScopes, likelyYears } from "#commands/take-in/choices.ts";
import type { Preview } from "#services/intake/preview.ts";
import { largest } from "#services/intake/words/apply-words.ts";
import type { Action } from "#services/reply/reply.ts";
import type { TextPart } from "#services/reply/text.ts";
import { capital } from "#services/text/capital.ts";
import { fullName } from "#services/units/unit.ts";

/** What is asked of a paper next, with likely answers. */
export interface Question {
  readonly text: TextPart;
  readonly answers: readonly (readonly Action[])[];
}

/** One question at a time: the answer to the first may answer the next. null = there is none. */
export function questionOf(preview: Preview, context: AnswerContext): Question | null {
  const { open, code, plan } = preview;
  const { t, services } = context;
  const periods = (all: readonly Parameters<typeof t.periods.name>[0][]) =>
    inPairs(all.map((period) => say(capital(t.periods.name(period)), code, `kỳ ${period}`)));
  const [matter] = ORDER.filter((one) => open.matters.includes(one));
  switch (matter) {
    case "period":
      return { text: t.corrections.asks.period, answers: periods(likelyPeriods(preview, context)) };
    case "year": {
      const guess = largest(plan.extraction.sheets, ({ period }) => period);
      const text = guess ? t.corrections.asks.year(t.periods.name(guess)) : t.corrections.asks.period;
      return { text, answers: periods(likelyYears(preview, context)) };
    }
    case "scope": {
      const scopes = likelyScopes(preview, context);
      const answers = scopes.map((unit) => say(capital(fullName(unit)), code, `địa bàn #${unit.id}`));
      return { text: t.corrections.asks.scope, answers: inPairs(answers) };
    }
    case "issuer":
      return { text: t.corrections.asks.issuer, answers: [] };
    default:
      return unsettled(preview, { t, services });
  }
}

const ORDER = ["period", "year", "scope", "issuer"] as const;

/** Doubtful figures, then units that nobody knows. */
function unsettled(
  { open, code }: Preview,
  { t, services }: Pick<AnswerContext, "t" | "services">,
): Question | null {
  const { doubtful, newUnits } = open;
  const [figure] = doubtful;
  if (figure) {
    const indicator = services.indicators.get(figure.indicator);
    const name = indicator ? t.figures.indicatorShort(indicator) : figure.indicator;
    const example = figure.suggestion === null ? "…" : t.figures.number(figure.suggestion);
    const suggested = doubtful.filter(({ suggestion }) => suggestion !== null).length;
    const hasMore = suggested > 0 || doubtful.some(({ picture }) => picture !== null);
    const answers = hasMore ? [[act(t.corrections.actions.suggestions, `gợi ý ${code}`)]] : [];
    return { text: t.corrections.askDoubtful(`${figure.unit} ${name} ${example}`), answers };
  }
  const [unit] = newUnits;
  if (!unit) return null;
  const add = say(t.corrections.actions.newUnits(newUnits.length), code, "thêm đơn vị mới");
  return { text: t.corrections.askNewUnits(fullName(unit)), answers: [[add]] };
}

const inPairs = (actions: readonly Action[]): readonly (readonly Action[])[] =>
  actions.flatMap((_, i) => (i % 2 === 0 ? [actions.slice(i, i + 2)] : []));
