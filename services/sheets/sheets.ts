import type { Period } from "#services/periods/period.ts";
import type { Observation, Sheet, SourceDocument } from "#services/sheets/sheet.ts";
import type { Commit } from "#services/store/store.ts";

/** What is known of a current sheet without reading it. */
export interface SheetHead {
  readonly scope: string;
  readonly period: Period;
  readonly version: number;
  readonly units: readonly string[];
  readonly indicators: readonly string[];
  /** Latest extraction time among its observations; null = none stated. */
  readonly asOf: string | null;
  readonly createdAt: string;
  readonly checkCode: string;
}

/** One document's rows for one scope and period. */
export interface SheetDraft {
  readonly scope: string;
  readonly period: Period;
  readonly observations: readonly Observation[];
  readonly document: SourceDocument;
  /** Lists all units with totals: replaces the sheet whole instead of being laid over it. */
  readonly complete: boolean;
}

export interface ObservationChange {
  readonly kind: "new" | "changed" | "same" | "gone";
  readonly before: Observation | null;
  readonly after: Observation | null;
}

/** Immutable, numbered sheets over the store. */
export interface Sheets {
  current(scope: string, period: Period): Promise<Sheet | null>;
  version(scope: string, period: Period, version: number): Promise<Sheet | null>;
  /** All versions, oldest first. */
  versions(scope: string, period: Period): Promise<readonly Sheet[]>;
  /** Heads of all current sheets, by scope then period. Cached until one is published. */
  heads(): Promise<readonly SheetHead[]>;
  byCheckCode(code: string): Promise<Sheet | null>;
  /** What publishing the draft would change; stores nothing. */
  compare(draft: SheetDraft): Promise<readonly ObservationChange[]>;
  /**
   * Stores a new version of every sheet that changes, with `extra` in the same commit; drafts that change nothing
   * make no version. Answers the sheets made. Rejects with StoreUnavailable; a concurrent publication is retried, and
   * an `extra` that rests on what others write is made anew each time.
   */
  publish(drafts: readonly SheetDraft[], extra?: Commit | (() => Promise<Commit>)): Promise<readonly Sheet[]>;
}
