import type { RuleFacts } from "#locales/words/rules.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { ScopedRule } from "#services/alerts/rules.ts";
import { type Meant, meantBy, type RuleWish } from "#services/alerts/wish.ts";
import { Refusal } from "#services/refusal.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** A rule asked for. */
export interface Asked {
  readonly scope: Unit;
  readonly wish: RuleWish;
}

export interface Sought extends Meant {
  /** The rule that holds, with who set it; null = there is none yet. */
  readonly scoped: ScopedRule | null;
}

/** Finds the rule asked for among those that hold for a scope. Rejects with the Refusals of `meantBy`. */
export async function seek({ scope, wish }: Asked, services: Services): Promise<Sought> {
  const [rules, heads] = await Promise.all([services.alerts.rules.of(scope.id), services.sheets.heads()]);
  const own = heads.filter((head) => head.scope === scope.id);
  const stored = new Set(own.flatMap(({ indicators }) => indicators));
  const meant = meantBy(
    wish,
    rules.map(({ rule }) => rule),
    (indicator) => stored.has(indicator),
  );
  return { ...meant, scoped: rules.find(({ rule }) => rule === meant.held) ?? null };
}

/** The rule that holds. Throws the Refusal "unknown-rule". */
export function expectHeld({ scoped, indicator }: Sought): ScopedRule {
  if (!scoped) throw new Refusal("unknown-rule", { indicator });
  return scoped;
}

/** A rule with the indicators that it measures. */
export function factsOf(rule: Rule, { indicators }: Pick<Services, "indicators">): RuleFacts {
  return { rule, indicators: measuredBy(rule).flatMap((id) => indicators.get(id) ?? []) };
}

function measuredBy(rule: Rule): readonly string[] {
  if (rule.kind === "change") return rule.indicators;
  return rule.kind === "target" || rule.kind === "missing" ? [] : [rule.indicator];
}
