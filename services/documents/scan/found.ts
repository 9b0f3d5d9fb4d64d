/** Where a phrase stands in a folded text; `cost` 0 = letter for letter. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly cost: number;
}

/** How far a text may be from the words meant. */
export interface Tolerance {
  /** Cost allowed per letter of the whole phrase. */
  readonly perLetter: number;
  /** Cost allowed per letter of any one word, so that no word is taken for granted. */
  readonly perWordLetter: number;
  /** Cost of beginning or ending inside a word: scans glue words together. */
  readonly edge: number;
}

export const SCANNED: Tolerance = { perLetter: 0.16, perWordLetter: 0.36, edge: 0.7 };
export const TYPED: Tolerance = { perLetter: 0.06, perWordLetter: 0.3, edge: 9 };
