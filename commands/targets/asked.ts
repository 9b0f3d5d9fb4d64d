import type { AnswerContext } from "#commands/define-command.ts";
import { missingRefusal } from "#commands/kit/expect-found.ts";
import { scopeWords, typed } from "#commands/kit/typed.ts";
import { listSlots, type SlotValues, slot } from "#commands/slots/slot.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import { Refusal } from "#services/refusal.ts";
import { type CitedDocument, type Evidence, joinEvidence } from "#services/results/evidence.ts";
import { type TargetTable, targetTable } from "#services/results/target-table.ts";
import { isMissing, type RankingView } from "#services/results/views.ts";
import type { Services } from "#services/services.ts";
import type { Target } from "#services/targets/target.ts";

/** Indicators: none = every one that has a target. */
export const targetsSlots = {
  ...listSlots,
  page: slot.page(),
  file: slot.file(),
};
export type TargetsSlots = SlotValues<typeof targetsSlots>;

/** Papers by their ids. */
export type Papers = ReadonlyMap<string, CitedDocument>;

export interface TargetsFound {
  /** The list that the table is made of. */
  readonly base: RankingView;
  readonly table: TargetTable;
  /** Targets of which the list has no figures. */
  readonly lost: readonly { readonly indicator: Indicator; readonly target: Target }[];
  readonly papers: Papers;
  readonly evidence: Evidence;
}

/**
 * A scope's units held against their targets; null = it has no list, and may have figures of its own. Rejects with the
 * Refusal "no-targets", or as a ranking without a list does.
 */
export async function readTargets(slots: TargetsSlots, context: AnswerContext): Promise<TargetsFound | null> {
  const { services, t, asker } = context;
  const { scope, period } = slots;
  const wished = slots.indicators.flat();
  const base = await services.results.ranking({ scope, kind: "areas", period, indicators: wished });
  if (isMissing(base)) {
    if (base.missing === "data") return null;
    const where = scopeWords(scope, asker.home, services);
    // The list's other indicators need not have targets.
    const command = base.missing === "indicator" ? "/xephang" : "/chitieu";
    const again = (...words: string[]): string => typed(command, ...words, where);
    throw missingRefusal(base, { what: "list", unit: scope, t, again });
  }
  const targetsOf = await services.targets.lookup(base.period, services.units);
  const set = targetsSet(base, targetsOf, wished, services);
  const views = await Promise.all(set.map(({ indicator }) => viewOf(base, indicator, services)));
  const held = views.flatMap((view) => (view ? [view] : []));
  if (set.length === 0) {
    const where = scopeWords(scope, asker.home, services);
    throw new Refusal("no-targets", { scope, period: base.period }, [
      { label: t.actions.ranking, command: typed("/xephang", base.period, where) },
    ]);
  }
  return {
    base,
    table: targetTable(held, targetsOf),
    lost: set.filter((_, i) => views[i] === null),
    papers: await papersOf(
      set.map(({ target }) => target),
      base,
      services,
    ),
    evidence: held.length > 0 ? joinEvidence(held.map(({ evidence }) => evidence)) : base.evidence,
  };
}

/** Every indicator of which some unit of the list has a target, in the catalogue's order, with the first one's. */
function targetsSet(
  { ranking }: RankingView,
  targetsOf: (unit: string) => readonly Target[],
  wished: readonly Indicator[],
  { indicators }: Services,
): TargetsFound["lost"] {
  const units = [...ranking.rows.map(({ unit }) => unit), ...ranking.missing, ...ranking.idle];
  const all = units.flatMap(targetsOf);
  const first = new Map(all.toReversed().map((target) => [target.indicator, target]));
  return indicators.all().flatMap((indicator) => {
    const target = first.get(indicator.id);
    const isWanted = wished.length === 0 || wished.includes(indicator);
    return target && isWanted ? [{ indicator, target }] : [];
  });
}

async function viewOf(
  { scope, period, kind }: RankingView,
  indicator: Indicator,
  { results }: Services,
): Promise<RankingView | null> {
  const wish = { kind: "exact", period } as const;
  const view = await results.ranking({ scope, kind, period: wish, indicators: [indicator] });
  return isMissing(view) || view.period !== period ? null : view;
}

/** The papers that set targets: they are kept with the figures that came from them, of whatever period. */
export async function papersOf(
  set: readonly Target[],
  { scope, period }: Pick<RankingView, "scope" | "period">,
  { sheets, units }: Services,
): Promise<Papers> {
  const wanted = new Set(set.map(({ source }) => source));
  const near = new Set([
    scope.id,
    ...units.ancestors(scope.id).map(({ id }) => id),
    ...set.map((one) => one.scope),
  ]);
  const heads = (await sheets.heads()).filter((head) => near.has(head.scope));
  const inOrder = heads.sort((a, b) => Number(b.period === period) - Number(a.period === period));
  const found = new Map<string, CitedDocument>();
  for (const head of inOrder) {
    if (found.size === wanted.size) break;
    const sheet = await sheets.version(head.scope, head.period, head.version);
    for (const document of sheet?.documents ?? []) {
      const isNew = wanted.has(document.id) && !found.has(document.id);
      if (isNew) found.set(document.id, { ...document, period: head.period });
    }
  }
  return found;
}
