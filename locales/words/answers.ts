import type { HelpOn } from "#locales/words/help.ts";
import type { PlaceChartWords } from "#services/charts/place-spec.ts";
import type { ProfileChartWords } from "#services/charts/profile-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface AnswerCatalog {
  readonly unit: UnitWords;
  readonly summary: SummaryWords;
  readonly home: HomeWords;
  readonly start: StartWords;
  readonly actions: ActionWords;
}

/** How a figure differs from the one before. */
export interface UnitChange {
  readonly amount: number;
  readonly indicator: Indicator;
  /** "▼7"; null = its place is not compared, or the same. */
  readonly moved: string | null;
  /** What was published instead; null = the same. */
  readonly published: number | null;
  /** "so với tháng 7/2024". */
  readonly against: string;
}

export interface UnitWords {
  readonly commands: HelpOn<"xa">;
  title(facts: { unit: Unit; parent: Unit; period: Period }): TextPart;
  total(facts: { value: string; band: string | null }): string;
  rank(rank: number, of: number, tied: boolean): string;
  publishedRank(rank: number, of: number | null): string;
  /** Nothing received: a zero that is no result. */
  idle: string;
  /** Too few dossiers for its place to say anything. */
  few(dossiers: number): string;
  change(facts: UnitChange): string;
  outOf(value: string, of: string): string;
  target(facts: {
    comparison: Target["comparison"];
    value: string;
    met: boolean | null;
    gap: string | null;
  }): string;
  lost(list: string): TextPart;
  lostItem(name: string, lost: string): string;
  trend(points: string): TextPart;
  trendPoint(period: string, value: string): string;
  /** Among several units: there is nothing of this one. */
  nothing(facts: { unit: Unit; period: Period | null }): string;
  noneOf(facts: { indicator: Indicator; unit: Unit }): string;
  /** Its place was asked for, and it has none. */
  noPlace(unit: Unit): string;
  successors(units: string): string;
  chart: ProfileChartWords;
  place: PlaceChartWords;
}

export interface SummaryWords {
  readonly commands: HelpOn<"tonghop">;
  title(facts: { period: Period; scope: Unit }): TextPart;
  bands(list: string): TextPart;
  band(name: string, count: number): string;
  counts(facts: { indicator: string; list: string }): TextPart;
  noList(scope: Unit): string;
}

export interface HomeWords {
  readonly commands: HelpOn<"diaban">;
  is(unit: Unit): TextPart;
  set(unit: Unit): TextPart;
  how: string;
}

export interface StartWords {
  readonly commands: HelpOn<"batdau">;
  welcome(facts: { home: Unit; sample: boolean }): TextPart;
  /** `byCode`: admins of groups are made by operators' codes. */
  joined(facts: { home: Unit; byCode: boolean }): TextPart;
  privacy: string;
  yourId(id: string): TextPart;
}

/** Labels of actions; short enough for a button on a phone. */
export interface ActionWords {
  period(period: Period): string;
  indicator(indicator: Indicator): string;
  nextPage(page: number, pages: number): string;
  previousPage(page: number, pages: number): string;
  ranking: string;
  summary: string;
  map: string;
  sources: string;
  takeIn: string;
  /** The whole card, where some figures of it are shown. */
  allFigures: string;
  /** The whole list as text. */
  asText: string;
  /** Back from there. */
  asPicture: string;
  list: Readonly<Record<ListKind, string>>;
  help: string;
  /** Takes up a dialogue that was ended. */
  goOn: string;
  unit(unit: Unit): string;
}
