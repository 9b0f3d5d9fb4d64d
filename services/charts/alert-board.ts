import type { Alert } from "#services/alerts/alert.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { AlertMark } from "#services/reply/chart.ts";
import type { Evidence } from "#services/results/evidence.ts";
import type { Unit } from "#services/units/unit.ts";

/** What is said of one matter. */
export interface AlertChartFacts {
  readonly alert: Alert;
  readonly indicator: Indicator;
  readonly isTotal: boolean;
  /** The period before that of the alert. */
  readonly previous: Period | null;
  /** Its figures are not of the period that the others are of, and say so themselves. */
  readonly isDated: boolean;
  /** What changes are set against is not of one period: each says its own. */
  readonly isBased: boolean;
}

/** What the board says as a picture, in one language. */
export interface AlertChartWords {
  /** `period`: null = of several. */
  title(facts: { scope: Unit; period: Period | null }): string;
  subtitle(facts: { open: number; units: number; marks: ReadonlyMap<AlertMark, number> }): string;
  /** Head of a column of such matters. */
  column(facts: AlertChartFacts): string;
  /** Head of the column of all that has none of its own. */
  readonly others: string;
  /** Beside the mark, under the column's head: "82,71%", "+3". */
  figure(facts: AlertChartFacts): string;
  readonly marks: Readonly<Record<AlertMark, string>>;
  /** What bold red figures are. */
  readonly urgent: string;
  /** Of one matter, in words. */
  readonly urgentSaid: string;
  more(units: number): string;
  footer(evidence: Evidence): readonly string[];
  /** What changes and places lost are set against; null = there are none. */
  bases(periods: readonly Period[]): string | null;
  /** When the states were last changed; an ISO moment with its offset. */
  changed(moment: string): string;
  unit(unit: Unit): string;
  count(count: number): string;
}

export interface AlertBoard {
  readonly scope: Unit;
  /** Open ones, the worst of a unit first. */
  readonly alerts: readonly Alert[];
  /** The worst first. */
  readonly units: readonly string[];
  /** Numbers of alerts of which the promised day is over. */
  readonly late: ReadonlySet<number>;
  /** Ids of the rules of which messages never wait. */
  readonly urgent: ReadonlySet<string>;
  readonly evidence: Evidence;
  /** Of the newest figures. */
  readonly period: Period;
  readonly unitOf: (id: string) => Unit;
  readonly indicatorOf: (id: string) => Indicator;
  /** Since when the states are as they are, ISO with the bot's offset. */
  readonly changed: string;
}
