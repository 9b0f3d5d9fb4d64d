import type { HelpOn } from "#locales/words/help.ts";
import type { GroupId, Indicator } from "#services/indicators/indicator.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { ListKind } from "#services/results/lists.ts";
import type { Target } from "#services/targets/target.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface MonthExportCatalog {
  readonly monthExport: MonthExportWords;
}

export interface MonthExportWords {
  readonly commands: HelpOn<"xuat">;
  title(facts: { scope: Unit; period: Period }): TextPart;
  /** What the file holds. */
  holds(facts: { kind: ListKind; units: readonly Unit[]; indicators: number }): string;
  /** Units in its lists without figures. */
  without(count: number): string;
  /** On a button. */
  as(kind: "xlsx" | "csv"): string;
  readonly file: MonthFileWords;
}

/** What stands in the file itself. */
export interface MonthFileWords {
  /** Who publishes, in capitals; null = nobody is known to. */
  office(scope: Unit): string | null;
  /** The two lines beside the office. */
  readonly heading: readonly [string, string];
  title(facts: { scope: Unit; period: Period; kind: ListKind }): string;
  /** At most 31 letters; `group`: null = what belongs to none. */
  sheet(facts: { kind: ListKind; part: "all" | "group"; group: GroupId | null }): string;
  /** Name of the sheet of sources. */
  readonly sources: string;
  readonly columns: Readonly<
    Record<
      | "rank"
      | "unit"
      | "band"
      | "missed"
      | "note"
      | "document"
      | "period"
      | "state"
      | "version"
      | "asOf"
      | "checkCode",
      string
    >
  >;
  /** Head of a column of values, with what they are measured in. */
  values(indicator: Indicator): string;
  ranks(indicator: Indicator): string;
  changes(indicator: Indicator, against: string): string;
  /** "Đúng hạn (%) ≥ 95%". */
  missed(indicator: Indicator, target: Target): string;
  readonly noFigures: string;
  /** Received nothing: there is nothing to measure. */
  readonly idle: string;
}
