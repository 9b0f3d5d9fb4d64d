import type { HelpOn } from "#locales/words/help.ts";
import type { RankChartWords } from "#services/charts/rank-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Limit } from "#services/results/limits.ts";
import type { ListTitle } from "#services/results/titled.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface RankCatalog {
  readonly rank: RankWords;
}

export interface RankWords {
  readonly commands: HelpOn<"xephang">;
  title(facts: { period: Period; scope: Unit; units: string; indicator: Indicator | null }): TextPart;
  /** The list is of such units alone; their places are those of the whole list. */
  titledAlone(title: ListTitle): string;
  leaders(list: string): TextPart;
  laggards(list: string): TextPart;
  rose(name: string, change: string): string;
  fell(name: string, change: string): string;
  /** After the changes: "so với tháng 7/2024". */
  movers(said: readonly string[], against: string): string;
  /** Above rows that bear changes. */
  inBrackets(against: string): string;
  /** Units whose published change is not that of the stored figures; `against`: "so với tháng 7/2024". */
  otherwise(facts: { names: string; more: number; against: string }): string;
  whole(facts: { label: string; value: string; band: string | null; rank: string | null }): TextPart;
  /** "12 đơn vị đồng hạng 3 (16,00)": instead of naming three of them. */
  tied(facts: { count: number; rank: number; value: string }): string;
  /** "và 5 đơn vị khác cùng hạng 1": left out where a list was cut. */
  tiedToo(facts: { count: number; rank: number }): string;
  tiedRow: string;
  /** "1. Thủ Sỹ 89,63 (+6,96 ▲12)". */
  row(facts: { rank: number; name: string; value: string; note: string | null }): string;
  /** What stands above the columns of a list shown as a table; `note`: "đồng hạng", or of rows that bear changes. */
  readonly table: {
    readonly place: string;
    readonly unit: string;
    value(indicator: Indicator): string;
    readonly note: string;
    readonly change: string;
  };
  missing(names: string, more: number): string;
  idle(names: string, more: number): string;
  /** Units whose figures rest on a few dossiers only, marked †. */
  few(facts: {
    units: readonly { readonly name: string; readonly dossiers: number }[];
    more: number;
    /** How many dossiers still are a few. */
    most: number;
  }): string;
  /** The ranks are the publisher's, over a list of which only some rows are held. */
  published(held: number, of: number): string;
  /** The list lacks the total: what it is ranked on instead. */
  withoutTotal(indicator: Indicator): string;
  partial(held: number, expected: number): string;
  belowTarget(facts: { indicator: string; target: string; names: string; more: number }): TextPart;
  taken(facts: { from: "top" | "bottom"; count: number; isAll: boolean }): TextPart;
  /** The one unit that was asked for. By value: the highest or the lowest, whether that is good or bad. */
  one(facts: { from: "top" | "bottom"; by: "rank" | "value"; names: string }): TextPart;
  /** Above those that gained or lost the most, of all that did; `count` 0 = nobody did. */
  changed(facts: {
    from: "top" | "bottom";
    by: "change" | "places";
    count: number;
    of: number;
    period: Period;
    before: Period | null;
  }): TextPart;
  /** "dưới 85 điểm", "chưa đạt chỉ tiêu từ 95%". */
  limit(facts: { limit: Limit; indicator: Indicator; target: Target | null }): string;
  /** "3/15 đơn vị dưới 85 điểm"; `source`: the document that set the target. */
  limited(facts: { count: number; of: number; limits: readonly string[]; source: string | null }): TextPart;
  /** Above what is told of those within limits. */
  among(head: TextPart): TextPart;
  /** Above lists with a limit each: who is within all of them. */
  inAll(names: readonly string[]): TextPart;
  /** Units left out at the end of a list. */
  more(count: number): string;
  /** No document sets a target: alert levels stand in. */
  readonly levelInstead: string;
  /** Asked for by their targets, which no document sets. */
  untargeted(indicators: readonly Indicator[]): string;
  /** In an answer on several indicators: this one is not in the list. */
  noneOf(facts: { indicator: Indicator; scope: Unit }): string;
  sum(facts: { units: number; value: string }): TextPart;
  /** Why an earlier period is shown: the later one has no such figures. */
  earlierInstead(facts: { lacking: Period; shown: Period; indicator: Indicator }): string;
  /** No unit below has such figures; the scope itself does. */
  ownInstead(facts: { scope: Unit; indicator: Indicator; period: Period }): string;
  chart: RankChartWords;
}
