import type { HelpOn } from "#locales/words/help.ts";
import type { AlertEvent, AlertState, EndKind, EventKind, Reading } from "#services/alerts/alert.ts";
import type { AlertChartWords } from "#services/charts/alert-board.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { StyledText, TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface AlertCatalog {
  readonly alerts: AlertWords;
}

/** A reading and the indicator it is of. */
export interface ReadingFacts {
  readonly reading: Reading;
  readonly indicator: Indicator;
  /** That the reading is of, and the one before it. */
  readonly period: Period;
  readonly previous: Period | null;
}

/** What a message tells: that something is amiss, that all of it is fixed, or what became of what was told before. */
export type AlertTone = "amiss" | "fixed" | "revised";

export interface AlertWords {
  readonly commands: HelpOn<"canhbao">;
  /** "Cảnh báo · xã Cương Chính · tháng 8/2024"; several units: their scope. */
  title(facts: { place: Unit; period: Period; tone: AlertTone }): TextPart;
  digestTitle(facts: { day: string }): TextPart;
  /** "Tỷ lệ … 82,71% — dưới chỉ tiêu 95% (thiếu 12,29)". */
  matter(facts: ReadingFacts): string;
  /** The matter in a sentence that says what happened to it. */
  event(facts: { kind: EventKind; matter: string; event: AlertEvent; indicator: Indicator }): TextPart;
  /** "tháng 8/2024: …": before a matter where not all are of one period. */
  ofPeriod(matter: string, period: Period): string;
  /** "Cương Chính: …; …". */
  unitLine(name: string, matters: readonly TextPart[]): TextPart;
  moreUnits(count: number): string;
  moreMatters(count: number): string;
  /** The chat asked for a unit that is part of another one now. */
  formerly(facts: { old: Unit; now: readonly Unit[] }): string;
  readonly state: Readonly<Record<AlertState, string>>;
  readonly ended: Readonly<Record<EndKind, string>>;
  readonly chart: AlertChartWords;
  /** `period`: that all figures below are of; null = each names its own. */
  boardTitle(facts: { scope: Unit; period: Period | null }): TextPart;
  /** `late`: whose promised day is over. */
  boardCounts(facts: {
    open: number;
    units: number;
    unseen: number;
    unexplained: number;
    late: number;
  }): string;
  /** "Cương Chính (chưa nhận): …; …". */
  boardUnit(facts: { name: string; state: string; matters: readonly string[] }): StyledText;
  readonly none: TextPart;
  noneOf(unit: Unit): TextPart;
  /** Figures are stored that the bot has not looked at yet. */
  readonly behind: string;
  /** "#128 … (đã nhận)". */
  boardLine(facts: { number: number; matter: string; period: Period; state: AlertState }): string;
  rollCall(facts: { scope: Unit; period: Period; seen: number; of: number }): TextPart;
  notSeen(names: readonly string[], more: number): string;
  /** Of those: no chat follows them. */
  notFollowed(names: readonly string[], more: number): string;
  /** `of`: chats that were told of what the units have not seen; `now`: those that were not reminded today yet. */
  reminded(facts: { scope: Unit; units: number; now: number; of: number }): string;
  /** What still nobody has seen. */
  reminder(facts: { place: Unit; period: Period | null }): TextPart;
  allSeen(scope: Unit): string;
  /** `by`: who said so, where others read it; null = the asker alone does. */
  acknowledged(facts: { unit: Unit; count: number; by: string | null }): TextPart;
  nothingNew(unit: Unit): string;
  silenced(facts: { unit: Unit; until: string }): TextPart;
  unsilenced(facts: { unit: Unit; count: number }): TextPart;
  silentUntil(facts: { until: string; reason: string }): string;
  /** To operators: most of a scope fell at once. */
  fellTogether(facts: { scope: Unit; period: Period; items: readonly string[] }): TextPart;
  fellItem(facts: { rule: string; indicator: Indicator; units: number; of: number }): string;
  noFigures(facts: { scope: Unit; period: Period; missing: number; listed: number }): TextPart;
  /** Names of the shipped rules, in the middle of a sentence. */
  rule(id: string): string;
  readonly actions: {
    readonly acknowledge: string;
    readonly explain: string;
    readonly silence: string;
    readonly unsilence: string;
    readonly detail: string;
    readonly board: string;
    readonly rollCall: string;
    readonly remind: string;
    readonly asText: string;
  };
}
