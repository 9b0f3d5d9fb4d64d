import type { HelpOn } from "#locales/words/help.ts";
import type { DailyChartWords } from "#services/charts/daily-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { DailyMove, DailySeries, Since } from "#services/portal/daily.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface DailyCatalog {
  readonly daily: DailyWords;
}

/** Figures of the running year, day by day; always called provisional. */
export interface DailyWords {
  readonly commands: HelpOn<"dienbien">;
  title(facts: { unit: Unit; indicator: Indicator }): TextPart;
  /** The newest day. `few`: it rests on hardly any dossiers. */
  newest(facts: { day: string; value: string; few: number | null }): TextPart;
  move(facts: { since: Since; day: string; went: string | null }): string;
  /** Days held, oldest first; `every`: so many days apart. */
  points(points: readonly { day: string; value: string }[], every: number): string;
  gaps(days: readonly string[]): string;
  readonly onlyOne: string;
  /** Heads the movers of a scope's units since a day; `of`: units compared. */
  moversHead(facts: Pick<DailyMove, "since" | "day"> & { scope: Unit; of: number }): TextPart;
  movers(facts: { rose: boolean; units: readonly { unit: Unit; value: string; change: string }[] }): string;
  readonly nobodyMoved: string;
  evidence(series: Pick<DailySeries, "period">, fetchedAt: string): string;
  /** `province`: whose units are watched; null = the country's provinces only. */
  nothing(facts: { unit: Unit; province: Unit | null; isOn: boolean }): string;
  notDaily(indicator: Indicator): string;
  readonly chart: Omit<DailyChartWords, "footer">;
  readonly actions: { readonly days: (count: number) => string };
}
