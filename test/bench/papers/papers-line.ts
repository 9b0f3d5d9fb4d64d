import type { PaperScore } from "./score.ts";

/** What reading the papers of one format gave. */
export interface PapersLine extends PaperScore {
  readonly pages: number;
  readonly seconds: number;
  /** The most memory the process that read them has held, MB. */
  readonly peakMb: number;
}
