import type { HelpOn } from "#locales/words/help.ts";
import type { DeedKind } from "#services/audit/deed.ts";
import type { Period } from "#services/periods/period.ts";
import type { TextPart } from "#services/reply/text.ts";
import type { Unit } from "#services/units/unit.ts";

/** What these words add to the catalog. */
export interface AuditCatalog {
  readonly audit: AuditWords;
}

/** A deed, and what it was done to. */
export interface AuditLine {
  /** ISO with the offset of the bot's time zone. */
  readonly at: string;
  /** Name, or id where there is none. */
  readonly person: string;
  readonly by: string;
  readonly chat: string;
  readonly kind: DeedKind;
  readonly unit: Unit | null;
  readonly period: Period | null;
  readonly version: number | null;
  readonly about: string;
}

/** The audit log. */
export interface AuditWords {
  readonly commands: HelpOn<"nhatky">;
  title(facts: { count: number; page: number; pages: number }): TextPart;
  readonly none: string;
  line(entry: AuditLine): TextPart;
  /** What it was done to: "huyện Tiên Lữ, tháng 8/2024, bản 2"; "" = nothing is known of it. */
  object(entry: AuditLine): string;
  readonly deeds: Readonly<Record<DeedKind, string>>;
  /** How long entries are kept. */
  readonly kept: TextPart;
  readonly actions: { readonly newer: string; readonly older: string };
  readonly file: { name(day: string): string; readonly sheet: string; readonly columns: readonly string[] };
}
