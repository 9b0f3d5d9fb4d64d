import { isCoded, withoutCoded } from "#services/documents/dossiers/coded-sentences.ts";
import { dossierCodes, isOddCode } from "#services/documents/dossiers/dossier-code.ts";
import { listColumns, placesOf } from "#services/documents/dossiers/list-columns.ts";
import { headedUnit, isOrdinal, startOfList } from "#services/documents/dossiers/list-rows.ts";
import { groupUnit, isUnitName } from "#services/documents/dossiers/unit-names.ts";
import { delimitedCells, oneLineEach, unquoted } from "#services/text/delimited.ts";

type Cells = readonly string[];

/**
 * A text as it may be kept: of the lines of a list of dossiers the codes and what is counted by them, set apart by tabs;
 * a line that goes on with a citizen's name or address is left out. A text without such codes stays as it is.
 */
export function safeText(text: string): string {
  if (!isCoded(text)) return text;
  const lines = oneLineEach(text).split("\n");
  const split = splitterOf(lines);
  const start = startOfList(lines.map((line) => split(line) ?? [line]));
  const above = lines.slice(0, start);
  const at = split(lines.find(isCoded) ?? "")?.findIndex(isCoded) ?? -1;
  const heads = headsAbove(above, split);
  const places = placesOf(listColumns(heads, at));
  const mayKeep = (cell: string, i: number) => (heads.length > 0 ? places.has(i) : isHarmless(cell));
  const list = listLines(lines.slice(start), (line) => {
    const cells = split(line);
    return cells && at !== -1 && cells.length > at ? safeCells(cells, at, mayKeep).join("\t") : null;
  });
  return [...above.map((line) => inTabs(line, split)), ...list].join("\n");
}

/** Heads are set apart as the rows below them will be. */
function inTabs(line: string, split: (line: string) => Cells | null): string {
  const cells = split(line);
  return cells && isWordy(cells) ? cells.join("\t") : line;
}

/** From the first dossier on: rows, sentences, and what stands apart from both. */
function listLines(lines: readonly string[], safeRow: (line: string) => string | null): readonly string[] {
  let goesOn = true;
  return lines.flatMap((line) => {
    const row = safeRow(line);
    goesOn ||= row !== null;
    if (row !== null) return [row];
    if (isCoded(line)) {
      goesOn = true;
      return codedLines(line);
    }
    goesOn = line.trim() !== "" && goesOn;
    return goesOn && groupUnit(line.trim()) === null ? [] : [line];
  });
}

/** How most lines of dossiers are divided into cells. */
function splitterOf(lines: readonly string[]): (line: string) => Cells | null {
  const coded = lines.filter(isCoded);
  const splitters = [tabbed, piped, marked(";"), marked(",")];
  const fitting = splitters.find(
    (split) => coded.filter((line) => (split(line)?.length ?? 0) > 1).length * 2 > coded.length,
  );
  return fitting ?? (() => null);
}

const tabbed = (line: string): Cells | null => (line.includes("\t") ? line.split("\t").map(unquoted) : null);

function piped(line: string): Cells | null {
  if (!line.includes("|")) return null;
  return line
    .trim()
    .replace(/^\||\|$/gu, "")
    .split("|")
    .map((cell) => cell.trim());
}

const marked =
  (mark: "," | ";") =>
  (line: string): Cells | null =>
    delimitedCells(line, mark);

/** The last line above the list with words in several cells. */
function headsAbove(above: readonly string[], split: (line: string) => Cells | null): Cells {
  const all = above.map(split).filter((cells) => cells !== null);
  return all.findLast(isWordy) ?? [];
}

const isWordy = (cells: Cells): boolean => cells.filter((cell) => /\p{L}/u.test(cell)).length > 1;

/** Whether a cell names nobody whatever its head, which stands in a part of the text that came before. */
function isHarmless(cell: string): boolean {
  return isUnitName(cell) || /^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$|^-?\d{1,4} (?:ngày|giờ)$/iu.test(cell);
}

/** Stands for what was in a cell. */
const LEFT_OUT = "…";

function safeCells(cells: Cells, at: number, mayKeep: (cell: string, i: number) => boolean): Cells {
  if (typeof headedUnit(cells) === "string") return cells;
  return cells.map((cell, i) => {
    if (cell === "" || isOrdinal(cell)) return cell;
    if (i === at) return codeOf(cell);
    return mayKeep(cell, i) ? cell : LEFT_OUT;
  });
}

function codeOf(cell: string): string {
  const codes = dossierCodes(cell).map(({ text }) => text);
  if (codes.length > 0) return codes.join(" ");
  const written = cell.replace(/\s/gu, "");
  return isOddCode(written) ? written : LEFT_OUT;
}

function codedLines(line: string): readonly string[] {
  const codes = dossierCodes(line).map(({ text }) => text);
  return [withoutCoded(line), ...codes].filter((part) => part !== "");
}
