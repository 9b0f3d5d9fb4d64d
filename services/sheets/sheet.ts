import type { Period } from "#services/periods/period.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";

/** Unit × indicator × period → value, with its source and extraction time. */
export interface Observation {
  /** Unit id. */
  readonly unit: string;
  /** Indicator id. */
  readonly indicator: string;
  /** In the indicator's own unit of measure, exactly as published; null when only a rank or a change is known. */
  readonly value: number | null;
  /** Published change against the period before, same unit of measure. */
  readonly change: number | null;
  /** Published rank, kept apart from ours. */
  readonly rank: number | null;
  /** What the rank is out of (13/30), or what a count is out of (16/16 đơn vị). */
  readonly of: number | null;
  /** Id of the document it came from. */
  readonly source: string;
  /** When the publisher extracted the figure, ISO with offset; null = the document does not say. */
  readonly asOf: string | null;
}

export type DocumentKind = "letter" | "workbook" | "portal" | "news" | "text";

/** Where figures came from. No names of persons. */
export interface SourceDocument {
  /** First 16 hex digits of the hash. */
  readonly id: string;
  readonly kind: DocumentKind;
  /** "UBND huyện Tiên Lữ". */
  readonly issuer: string | null;
  /** "1532/UBND-VP". */
  readonly number: string | null;
  /** ISO date of issue. */
  readonly date: string | null;
  readonly title: string | null;
  /** sha256 of the bytes received, hex. */
  readonly hash: string;
  /** Figures may still change: it says tạm tính, or a portal answer fetched before its period ended. */
  readonly provisional: boolean;
  /** What persons said of it while it was taken in, in that order; undefined = nothing. */
  readonly words?: readonly PersonsWord[] | undefined;
}

/** All observations of one scope's units in one period. Never changed; a restatement is a new version. */
export interface Sheet {
  readonly scope: string;
  readonly period: Period;
  /** 1, 2, 3 … */
  readonly version: number;
  /** When this version was confirmed, ISO. */
  readonly createdAt: string;
  /** Sender ids of those who confirmed it; none = it came by itself, or before this was noted. */
  readonly by: readonly string[];
  /** The older version whose figures it holds again, 0 = none, all were withdrawn; null = it was made of a document. */
  readonly restores: number | null;
  readonly observations: readonly Observation[];
  readonly documents: readonly SourceDocument[];
  /** Short code that names this version in pictures: "7KQ2". */
  readonly checkCode: string;
  /** Comes with the bot for trying it out; said in every answer. */
  readonly sample: boolean;
}
