import type { Alert } from "#services/alerts/alert.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { Target } from "#services/targets/target.ts";
import type { Units } from "#services/units/units.ts";

/**
 * A test of whether the rule of an alert is still in force for its unit: on, of units of its kind, and, as documents'
 * targets go before levels of our own, not overtaken by one or left by one that has run out.
 */
export function inForce(
  rules: readonly Rule[],
  units: Pick<Units, "get">,
  targetsOf: (unit: string) => readonly Target[],
): (alert: Pick<Alert, "unit" | "rule" | "indicator">) => boolean {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return ({ unit: id, rule: ruleId, indicator }) => {
    const rule = byId.get(ruleId);
    const unit = units.get(id);
    if (!rule || (unit && rule.kinds !== null && !rule.kinds.includes(unit.kind))) return false;
    const hasTarget = (): boolean => targetsOf(id).some((target) => target.indicator === indicator);
    if (rule.kind === "level") return !hasTarget();
    return rule.kind !== "target" || hasTarget();
  };
}
