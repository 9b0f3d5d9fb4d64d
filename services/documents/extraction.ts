import type { DossierCounts } from "#services/documents/dossiers/dossier.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import type { Period } from "#services/periods/period.ts";
import type { PersonsWord } from "#services/sheets/persons-word.ts";
import type { Comparison } from "#services/targets/target.ts";

/** What one passage or cell says of one unit. */
export interface ExtractedRow {
  /** Unit as the document's scope names it, readable: "xã Thủ Sỹ". */
  readonly unit: string;
  readonly indicator: string;
  readonly value: number | null;
  readonly change: number | null;
  readonly rank: number | null;
  readonly of: number | null;
  /** 0–1: 1 = clean text, exact words; lower where a scan had to be guessed at. */
  readonly confidence: number;
  /** The words it was read from, shortened. */
  readonly quote: string;
}

export interface ExtractedSheet {
  /** Readable name of the unit whose children the rows are: "huyện Tiên Lữ", "cả nước". */
  readonly scope: string;
  readonly period: Period;
  /** ISO with +07:00; null = the document does not say. */
  readonly extractedAt: string | null;
  readonly rows: readonly ExtractedRow[];
  /** The document lists all units of the scope with their totals: it replaces the sheet whole. */
  readonly complete: boolean;
}

export interface ExtractedTarget {
  readonly scope: string;
  readonly indicator: string;
  readonly comparison: Comparison;
  readonly value: number;
  readonly period: Period | null;
  readonly quote: string;
}

/** Work a directive gives somebody, with its deadline. */
export interface ExtractedTask {
  readonly text: string;
  /** Offices that owe it, as written. */
  readonly owners: readonly string[];
  /** One date, or a weekly moment (1 = Monday … 7 = Sunday). */
  readonly due: { readonly date: string } | { readonly weekday: number; readonly time: string };
  /** The date itself still counts: "chậm nhất ngày", not "trước ngày". */
  readonly includesDay: boolean;
}

/**
 * What a document leaves for a person to say: whose results they are and of which period, as long as figures wait for
 * it; the year, where a month stands without one; who wrote it, where tasks are given.
 */
export const OPEN_MATTERS = ["period", "year", "scope", "issuer"] as const;

export type OpenMatter = (typeof OPEN_MATTERS)[number];

/** A figure that could be read but not made sure of: it stands in no row until a person says it. */
export interface DoubtfulFigure {
  /** Readable, as the rows name it. */
  readonly unit: string;
  readonly indicator: string;
  /** Of the sheet it belongs to, readable. */
  readonly scope: string;
  readonly period: Period;
  /** Which figure of the row. */
  readonly part: "value" | "change" | "rank";
  /** The column's head, shortened. */
  readonly column: string;
  /** What was read, both readings apart by " ¦ "; may be empty. */
  readonly read: string;
  /** null = nothing plausible was read. */
  readonly suggestion: number | null;
  /** Base64 PNG of its cell; null = it was no picture. */
  readonly picture: string | null;
  /** From 1. */
  readonly page: number | null;
}

export interface Extraction {
  readonly document: {
    /** A kept answer of the national portal; a paper bears no kind yet. */
    readonly kind?: "portal" | undefined;
    readonly issuer: string | null;
    readonly number: string | null;
    readonly date: string | null;
    readonly title: string | null;
    /** It says "tạm tính". */
    readonly provisional: boolean;
  };
  readonly sheets: readonly ExtractedSheet[];
  readonly targets: readonly ExtractedTarget[];
  readonly tasks: readonly ExtractedTask[];
  readonly warnings: readonly ImportWarning[];
  /** Passages that hold figures nobody could place. */
  readonly unread: readonly string[];
  readonly open: readonly OpenMatter[];
  /** Nothing of the document is stored before a person settled each; undefined = none. */
  readonly doubtful?: readonly DoubtfulFigure[] | undefined;
  /** Of its lists of dossiers; undefined = it has none. */
  readonly dossiers?: DossierCounts | undefined;
}

/** What a reader made of a file, and what it says. */
export interface ReadPaper {
  readonly neutral: NeutralDocument;
  readonly extraction: Extraction;
}

/** A document as it was read: all of it that is gone on with. */
export interface DocumentRead {
  readonly extraction: Extraction;
  /** sha256 of the bytes received, hex. */
  readonly hash: string;
  /** What persons said of it, and what it says after that; undefined = nothing. */
  readonly words?: readonly PersonsWord[] | undefined;
}
