import { worstFirst } from "#commands/parts/alert-words.ts";
import { unitLookup } from "#commands/parts/phrases.ts";
import type { Alert } from "#services/alerts/alert.ts";
import type { AlertBoard } from "#services/charts/alert-board.ts";
import { lateAlerts } from "#services/explanations/late.ts";
import { groupBy } from "#services/group-by.ts";
import { comparePeriods } from "#services/periods/period.ts";
import { type Evidence, evidenceOf, joinEvidence } from "#services/results/evidence.ts";
import type { Services } from "#services/services.ts";
import type { Unit } from "#services/units/unit.ts";

/** All that is open in a scope and how far it is dealt with; null = nothing is open. */
export async function readBoard(scope: Unit, services: Services): Promise<AlertBoard | null> {
  const [open, explanations, rules] = await Promise.all([
    services.alerts.openIn(scope.id),
    services.explanations.all(),
    services.alerts.rules.of(scope.id),
  ]);
  const alerts = worstFirst(open);
  const period = alerts
    .map((alert) => alert.period)
    .sort(comparePeriods)
    .at(-1);
  if (period === undefined) return null;
  const late = lateAlerts(explanations, services.today());
  return {
    scope,
    alerts,
    units: worstUnits(alerts, late),
    late,
    urgent: new Set(rules.flatMap(({ rule }) => (rule.urgent ? [rule.id] : []))),
    evidence: await evidenceFor(alerts, services),
    period,
    unitOf: unitLookup(services.units),
    indicatorOf(id) {
      const indicator = services.indicators.get(id);
      if (!indicator) throw new Error(`indicator ${id} is alerted but not in the catalogue`);
      return indicator;
    },
    changed: services.local(changedAt(alerts, late, services)),
  };
}

/** When an alert was last worked on; what is late has become so today at the latest. */
function changedAt(alerts: readonly Alert[], late: ReadonlySet<number>, services: Services): string {
  const today = services.momentAt(services.today(), "00:00").toISOString();
  const moments = alerts.map(({ number, updatedAt }) => (late.has(number) ? today : updatedAt));
  return moments.sort().at(-1) ?? today;
}

/** Units that missed a promised day first, then those with the most alerts, then those with the worst alert. */
function worstUnits(worstFirst: readonly Alert[], late: ReadonlySet<number>): readonly string[] {
  const [lateOnes, counts] = [new Set<string>(), new Map<string, number>()];
  for (const { unit, number } of worstFirst) {
    if (late.has(number)) lateOnes.add(unit);
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  const isLate = (unit: string): number => Number(lateOnes.has(unit));
  return [...counts.keys()].sort(
    (a, b) => isLate(b) - isLate(a) || (counts.get(b) ?? 0) - (counts.get(a) ?? 0),
  );
}

/** Evidence of the figures that alerts were last read in, each of its own sheet. */
export async function evidenceFor(
  alerts: readonly Alert[],
  { sheets }: Pick<Services, "sheets">,
): Promise<Evidence> {
  const places = groupBy(alerts, ({ scope, period, version }) => `${scope}/${period}/${version}`);
  const parts = await Promise.all([...places.values()].map((own) => evidenceOfSheet(own, sheets)));
  return joinEvidence(parts.flat());
}

/** Evidence of the alerts that one sheet raised; none where the sheet is gone. */
async function evidenceOfSheet(
  alerts: readonly Alert[],
  sheets: Services["sheets"],
): Promise<readonly Evidence[]> {
  const [first] = alerts;
  const sheet = first && (await sheets.version(first.scope, first.period, first.version));
  if (!sheet) return [];
  const told = new Set(alerts.map(({ unit, indicator }) => `${unit}\n${indicator}`));
  const shown = sheet.observations.filter(({ unit, indicator }) => told.has(`${unit}\n${indicator}`));
  return [evidenceOf([sheet], shown)];
}
