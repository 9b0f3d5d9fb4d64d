import { cellOf } from "#services/documents/marks/cells.ts";
import {
  type CopiedRow,
  copiedRow,
  isCell,
  isName,
  ordinalAt,
} from "#services/documents/readers/copied-row.ts";
import type { TextTable } from "#services/documents/readers/text-rows.ts";
import { ORDINALS, UNITS } from "#services/documents/tables/column-words.ts";
import { foldWords } from "#services/text/fold.ts";

/** Lines of heads above the first row. */
const MOST_HEAD_LINES = 24;

/**
 * The table that begins at line `start` as copying out of a pdf leaves it: cells apart by single spaces, or one a line.
 * Its heads are the lines from "Stt" or "Tên đơn vị" on, apart only where each has its line. null when none
 * begins. Right behind a table one row is enough: a damaged one may have cut the table there.
 */
export function copiedTable(
  lines: readonly string[],
  start: number,
  isBehindTable: boolean,
): TextTable | null {
  const isHeaded = isHeadStart(trimmed(lines[start] ?? ""));
  const body = isHeaded ? firstRow(lines, start) : start;
  if (body === null || !isTable(groupsFrom(lines, body, SAMPLE), isHeaded, isBehindTable ? 1 : FEWEST_ROWS))
    return null;

  const groups = groupsFrom(lines, body, lines.length);
  const width = usualCount(groups);
  const heads = lines
    .slice(start, body)
    .map(trimmed)
    .filter((line) => line !== "");
  const isSpread = groups.filter(({ size }) => size > 1).length > groups.length / 2;
  const head = isSpread ? heads : [heads.join(" ")];
  return {
    rows: [...(isHeaded ? [head] : []), ...groups.map((group) => cellsOf(group, width))],
    next: groups.at(-1)?.next ?? body,
    collapses: true,
  };
}

const trimmed = (line: string): string => line.trim().replace(/\s+/gu, " ");

const LONGEST_HEAD = 600;

function isHeadStart(line: string): boolean {
  if (line.length > LONGEST_HEAD) return false;
  const folded = foldWords(line.slice(0, 60));
  return ORDINALS.test(folded) || HEADS_OF_UNITS.some((words) => folded.startsWith(words));
}

const HEADS_OF_UNITS = UNITS.filter((words) => words !== "ubnd");

/** Below a head for the numbering only a numbered row is one: the last head may stand right above a "1". */
function firstRow(lines: readonly string[], start: number): number | null {
  const isNumbered = ORDINALS.test(foldWords((lines[start] ?? "").slice(0, 60)));
  const last = Math.min(lines.length, start + MOST_HEAD_LINES);
  for (let i = start + 1; i < last; i += 1) {
    const begun = startsRow(lines, i);
    if (isNumbered ? begun === "numbered" : begun !== null) return i;
  }
  return null;
}

/** Many lines may turn out to begin no table: each is looked at once, however many tables it might have been in. */
function onceALine<T>(look: (lines: readonly string[], at: number) => T) {
  const seen = new WeakMap<readonly string[], Map<number, T>>();
  return (lines: readonly string[], at: number): T => {
    const known = seen.get(lines) ?? new Map<number, T>();
    seen.set(lines, known);
    const before = known.get(at);
    if (before !== undefined) return before;
    const found = look(lines, at);
    known.set(at, found);
    return found;
  };
}

type Start = "numbered" | "named";

/** How a row begins at a line; null when none does. */
const startsRow = onceALine(startAt);

function startAt(lines: readonly string[], at: number): Start | null {
  const line = trimmed(lines[at] ?? "");
  if (line === "" || line.length > LONGEST_HEAD) return null;
  const next = trimmed(lines[nextFilled(lines, at)] ?? "");
  if (ordinalAt(line, next) !== null) return "numbered";
  return copiedRow(line) !== null || (isName(line) && isCells(next)) ? "named" : null;
}

function isCells(line: string): boolean {
  if (line === "") return false;
  return cellOf(line).kind === "absent" || line.split(" ").every(isCell);
}

/** Lines that may be empty between two of a table: a page's end. */
const MOST_EMPTY = 3;

