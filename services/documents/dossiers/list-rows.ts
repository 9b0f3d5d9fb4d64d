import { isCoded } from "#services/documents/dossiers/coded-sentences.ts";
import { namesCitizens } from "#services/documents/dossiers/list-columns.ts";
import { groupUnit } from "#services/documents/dossiers/unit-names.ts";
import { foldWords } from "#services/text/fold.ts";

type Row = readonly string[];

const CODE_HEAD =
  /^(?:ma|so|ma so|so bien nhan|ma bien nhan)(?: (?:so )?(?:ho so|tthc))?\b.*\b(?:ho so|bien nhan)\b|^ma hs$/u;
const ORDINAL = /^(?:[IVXLC]+|[A-ZĐ]|\d{1,4}(?:\.\d{1,3})*)[.)]?$/u;

/**
 * Where the rows of a list begin: below the head of its codes; where there is none, with the first code. -1 = no list.
 * Heads of codes beside heads of citizens make a list though no code can be read, as in a poor scan.
 */
export function startOfList(rows: readonly Row[]): number {
  const first = rows.findIndex((row) => row.some(isCoded));
  if (first === -1) return rows.findIndex((row, i) => isCitizensHead(row, rows.slice(i + 1))) + 1 || -1;
  const head = rows.slice(0, Math.max(first, 0)).findLastIndex(isHead);
  return head === -1 ? first : head + 1;
}

function isHead(row: Row): boolean {
  return row.filter((cell) => cell !== "").length > 1 && row.some((cell) => CODE_HEAD.test(foldWords(cell)));
}

/** "Số hồ sơ nộp trực tuyến" counts what citizens did: a head over counts stands over none of them. */
function isCitizensHead(row: Row, below: readonly Row[]): boolean {
  return (
    isHead(row) && namesCitizens(row.filter((_, at) => !areCounts(below.map((cells) => cells[at] ?? ""))))
  );
}

function areCounts(cells: Row): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.filter(isCount).length > filled.length / 2;
}

/** Telephones and identity cards have more digits. */
const MOST_DIGITS = 7;

const isCount = (cell: string): boolean =>
  /^[-+]?[\d., ]+%?$/u.test(cell) && cell.replace(/\D/gu, "").length <= MOST_DIGITS;

/** The column under the head of codes; -1 = no head says so. */
export function columnOfCodes(heads: Row): number {
  return heads.findIndex((head) => CODE_HEAD.test(foldWords(head)));
}

export const isOrdinal = (cell: string): boolean => ORDINAL.test(cell);

/** What a row says beside its number. */
function wordsOf(row: Row): ReadonlySet<string> {
  return new Set(row.filter((cell) => cell !== "" && !isOrdinal(cell)));
}

/** The unit whose rows stand below this one; undefined = the row is no heading of others, null = it heads no unit's. */
export function headedUnit(row: Row): string | null | undefined {
  const words = wordsOf(row);
  const [only] = words;
  return words.size === 1 && only !== undefined && !isCoded(only) ? groupUnit(only) : undefined;
}
