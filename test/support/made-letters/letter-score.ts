import { type NeutralDocument, OVERDRAWN } from "#services/documents/neutral.ts";
import { headRows, type MadeLetter } from "#test/support/made-letters/made-letter.ts";

/** Cells of a letter's table as they were read. */
export interface Score {
  readonly right: number;
  /** Given as doubtful. */
  readonly flagged: number;
  /** Other than written, without a word: "<written> ← <read>". */
  readonly wrong: readonly string[];
}

export function scoreOf(letter: MadeLetter, { blocks }: NeutralDocument): Score {
  const table = blocks.find((block) => block.type === "table" && block.rows.some((row) => row.length > 2));
  const rows = table?.type === "table" ? table.rows.slice(letter.heads.length) : [];
  const cells = letter.body.flatMap((row, r) =>
    row.map((written, c) => ({ written, read: rows[r]?.[c] ?? "" })),
  );
  const isFlagged = (read: string): boolean => read.includes(OVERDRAWN.trim());
  const others = cells.filter(({ written, read }) => written !== read);
  return {
    right: cells.length - others.length,
    flagged: others.filter(({ read }) => isFlagged(read)).length,
    wrong: others.filter(({ read }) => !isFlagged(read)).map(({ written, read }) => `${written} ← ${read}`),
  };
}

/** Whether the heads stand over their columns; narrow ones may break inside a word. */
export function hasHeads(letter: MadeLetter, { blocks }: NeutralDocument): boolean {
  const written = headRows(letter);
  const unspaced = (rows: readonly (readonly string[])[]): string => JSON.stringify(rows).replaceAll(" ", "");
  return blocks.some(
    (block) => block.type === "table" && unspaced(block.rows.slice(0, written.length)) === unspaced(written),
  );
}