function nextFilled(lines: readonly string[], at: number): number {
  const last = Math.min(lines.length, at + MOST_EMPTY + 2);
  for (let i = at + 1; i < last; i += 1) if (/\S/u.test(lines[i] ?? "")) return i;
  return lines.length;
}

interface Group {
  /** Its lines as one. */
  readonly text: string;
  readonly row: CopiedRow | null;
  readonly start: Start;
  readonly size: number;
  /** The next line that is not empty. */
  readonly next: number;
}

/** Up to `most` rows that follow each other from a line on, each of one or of several lines. */
function groupsFrom(lines: readonly string[], from: number, most: number): readonly Group[] {
  const groups: Group[] = [];
  for (let at = from; at < lines.length && groups.length < most; at = groups.at(-1)?.next ?? lines.length) {
    const start = startsRow(lines, at);
    if (start === null || start !== (groups[0]?.start ?? start)) break;
    const group = groupAt(lines, at);
    const last = groups.at(-1);
    if (last && start === "numbered" && numberOf(group.text) <= numberOf(last.text)) break;
    groups.push(group);
  }
  return groups;
}

/** More lines than a row has cells. */
const MOST_LINES = 40;

/** A row's line with those that go on with its name or hold its cells. */
const groupAt = onceALine(groupFrom);

function groupFrom(lines: readonly string[], at: number): Group {
  const start = startsRow(lines, at) ?? "named";
  let text = trimmed(lines[at] ?? "");
  let size = 1;
  let next = nextFilled(lines, at);
  for (; size < MOST_LINES && next < lines.length; next = nextFilled(lines, next)) {
    const line = trimmed(lines[next] ?? "");
    const goesOn = isCells(line) || ODD_CELL.test(line) || (copiedRow(text) === null && GOES_ON.test(line));
    if (!goesOn || startsRow(lines, next) === start) break;
    text += ` ${line}`;
    size += 1;
  }
  return { text, row: copiedRow(text), start, size, next };
}

/** "79,05 (hạng 3)": more than a number, but no sentence. */
const ODD_CELL = /^['’(+−–-]?\d[^.:;]{0,40}$/u;

/** The rest of a long name. */
const GOES_ON = /^\p{L}[^.:;]{0,80}$/u;

const SAMPLE = 8;
const FEWEST_ROWS = 3;
const TITLED =
  /^(?:UBND |Ủy ban nhân dân )?(?:xã|phường|thị trấn|TT|đặc khu|huyện|quận|thị xã|tỉnh|thành phố|TP|Sở|Ban|Thanh tra|Văn phòng)(?!\p{L})/iu;

/** Rows alike enough not to be sentences that happen to end in numbers. */
function isTable(groups: readonly Group[], isHeaded: boolean, fewest: number): boolean {
  const width = usualCount(groups);
  const rows = groups.flatMap(({ row }) => row ?? []);
  const alike = rows.filter(({ cells }) => cells.length === width).length;
  if (groups.length < fewest || alike < groups.length / 2) return false;
  if (!isHeaded && fewest > 1 && rows.every(isSentence)) return false;
  return isHeaded || width > 1 || rows.filter(({ name }) => TITLED.test(name)).length >= groups.length / 2;
}

/** "Xã Chỉ Đạo - 85,9 điểm": one figure that says what it is needs no column. */
function isSentence({ cells }: CopiedRow): boolean {
  const figures = cells.filter((cell) => /\d/u.test(cell));
  return figures.length === 1 && /điểm|đ$|%/u.test(figures[0] ?? "");
}

const numberOf = (text: string): number => Number.parseInt(text, 10);

/** How many cells most rows have behind their names. */
function usualCount(groups: readonly Group[]): number {
  const counts = new Map<number, number>();
  for (const { row } of groups) {
    if (row) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** One cell too many belongs to the name: "Phường 8 89,63 100". */
function cellsOf({ row, text }: Group, width: number): readonly string[] {
  if (!row) return [text];
  const extra = row.cells.slice(0, Math.max(0, row.cells.length - width));
  const name = [row.name, ...extra].join(" ");
  return [...(row.ordinal === null ? [] : [row.ordinal]), name, ...row.cells.slice(extra.length)];
}
