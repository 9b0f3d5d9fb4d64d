import { isOpen } from "#services/alerts/alert.ts";
import type { Read } from "#services/alerts/readings.ts";
import type { DailyRule, Rule } from "#services/alerts/rule.ts";
import type { Rules } from "#services/alerts/rules.ts";
import type { Settling } from "#services/alerts/settling.ts";
import type { StoredAlerts } from "#services/alerts/stored-alerts.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Indicators } from "#services/indicators/indicators.ts";
import { localMoment } from "#services/periods/calendar.ts";
import type { DailyFalls, UnitFalls } from "#services/portal/daily-falls.ts";
import type { Unit } from "#services/units/unit.ts";
import type { Units } from "#services/units/units.ts";

/** Daily observations, as a rule asks for them. */
export interface WatchedDays {
  /** Scopes whose units are watched day by day. */
  scopes(): Promise<readonly Unit[]>;
  /** Null = nothing is held. */
  falls(scope: Unit, rule: Pick<DailyRule, "indicator" | "by" | "times">): Promise<DailyFalls | null>;
}

export interface DailyLookOptions {
  readonly days: WatchedDays;
  readonly rules: Pick<Rules, "of">;
  readonly settling: Settling;
  readonly stored: Pick<StoredAlerts, "ofScope">;
  readonly units: Pick<Units, "get">;
  readonly indicators: Pick<Indicators, "get">;
  readonly timeZone: string;
}

/**
 * Looks at each new day of a watched scope where its rule is switched on: the only alerts that rest on provisional
 * figures. Once a scope and day. Where the rule was switched off, what is open by it is lifted with the next day.
 */
export function createDailyLook({ days, rules, settling, stored, ...known }: DailyLookOptions) {
  async function hasOpen(scope: Unit): Promise<boolean> {
    const items = await stored.ofScope(scope.id);
    return items.some(({ value }) => value.of === "dailyFalls" && isOpen(value));
  }

  async function lookAt(scope: Unit): Promise<boolean> {
    const rule = dailyRule((await rules.of(scope.id)).map((one) => one.rule));
    if (!rule || (!rule.isOn && !(await hasOpen(scope)))) return false;
    const indicator = known.indicators.get(rule.indicator);
    const found = indicator && (await days.falls(scope, rule));
    const id = `daily/${scope.id}/${found?.day}`;
    if (!found || (await settling.isSettled(id))) return false;
    const isMeant = (unit: string): boolean => isOfKind(rule, known.units.get(unit));
    const meant = rule.isOn ? found.units.filter(({ unit }) => isMeant(unit)) : [];
    const asOf = localMoment(found.fetchedAt, known.timeZone);
    return settling.settle(id, {
      place: { scope: scope.id, period: found.period, version: 0 },
      reads: meant.map((one) => readOf(one, { rule, indicator, asOf })),
      holds: ({ of, unit }) => of !== "dailyFalls" || (rule.isOn && isMeant(unit)),
    });
  }

  /** How many days were looked at. */
  return async (): Promise<number> => {
    let looked = 0;
    for (const scope of await days.scopes()) if (await lookAt(scope)) looked += 1;
    return looked;
  };
}

/** The rule that watches days; null = there is none. */
function dailyRule(rules: readonly Rule[]): DailyRule | null {
  for (const rule of rules) if (rule.kind === "daily") return rule;
  return null;
}

/** Whether a rule is of such units. */
function isOfKind({ kinds }: Pick<Rule, "kinds">, unit: Unit | undefined): boolean {
  return unit !== undefined && (kinds === null || kinds.includes(unit.kind));
}

/** Units that a rule would be told of on the newest day, and how many are watched; null = nothing is held. */
export function createDailyTest({ days, units }: Pick<DailyLookOptions, "days" | "units">) {
  return async (scope: Unit, rule: DailyRule) => {
    const found = await days.falls(scope, rule);
    if (!found) return null;
    const meant = found.units.filter(({ unit }) => isOfKind(rule, units.get(unit)));
    const falling = meant.filter(({ falls }) => falls >= rule.times).map(({ unit }) => unit);
    return { day: found.day, falling, of: meant.length };
  };
}

interface Place {
  readonly rule: DailyRule;
  readonly indicator: Indicator;
  readonly asOf: string;
}

function readOf({ unit, falls, before }: UnitFalls, { rule, indicator, asOf }: Place): Read {
  const nothing = { level: null, comparison: null, before: null, source: "" };
  const reading = { unit, rule: rule.id, indicator: indicator.id, of: "dailyFalls", value: falls } as const;
  return { rule, indicator, earlier: before, reading: { ...reading, ...nothing, asOf } };
}
