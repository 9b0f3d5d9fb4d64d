import type { HelpOn } from "#locales/words/help.ts";
import type { OwedChartWords } from "#services/charts/owed-spec.ts";
import type { Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface OverdueCatalog {
  readonly overdue: OverdueWords;
}

export interface OverdueWords {
  readonly commands: HelpOn<"quahan">;
  title(facts: { period: Period; scope: Unit; units: string }): TextPart;
  own(facts: { period: Period; unit: Unit }): TextPart;
  /** What stands in brackets; `against`: null = nothing is compared. */
  inBrackets(against: string | null): TextPart;
  /** One kind; `whole`: the scope's own figure, where it is another than the sum. */
  total(facts: {
    indicator: Indicator;
    total: string;
    change: string | null;
    units: number;
    of: number;
    whole: { readonly label: string; readonly value: string } | null;
  }): TextPart;
  most(facts: { units: readonly string[]; more: number }): string;
  /** `share`: in %. */
  unit(facts: { name: string; count: string; change: string | null; share: string | null }): string;
  missing(names: readonly string[], more: number): string;
  /** Above what was counted of a paper's list of so many dossiers. */
  listed(total: string): string;
  /** The list holds other kinds, but no overdue ones. */
  readonly noOverdue: string;
  /** What "chưa đúng hạn" of the portal is. */
  readonly notOnTime: string;
  chart: OwedChartWords;
  actions: { readonly whole: (indicator: Indicator) => string };
}
