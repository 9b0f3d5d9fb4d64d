import type { AnswerContext } from "#commands/define-command.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { nothingHeld } from "#commands/sources/nothing-held.ts";
import {
  comparePeriods,
  nextPeriod,
  type Period,
  periodKind,
  previousPeriod,
} from "#services/periods/period.ts";
import type { Reply } from "#services/reply/reply.ts";
import { lines } from "#services/reply/text.ts";
import { completenessOf, GROUPS } from "#services/sheets/completeness.ts";
import type { SheetHead } from "#services/sheets/sheets.ts";
import type { Unit } from "#services/units/unit.ts";

/** A year of months, and what else ends within it. */
const SHOWN = 18;

/**
 * How whole and how fresh a scope's list is in each period that is held, the latest first; months between others that
 * are not held are named. Rejects with the Refusal of a scope without a list.
 */
export async function periodsHeld(scope: Unit, context: AnswerContext): Promise<Reply> {
  const { services, asker, t } = context;
  const where = scopeWords(scope, asker.home, services);
  const again = (word: string): string => typed("/nguon", word, where);
  const heads = (await services.sheets.heads()).filter((head) => head.scope === scope.id);
  const latestFirst = heads.toSorted((a, b) => comparePeriods(b.period, a.period));
  const [latest] = latestFirst;
  if (!latest) throw await nothingHeld(scope, context);

  const shown = latestFirst.slice(0, SHOWN);
  const gaps = gapsBetween(shown.map(({ period }) => period));
  const inOrder = [...shown, ...gaps].sort((a, b) => comparePeriods(endOf(b), endOf(a)));
  return {
    text: lines(
      t.sources.periodsHeld(scope),
      ...(await Promise.all(
        inOrder.map((one) => ("to" in one ? t.sources.notHeld(one) : heldLine(one, context))),
      )),
      heads.length > shown.length && t.sources.earlierPeriods(heads.length - shown.length),
    ),
    about: {
      command: "nguon",
      units: [scope.id],
      period: latest.period,
      indicators: [],
      kind: "",
    },
    actions: [
      shown.slice(0, 3).map(({ period }) => ({ label: t.actions.period(period), command: again(period) })),
    ],
  };
}

interface Gap {
  readonly from: Period;
  readonly to: Period;
}

const endOf = (one: SheetHead | Gap): Period => ("to" in one ? one.to : one.period);

/** Months that are missing between two that are held. */
function gapsBetween(held: readonly Period[]): readonly Gap[] {
  const months = held.filter((period) => periodKind(period) === "month").sort(comparePeriods);
  return months.slice(1).flatMap((month, i) => {
    const from = nextPeriod(months[i] ?? month);
    const to = previousPeriod(month);
    return from && to && from <= to ? [{ from, to }] : [];
  });
}

async function heldLine(head: SheetHead, { services, t }: AnswerContext): Promise<string> {
  const sheet = await services.sheets.current(head.scope, head.period);
  const whole = sheet && completenessOf(sheet, services.units);
  return t.sources.held({
    period: head.period,
    units: head.units.length,
    indicators: head.indicators.length,
    whole: whole && { ...whole, of: GROUPS.length },
    asOf: head.asOf && t.figures.moment(head.asOf),
  });
}
