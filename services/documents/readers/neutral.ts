import type { Block, NeutralDocument } from "#services/documents/neutral.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { ImportWarning } from "#services/documents/warnings.ts";
import { clean } from "#services/text/clean.ts";
import { textsFromLegacy } from "#services/text/legacy/legacy.ts";

/** More letters than any list of a province has. */
const MOST_LETTERS = 8_000_000;

/**
 * What a library gave, as everything behind it expects it: old alphabets turned into Unicode, cleaned, without what is
 * empty. Throws DocumentRefused when nothing is left, or far too much.
 */
export function neutralOf(blocks: readonly Block[], notes: readonly ImportWarning[] = []): NeutralDocument {
  const letters = blocks.flatMap(textsOf).reduce((sum, { length }) => sum + length, 0);
  if (letters > MOST_LETTERS) throw new DocumentRefused("too-heavy");
  // Before they are cleaned: a cell alone does not show that its soft hyphens are letters.
  const legacy = textsFromLegacy(blocks.flatMap(textsOf));
  const cleaned = (legacy ? withTexts(blocks, legacy.texts) : blocks)
    .map(cleanBlock)
    .filter((block) => textsOf(block).some((text) => text !== ""));
  if (cleaned.length === 0) throw new DocumentRefused("empty");
  return { blocks: cleaned, scanned: false, notes, ...(legacy ? { script: legacy.script } : {}) };
}

const textsOf = (block: Block): readonly string[] =>
  block.type === "table" ? block.rows.flat() : [block.text];

function cleanBlock(block: Block): Block {
  if (block.type === "paragraph") return { ...block, text: clean(block.text).trim() };
  return { ...block, rows: block.rows.map((row) => row.map(cleanCell)) };
}

/** A cell is one line. */
const cleanCell = (text: string): string => clean(text).replace(/\s+/gu, " ").trim();

/** The same blocks with other texts, in order. */
function withTexts(blocks: readonly Block[], texts: readonly string[]): readonly Block[] {
  const rest = texts.values();
  const next = (): string => rest.next().value ?? "";
  return blocks.map((block) =>
    block.type === "table"
      ? { ...block, rows: block.rows.map((row) => row.map(next)) }
      : { ...block, text: next() },
  );
}
