import { isoDay } from "#services/documents/marks/dates.ts";

/**
 * A dossier's number, `H15.50.05.13-261008-0975`: the unit that took it in, the day, and its turn on that day. Four
 * digits of turn are a province's own system; six or seven are a ministry's, whose number they begin with.
 */
export interface DossierCode {
  /** As it is told apart from others: capitals, no spaces. */
  readonly text: string;
  readonly unit: string;
  /** Number of the ministry whose system it came from, "09"; null = the system of a province. */
  readonly ministry: string | null;
  /** Where it begins in the text. */
  readonly start: number;
}

const CODE =
  /(?<![\p{L}\p{N}.-])(?<unit>[A-Za-z0-9]{2,3}(?:\s?\.\s?[A-Za-z0-9]{2,4}){0,6})\s?[-–—]\s?(?<day>\d{6})\s?[-–—]\s?(?<turn>\d{4}|\d{6,7})(?![\p{L}\p{N}-])/gu;
/** A province, or a ministry, stands among the parts of every unit's code. */
const AUTHORITY = /(?:^|\.)(?<letter>[A-Z])(?<number>\d{2})(?=\.|$)/u;
const MINISTRY = "G";
const LONG_TURN = 6;

/** All codes that stand in a text. */
export function dossierCodes(text: string): readonly DossierCode[] {
  return [...text.matchAll(CODE)].flatMap(({ groups, index }) => codeOf(groups ?? {}, index) ?? []);
}

function codeOf(
  { unit = "", day = "", turn = "" }: Readonly<Record<string, string>>,
  start: number,
): DossierCode | null {
  const written = unit.replace(/\s/gu, "").toUpperCase();
  const authority = AUTHORITY.exec(written)?.groups;
  const [, year, month, date] = /^(\d\d)(\d\d)(\d\d)$/u.exec(day) ?? [];
  if (!authority || isoDay(`20${year}`, month, date) === null) return null;
  return { text: `${written}-${day}-${turn}`, unit: written, ministry: ministryOf(authority, turn), start };
}

function ministryOf({ letter, number = "" }: Readonly<Record<string, string>>, turn: string): string | null {
  if (letter === MINISTRY) return number;
  return turn.length >= LONG_TURN ? turn.slice(0, 2) : null;
}

/** Whether a cell was meant to be a code: one word that names an authority and has too many or too few digits. */
export function isOddCode(cell: string): boolean {
  const digits = cell.replace(/\D/gu, "").length;
  const isWord = /^[\p{L}\d]+(?:[.\-–/][\p{L}\d]+){2,}$/u.test(cell);
  return (
    isWord && /(?:^|[.])[A-Za-z]\d{2}(?!\d)/u.test(cell) && digits >= FEWEST_DIGITS && digits <= MOST_DIGITS
  );
}

const FEWEST_DIGITS = 8;
const MOST_DIGITS = 24;
