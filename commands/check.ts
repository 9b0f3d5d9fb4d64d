import { type CheckAsked, indicatorsOf, readCheck } from "#commands/check/asked.ts";
import { checkedList } from "#commands/check/list.ts";
import { type AnswerContext, defineCommand } from "#commands/define-command.ts";
import { inRows } from "#commands/kit/rows.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Line } from "#commands/parts/ranking-lines.ts";
import { slot } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { evidenceOf } from "#services/results/evidence.ts";
import { capital } from "#services/text/capital.ts";
import type { Unit } from "#services/units/unit.ts";

/** The figures, version and source behind a picture's check code: all that the picture showed. */
export const check = defineCommand({
  name: "kiemtra",
  words: (t) => t.check,
  sisters: ["kiemtrama"],
  role: "viewer",
  onlyReads: true,
  slots: { words: slot.words() },

  async run({ slots, ...context }) {
    if (slots.words === "") throw new Refusal("code-needed", {}, [], "/kiemtra");
    const asked = await readCheck(slots.words, context.services);
    return asked.unit ? unitReply(asked.unit, asked, context) : listReply(asked, context);
  },
});

async function listReply(asked: CheckAsked, context: AnswerContext): Promise<Reply> {
  const { services, t } = context;
  const { sheet } = asked;
  const held = indicatorsOf(sheet, services.indicators.all());
  const indicator = asked.indicator ?? held[0];
  const { view, lines: listed, turning, pages } = await checkedList(asked, indicator, context);
  const others = held.filter((one) => one !== indicator);
  return {
    text: lines(
      ...(await headLines(asked, context)),
      ...listed,
      others.length > 0 && t.check.others(asked.code, others),
      t.evidence.line(view?.evidence ?? evidenceOf([sheet], sheet.observations)),
    ),
    actions: [turning, ...othersOf(others, asked, context), [sourcesOf(asked, context)]].filter(
      (row) => row.length > 0,
    ),
    pages,
  };
}

/** All figures of one unit: what its own picture is drawn from. */
async function unitReply(unit: Unit, asked: CheckAsked, context: AnswerContext): Promise<Reply> {
  const { services, t } = context;
  const { sheet } = asked;
  const own = sheet.observations.filter((one) => one.unit === unit.id);
  const figures = services.indicators
    .all()
    .flatMap((indicator): string[] =>
      own.flatMap(({ indicator: id, value }) =>
        id === indicator.id && value !== null
          ? [`${capital(t.figures.indicator(indicator))}: ${t.figures.valueOfMax(value, indicator)}`]
          : [],
      ),
    );
  return {
    text: lines(
      ...(await headLines(asked, context)),
      t.figures.unit(unit),
      ...figures,
      t.evidence.line(evidenceOf([sheet], own)),
    ),
    actions: [[sourcesOf(asked, context)]],
  };
}

async function headLines(
  { code, sheet }: CheckAsked,
  { services, t }: AnswerContext,
): Promise<readonly Line[]> {
  const { scope, period, version } = sheet;
  const current = await services.sheets.current(scope, period);
  return [
    t.check.title({ code, scope: unitLookup(services.units)(scope), period, version }),
    current && current.version > version ? t.check.replaced(current.version) : t.check.current,
    t.check.compare,
  ] as readonly Line[];
}

/** Indicators in a row of buttons. */
const IN_A_ROW = 3;

/** How many other indicators have a button; the words name them all. */
const OFFERED = 9;

function othersOf(
  others: readonly Indicator[],
  { code }: CheckAsked,
  { t }: AnswerContext,
): readonly (readonly Action[])[] {
  const actions = others
    .slice(0, OFFERED)
    .map((one) => ({ label: t.actions.indicator(one), command: typed("/kiemtra", code, one.id) }));
  return inRows(actions, IN_A_ROW);
}

function sourcesOf({ sheet }: CheckAsked, { services, t, asker }: AnswerContext): Action {
  const where = scopeWords(unitLookup(services.units)(sheet.scope), asker.home, services);
  return { label: t.actions.sources, command: typed("/nguon", sheet.period, where) };
}
