/** A figure of a table; `missed`: it falls short of its target. */
export interface FigureCell {
  readonly value: number;
  /** As workbooks write number formats. */
  readonly format: string;
  readonly missed?: boolean;
}

/** null = nothing is known, which is not zero. */
export type TableCell = string | FigureCell | null;

/** A table as it stands in a file, whatever the file is. */
export interface FileTable {
  /** At most 31 letters. */
  readonly sheet: string;
  readonly title: string;
  /** Says of all its figures where they come from, and how sure they are. */
  readonly about: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  readonly rows: readonly (readonly TableCell[])[];
  /** Columns that stay in sight. */
  readonly frozen: number;
}
