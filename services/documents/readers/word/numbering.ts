/** The numbered lists of a document: Word stores only which list a paragraph is of, and counts when it shows it. */
export interface Numbering {
  /** What stands before the next paragraph of a list: "I.", "2.1.", "a)", "-"; "" = nothing. */
  next(list: string, level: number): string;
}

export interface Level {
  start: number;
  format: string;
  /** "%1.%2." */
  text: string;
}

export interface List {
  readonly kind: string;
  /** By levels, where it starts anew. */
  readonly starts: Map<number, number>;
  /** Those that differ from its kind's. */
  readonly levels: Map<number, Level>;
}

export interface Definitions {
  /** Levels by the ids of kinds of lists. */
  readonly kinds: Map<string, Map<number, Level>>;
  /** By the ids that paragraphs name. */
  readonly lists: Map<string, List>;
}

/** Counts as Word does: lists of one kind go on with each other's numbers, unless they say where they start. */
export function createNumbering({ kinds, lists }: Definitions): Numbering {
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();

  return {
    next(id, level) {
      const list = lists.get(id);
      const levels = list && kinds.get(list.kind);
      const levelAt = (at: number) => list?.levels.get(at) ?? levels?.get(at);
      const own = levelAt(level);
      if (!list || !own) return "";
      const count = counts.get(list.kind) ?? [];
      counts.set(list.kind, count);
      if (!begun.has(id)) for (const [at] of list.starts) delete count[at];
      begun.add(id);
      const startAt = (at: number) => list.starts.get(at) ?? levelAt(at)?.start ?? 1;
      for (let at = 0; at < level; at += 1) count[at] ??= startAt(at);
      count[level] = count[level] === undefined ? startAt(level) : count[level] + 1;
      count.length = level + 1;
      return labelOf(own, (at) => written(count[at] ?? 1, levelAt(at)?.format ?? "decimal"));
    },
  };
}

function labelOf({ format, text }: Level, number: (level: number) => string): string {
  if (format === "bullet") return "-";
  return format === "none" ? "" : text.replace(/%(\d)/gu, (_, at: string) => number(Number(at) - 1)).trim();
}

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, "M"],
  [900, "CM"],
  [500, "D"],
  [400, "CD"],
  [100, "C"],
  [90, "XC"],
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];
const MOST_ROMAN = 4_000;

function roman(number: number): string {
  let rest = Math.min(number, MOST_ROMAN);
  let text = "";
  for (const [value, letters] of ROMAN) {
    text += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return text;
}

/** z is followed by aa. */
function letters(number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26));
  return letter.repeat(Math.min(10, Math.ceil(number / 26)));
}

function written(number: number, format: string): string {
  if (format === "upperRoman") return roman(number);
  if (format === "lowerRoman") return roman(number).toLowerCase();
  if (format === "upperLetter") return letters(number).toUpperCase();
  if (format === "lowerLetter") return letters(number);
  return format === "decimalZero" ? String(number).padStart(2, "0") : String(number);
}
