/** What reading the papers of one format gave. */
export interface PapersLine {
  /** Cells of tables. */
  readonly right: number;
  readonly flagged: number;
  /** What is wrong and not flagged, a line each. */
  readonly wrong: readonly string[];
  readonly pages: number;
  readonly seconds: number;
  /** The most memory this process has held. */
  readonly peakMb: number;
}
