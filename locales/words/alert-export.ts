import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface AlertExportCatalog {
  readonly alertExport: AlertExportWords;
}

/** What a workbook of alerts says of each of them, in its order. */
export type AlertColumn =
  | "number"
  | "unit"
  | "rule"
  | "indicator"
  | "told"
  | "toldPeriod"
  | "base"
  | "basePeriod"
  | "gap"
  | "latest"
  | "latestPeriod"
  | "source"
  | "asOf"
  | "opened"
  | "chats"
  | "seenBy"
  | "seenAt"
  | "state"
  | "cause"
  | "remedy"
  | "deadline"
  | "explainedBy"
  | "reviewer"
  | "result"
  | "ended";

/** A span's alerts as a workbook to file away. */
export interface AlertExportWords {
  title(facts: { scope: Unit; period: Period }): TextPart;
  counts(facts: { alerts: number; units: number; open: number; explained: number; accepted: number }): string;
  /** Which alerts are taken into it. */
  readonly covers: string;
  /** `others`: periods that have some are offered below. */
  none(facts: { scope: Unit; period: Period; others: boolean }): TextPart;
  readonly file: {
    name(facts: { scope: Unit; period: Period }): string;
    readonly sheet: string;
    readonly columns: Readonly<Record<AlertColumn, string>>;
    /** What was decided on an explanation, with the reason. */
    result(state: string, reason: string | null): string;
  };
}
