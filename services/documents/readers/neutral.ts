import type { Block, ImportWarning, NeutralDocument } from "#services/documents/extraction.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import { clean } from "#services/text/clean.ts";
import { fromLegacy, type LegacyScript } from "#services/text/legacy/legacy.ts";

/** More letters than any list of a province has. */
const MOST_LETTERS = 8_000_000;
/** Stands between texts that are converted together; no office writes it. */
const BETWEEN = "\u241e";

/**
 * What a library gave, as everything behind it expects it: cleaned, without what is empty, old alphabets turned into
 * Unicode. Throws DocumentRefused when nothing is left, or far too much.
 */
export function neutralOf(blocks: readonly Block[], notes: readonly ImportWarning[] = []): NeutralDocument {
  const cleaned = blocks.map(cleanBlock).filter((block) => textsOf(block).some((text) => text !== ""));
  if (cleaned.length === 0) throw new DocumentRefused("empty");
  const letters = cleaned.flatMap(textsOf).reduce((sum, { length }) => sum + length, 0);
  if (letters > MOST_LETTERS) throw new DocumentRefused("too-heavy");
  return { ...inUnicode(cleaned), scanned: false, notes };
}

const textsOf = (block: Block): readonly string[] =>
  block.type === "table" ? block.rows.flat() : [block.text];

function cleanBlock(block: Block): Block {
  if (block.type === "paragraph") return { ...block, text: clean(block.text).trim() };
  return { ...block, rows: block.rows.map((row) => row.map(cleanCell)) };
}

/** A cell is one line. */
const cleanCell = (text: string): string => clean(text).replace(/\s+/gu, " ").trim();

/** The alphabet is told by all words together; where some parts only are in an old one, each for itself. */
function inUnicode(blocks: readonly Block[]): Pick<NeutralDocument, "blocks" | "script"> {
  const whole = fromLegacy(blocks.flatMap(textsOf).join(BETWEEN_WORDS));
  if (whole) return { blocks: withTexts(blocks, textsIn(whole.text)), script: whole.script };
  let script: LegacyScript | undefined;
  const converted = blocks.flatMap((block) => {
    const part = fromLegacy(textsOf(block).join(BETWEEN_WORDS));
    script ??= part?.script;
    return part ? withTexts([block], textsIn(part.text)) : [block];
  });
  return { blocks: converted, ...(script ? { script } : {}) };
}

const BETWEEN_WORDS = ` ${BETWEEN} `;
const textsIn = (text: string): string[] => text.split(BETWEEN).map((part) => part.trim());

/** The same blocks with other texts, in order. */
function withTexts(blocks: readonly Block[], texts: string[]): readonly Block[] {
  const rest = texts.values();
  const next = (): string => rest.next().value ?? "";
  return blocks.map((block) =>
    block.type === "table"
      ? { ...block, rows: block.rows.map((row) => row.map(next)) }
      : { ...block, text: next() },
  );
}
