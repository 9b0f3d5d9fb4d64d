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

/** A wish that an older version's figures be in force again. */
export interface Restoration {
  readonly scope: string;
  readonly period: Period;
  /** Whose figures; 0 = as it was before the first version: without any. */
  readonly version: number;
  /** The current version, as it was seen when this was wished for. */
  readonly over: number;
}

/** What is noted of a publication and goes with it. */
export interface PublishOptions {
  /** Sender ids of those who confirmed it; none by default. */
  readonly by?: readonly string[];
  /** Belongs to the same commit; where it rests on what others write it is made anew at each attempt. */
  readonly extra?: Commit | (() => Promise<Commit>);
}

/** Immutable, numbered sheets over the store. */
export interface Sheets {
  current(scope: string, period: Period): Promise<Sheet | null>;
  version(scope: string, period: Period, version: number): Promise<Sheet | null>;
  /** All versions, oldest first. */
  versions(scope: string, period: Period): Promise<readonly Sheet[]>;
  /** Heads of all current sheets that hold figures, by scope then period. Cached until one is published. */
  heads(): Promise<readonly SheetHead[]>;
  /** The same of those whose figures were all withdrawn. */
  withdrawn(): Promise<readonly SheetHead[]>;
  byCheckCode(code: string): Promise<Sheet | null>;
  /** What publishing the draft would change; stores nothing. */
  compare(draft: SheetDraft): Promise<readonly ObservationChange[]>;
  /**
   * Stores a new version of every sheet that changes; drafts that change nothing make no version. Answers the sheets
   * made. Rejects with StoreUnavailable; a concurrent publication is retried.
   */
  publish(drafts: readonly SheetDraft[], options?: PublishOptions): Promise<readonly Sheet[]>;
  /**
   * Puts older figures in force again, all of them or none: each becomes a new version with the figures and documents
   * of the old one, and nothing is deleted. Answers the sheets made, none where nothing differs; null = one of them is
   * not current any more as it was seen, or there is no such version: nothing was stored.
   */
  restore(wishes: readonly Restoration[], options?: PublishOptions): Promise<readonly Sheet[] | null>;
}
