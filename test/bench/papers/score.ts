import { closest } from "fastest-levenshtein";
import { isDoubtful } from "#services/documents/doubts.ts";
import type { NeutralDocument } from "#services/documents/neutral.ts";
import type { Paper, Rows } from "./paper.ts";

/** What became of the cells of one kind. */
export interface Score {
  readonly right: number;
  /** Given as doubtful. */
  readonly flagged: number;
  /** Of tables of which nothing was taken, and said so. */
  readonly refused: number;
  /** Other than printed, or lost, without a word: "<printed> ← <read>". */
  readonly wrong: readonly string[];
}

export interface PaperScore {
  /** Cells of figures, and those that hold none. */
  readonly figures: Score;
  readonly names: Score;
}

const NOTHING: Score = { right: 0, flagged: 0, refused: 0, wrong: [] };
export const NO_CELLS: PaperScore = { figures: NOTHING, names: NOTHING };

export const plus = (a: PaperScore, b: PaperScore): PaperScore => ({
  figures: sum(a.figures, b.figures),
  names: sum(a.names, b.names),
});

const sum = (a: Score, b: Score): Score => ({
  right: a.right + b.right,
  flagged: a.flagged + b.flagged,
  refused: a.refused + b.refused,
  wrong: [...a.wrong, ...b.wrong],
});

interface Cell {
  readonly printed: string;
  /** null = its row was not read. */
  readonly read: string | null;
}

/** Holds what was read of a paper against what is printed there. */
export function scoreOf({ name, tables }: Paper, document: NeutralDocument): PaperScore {
  const isRefused = (document.notes ?? []).some(({ code }) => code === "untrusted-table");
  const found = document.blocks.flatMap((block) => (block.type === "table" ? [block.rows] : []));
  let total = NO_CELLS;
  for (const body of tables) {
    const names = [...new Set(body.flat().filter(isName))];
    const isRight = ({ printed, read }: Cell): boolean => {
      if (read === null) return false;
      if (!isName(printed)) return figureIn(printed) === figureIn(read);
      return document.scanned ? isNearest(printed, read, names) : printed === read;
    };
    for (const cell of cellsOf(body, found, isRight)) {
      const score = scoreOfCell(cell, isRight(cell), isRefused, name);
      total = plus(
        total,
        isName(cell.printed) ? { ...NO_CELLS, names: score } : { ...NO_CELLS, figures: score },
      );
    }
  }
  return total;
}

function scoreOfCell({ printed, read }: Cell, isRight: boolean, isRefused: boolean, paper: string): Score {
  if (isRight) return { ...NOTHING, right: 1 };
  if (read === null && isRefused) return { ...NOTHING, refused: 1 };
  if (read !== null && (isDoubtful(read) || read.includes("▯"))) return { ...NOTHING, flagged: 1 };
  return { ...NOTHING, wrong: [`${paper}: ${printed || "(empty)"} ← ${read ?? "(lost)"}`] };
}

const isName = (text: string): boolean => /\p{L}{2}/u.test(text);

const isNearest = (printed: string, read: string, names: readonly string[]): boolean =>
  closest(read.normalize("NFC"), [...names]) === printed;

/** Figures that say the same: "12.345" and "12345", "88,50" and "88,5". */
function figureIn(text: string): string {
  return text
    .replace(/\.(?=\d{3}(?!\d))/gu, "")
    .replace(/(,\d*?)0+(?=%?$)/u, "$1")
    .replace(/,(?=%?$)/u, "");
}

/** Each printed cell beside the one read in its place, in the table found that is most like it. */
function cellsOf(body: Rows, found: readonly Rows[], isRight: (cell: Cell) => boolean): readonly Cell[] {
  const candidates = [[], ...found].map((rows) => beside(body, rows));
  const counts = candidates.map((cells) => cells.filter(isRight).length);
  return candidates[counts.indexOf(Math.max(...counts))] ?? [];
}

/** Rows are told by their place, or where some are missing by their numbers: of a table on two pages one half may be refused. */
function beside(body: Rows, rows: Rows): readonly Cell[] {
  const whole = rows.length >= body.length ? rows.slice(-body.length) : null;
  const width = body[0]?.length;
  return body.flatMap((cells, r) => {
    const row = whole?.[r] ?? rows.find((row) => row[0] === cells[0] && row.length === width);
    return cells.map((printed, c) => ({ printed, read: row ? (row[c] ?? null) : null }));
  });
}
