import { type Attributes, walkXml } from "#services/documents/readers/packages/xml.ts";
import type { Definitions, Level } from "#services/documents/readers/word/numbering.ts";

/** The lists that the part numbering.xml defines. */
export function definitionsIn(part: Uint8Array | undefined): Definitions {
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
