import type { HelpOn } from "#locales/words/help.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface BriefingCatalog {
  readonly briefing: BriefingWords;
}

export interface BriefingWords {
  readonly commands: HelpOn<"giaoban">;
  /** On a button. */
  readonly action: string;
  title(facts: { scope: Unit; period: Period }): TextPart;
  /** What the page has to be decided; `missed`: null = no target is set. */
  holds(facts: { missed: number | null; alerts: number; tasks: number }): string;
  readonly paper: BriefingPaperWords;
}

/** What stands on the page. */
export interface BriefingPaperWords {
  /** BCP 47. */
  readonly language: string;
  title(facts: { scope: Unit; period: Period }): string;
  /** In place of an office. */
  readonly nobody: string;
  spoken(number: number, text: string): string;
  readonly decide: string;
  /** There is nothing to be decided. */
  nothing(facts: { hasTargets: boolean }): string;
  readonly columns: Readonly<Record<"kind" | "who" | "what", string>>;
  /** `date`: ISO. */
  task(facts: { date: string; isOverdue: boolean }): string;
  readonly missed: string;
  units(names: readonly string[]): string;
  target(facts: { indicator: Indicator; target: Target; count: number }): string;
  alert(number: number): string;
}
