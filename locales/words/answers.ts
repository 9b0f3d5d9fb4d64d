import type { CommandName } from "#locales/words/commands.ts";
import type { ProfileChartWords } from "#services/charts/profile-spec.ts";
import type { RankChartWords } from "#services/charts/rank-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Limit } from "#services/results/limits.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

export interface RankWords {
  title(facts: { period: Period; scope: Unit; units: string; indicator: Indicator | null }): TextPart;
  leaders(list: string): TextPart;
  laggards(list: string): TextPart;
  rose(name: string, change: string): string;
  fell(name: string, change: string): string;
  /** After the changes: "so với tháng 7/2024". */
  movers(said: readonly string[], against: string): string;
  /** Above rows that bear changes. */
  inBrackets(against: string): string;
  /** Units whose published change is not that of the stored figures. */
  otherwise(names: string, more: number): string;
  whole(facts: { label: string; value: string; band: string | null; rank: string | null }): TextPart;
  /** "12 đơn vị đồng hạng 3 (16,00)": instead of naming three of them. */
  tied(facts: { count: number; rank: number; value: string }): string;
  /** "và 5 đơn vị khác cùng hạng 1": left out where a list was cut. */
  tiedToo(facts: { count: number; rank: number }): string;
  tiedRow: string;
  /** "1. Thủ Sỹ 89,63 (+6,96 ▲12)". */
  row(facts: { rank: number; name: string; value: string; note: string | null }): string;
  missing(names: string, more: number): string;
  idle(names: string, more: number): string;
  /** The ranks are the publisher's, over a list of which only some rows are held. */
  published(held: number, of: number): string;
  /** The list lacks the total: what it is ranked on instead. */
  withoutTotal(indicator: Indicator): string;
  partial(held: number, expected: number): string;
  belowTarget(facts: { indicator: string; target: string; names: string; more: number }): TextPart;
  taken(facts: { from: "top" | "bottom"; count: number; isAll: boolean }): TextPart;
  /** The one that was asked for; By value: the highest or lowest, whichever is better. */
  one(facts: { from: "top" | "bottom"; by: "rank" | "value"; names: string }): TextPart;
  /** Above those that gained or lost the most; `count` 0 = nobody did. */
  changed(facts: {
    from: "top" | "bottom";
    by: "change" | "places";
    count: number;
    period: Period;
    before: Period | null;
  }): TextPart;
  /** "dưới 85 điểm", "chưa đạt chỉ tiêu từ 95%". */
  limit(facts: { limit: Limit; indicator: Indicator; target: Target | null }): string;
  /** "3/15 đơn vị dưới 85 điểm"; `source`: the document that set the target. */
  limited(facts: { count: number; of: number; limits: readonly string[]; source: string | null }): TextPart;
  /** Units left out at the end of a list. */
  more(count: number): string;
  /** No document sets a target: alert levels stand in. */
  readonly levelInstead: string;
  /** In an answer on several indicators: this one is not in the list. */
  noneOf(facts: { indicator: Indicator; scope: Unit }): string;
  sum(facts: { units: number; value: string }): TextPart;
  /** Why an earlier period is shown: the later one has no such figures. */
  earlierInstead(facts: { lacking: Period; shown: Period; indicator: Indicator }): string;
  /** No unit below has such figures; the scope itself does. */
  ownInstead(facts: { scope: Unit; indicator: Indicator; period: Period }): string;
  chart: RankChartWords;
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
  title(facts: { unit: Unit; parent: Unit; period: Period }): TextPart;
  total(facts: { value: string; band: string | null }): string;
  rank(rank: number, of: number, tied: boolean): string;
  publishedRank(rank: number, of: number | null): string;
  /** Nothing received: a zero that is no result. */
  idle: string;
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
}

export interface SummaryWords {
  title(facts: { period: Period; scope: Unit }): TextPart;
  bands(list: string): TextPart;
  band(name: string, count: number): string;
  counts(facts: { indicator: string; list: string }): TextPart;
  noList(scope: Unit): string;
}

export interface HomeWords {
  is(unit: Unit): TextPart;
  set(unit: Unit): TextPart;
  how: string;
}

export interface HelpWords {
  title: TextPart;
  /** One line a command: "/xephang – bảng xếp hạng". */
  command(name: CommandName, usage: string): string;
  commands: Readonly<Record<CommandName, CommandHelp>>;
  more: string;
  sisters(names: string): string;
  examples: string;
  /** Heads of README's table. */
  readonly table: { readonly command: string; readonly purpose: string; readonly examples: string };
}

export interface CommandHelp {
  /** What it answers, ≤ 60 letters: also the platform's command menu. */
  readonly purpose: string;
  /** "[kỳ] [chỉ số] …". */
  readonly usage: string;
  /** Commands to try, as typed. */
  readonly examples: readonly string[];
}

export interface StartWords {
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
  sources: string;
  takeIn: string;
  sideBySide: string;
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
