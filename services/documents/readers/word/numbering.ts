import { type Attributes, walkXml } from "#services/documents/readers/packages/xml.ts";

/** The numbered lists of a document: Word stores only which list a paragraph is of, and counts when it shows it. */
export interface Numbering {
  /** What stands before the next paragraph of a list: "I.", "2.1.", "a)", "-"; "" = nothing. */
  next(list: string, level: number): string;
}

interface Level {
  start: number;
  format: string;
  /** "%1.%2." */
  text: string;
}

interface List {
  readonly kind: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

/** Of the part numbering.xml. */
export function readNumbering(part: Uint8Array | undefined): Numbering {
  const { kinds, lists } = definitionsIn(part);
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

interface Definitions {
  readonly kinds: Map<string, Map<number, Level>>;
  readonly lists: Map<string, List>;
}

function definitionsIn(part: Uint8Array | undefined): Definitions {
  const definitions: Definitions = { kinds: new Map(), lists: new Map() };
  let levels = new Map<number, Level>();
  let level: Level = { start: 1, format: "decimal", text: "" };
  let list: { id: string; starts: Map<number, number> } | null = null;
  let at = 0;
  const begin: Readonly<Record<string, (attributes: Attributes) => void>> = {
    "w:abstractNum": (attributes) => {
      levels = new Map();
      definitions.kinds.set(attributes["w:abstractNumId"] ?? "", levels);
    },
    "w:num": (attributes) => {
      list = { id: attributes["w:numId"] ?? "", starts: new Map() };
      levels = new Map();
    },
    "w:abstractNumId": (attributes) => {
      if (list)
        definitions.lists.set(list.id, { kind: attributes["w:val"] ?? "", starts: list.starts, levels });
    },
    "w:lvlOverride": (attributes) => {
      at = Number(attributes["w:ilvl"] ?? 0);
    },
    "w:startOverride": (attributes) => list?.starts.set(at, Number(attributes["w:val"] ?? 1)),
    "w:lvl": (attributes) => {
      level = { start: 1, format: "decimal", text: "" };
      levels.set(Number(attributes["w:ilvl"] ?? 0), level);
    },
    "w:start": (attributes) => {
      level.start = Number(attributes["w:val"] ?? 1);
    },
    "w:numFmt": (attributes) => {
      level.format = attributes["w:val"] ?? "decimal";
    },
    "w:lvlText": (attributes) => {
      level.text = attributes["w:val"] ?? "";
    },
  };
  walkXml(part, { open: (name, attributes) => begin[name]?.(attributes) });
  return definitions;
}
