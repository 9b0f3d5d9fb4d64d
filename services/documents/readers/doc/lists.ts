import type { WordStreams } from "#services/documents/readers/doc/word-streams.ts";
import type { Definitions, Level } from "#services/documents/readers/word/numbering.ts";

const DEFINITION_BYTES = 28;
const USE_BYTES = 16;
const LEVEL_BYTES = 28;
const SIMPLE = 0x01;
/** [MS-DOC] 2.9.150 (LVLF.nfc), as .docx names them. */
const FORMATS: Readonly<Record<number, string>> = {
  1: "upperRoman",
  2: "lowerRoman",
  3: "upperLetter",
  4: "lowerLetter",
  22: "decimalZero",
  23: "bullet",
  255: "none",
};

/** The numbered lists of a .doc; paragraphs name a use of one, counted from 1 ([MS-DOC] 2.9.131, 2.9.230, 2.9.229). */
export function listsIn({ table, place }: WordStreams): Definitions {
  const definitions: Definitions = { kinds: new Map(), lists: new Map() };
  const { from, to } = place("lists");
  if (to > from) {
    let level = to;
    for (let i = 0; i < table.getUint16(from, true); i += 1) {
      const at = from + 2 + DEFINITION_BYTES * i;
      const count = table.getUint8(at + 26) & SIMPLE ? 1 : 9;
      const levels = new Map<number, Level>();
      for (let depth = 0; depth < count; depth += 1) level = readLevel(table, level, depth, levels);
      definitions.kinds.set(String(table.getInt32(at, true)), levels);
    }
  }
  const uses = place("listUses");
  const count = uses.to > uses.from ? table.getUint32(uses.from, true) : 0;
  for (let i = 0; i < count; i += 1) {
    const kind = String(table.getInt32(uses.from + 4 + USE_BYTES * i, true));
    definitions.lists.set(String(i + 1), { kind, starts: new Map(), levels: new Map() });
  }
  return definitions;
}

/** Where the next level begins. */
function readLevel(table: DataView, at: number, depth: number, levels: Map<number, Level>): number {
  const properties = table.getUint8(at + 24) + table.getUint8(at + 25);
  const text = at + LEVEL_BYTES + properties;
  const length = table.getUint16(text, true);
  const letters = Array.from({ length }, (_, i) => table.getUint16(text + 2 + 2 * i, true));
  levels.set(depth, {
    start: table.getInt32(at, true),
    format: FORMATS[table.getUint8(at + 4)] ?? "decimal",
    // A letter below 9 stands for the number of that level.
    text: letters.map((code) => (code < 9 ? `%${code + 1}` : String.fromCharCode(code))).join(""),
  });
  return text + 2 + 2 * length;
}
