import type { HelpOn } from "#locales/words/help.ts";
import type { Rule } from "#services/alerts/rule.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period, PeriodKind } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface RuleCatalog {
  readonly rules: RuleWords;
}

/** A rule and what it measures, in its order. */
export interface RuleFacts {
  readonly rule: Rule;
  readonly indicators: readonly Indicator[];
}

/** How often something would have been told, and of how many units. */
export interface TestCount {
  readonly times: number;
  readonly units: number;
}

/** The rules by which alerts are raised. */
export interface RuleWords {
  readonly commands: HelpOn<"nguong">;
  title(scope: Unit): TextPart;
  /** "hồ sơ giải quyết đúng hạn": in the middle of a sentence. */
  name(facts: RuleFacts): string;
  /** Short enough for a button. */
  label(facts: RuleFacts): string;
  /** "báo khi dưới 95%, hết khi đạt từ 95%". */
  means(facts: RuleFacts): string;
  /** "cấp xã, sở ngành". */
  kinds(kinds: Rule["kinds"]): string;
  /** One rule of the list. */
  item(facts: RuleFacts & { origin: string }): TextPart;
  /** Who set it; scope null = it comes with the bot. `by` is empty where the person's name is not known. */
  origin(facts: { scope: Unit | null; by: string; on: string }): string;
  readonly how: TextPart;
  cardTitle(facts: RuleFacts & { scope: Unit }): TextPart;
  /** For which units, and how pressing. */
  reach(rule: Rule): string;
  state(facts: { isOn: boolean; origin: string }): TextPart;
  /** Documents' targets go before a level of ours. */
  readonly afterTargets: string;
  /** It does not hold where dossiers are still being worked on. */
  readonly finishedOnly: string;
  open(facts: { alerts: number; units: number }): string;
  set(facts: RuleFacts & { scope: Unit }): TextPart;
  /** `open`: alerts that end with it. */
  off(facts: RuleFacts & { scope: Unit; open: number }): TextPart;
  /** Back to what holds above: by the scope `from`, null = as the bot comes; now null = nothing does. */
  usual(facts: { was: RuleFacts; now: (RuleFacts & { from: Unit | null }) | null; scope: Unit }): TextPart;
  readonly nothingSet: string;
  readonly fromNext: string;
  testTitle(facts: RuleFacts & { scope: Unit }): TextPart;
  /** "Sẽ báo 14 lần/6 tháng, 9 đơn vị (tháng 3/2024 – tháng 8/2024)": from the first period tried to the last. */
  /** Of whom a rule of daily observations would tell now: `names` some of `count`, `day` ISO. */
  dailyTested(facts: { day: string; names: readonly string[]; count: number; of: number }): TextPart;
  nothingDaily(scope: Unit): string;
  tested(facts: TestCount & { periods: number; kind: PeriodKind; first: Period; last: Period }): TextPart;
  /** What the rule in force would have told. */
  inForce(facts: TestCount & { isOn: boolean }): string;
  perPeriod(counts: readonly { period: Period; times: number }[]): string;
  mostTold(units: readonly { name: string; times: number }[], more: number): string;
  inhibited(periods: readonly Period[]): string;
  nothingStored(scope: Unit): string;
  readonly onlyTried: string;
  readonly actions: {
    readonly all: string;
    readonly test: string;
    readonly off: string;
    readonly on: string;
    readonly usual: string;
    readonly undo: string;
    readonly set: string;
  };
}
