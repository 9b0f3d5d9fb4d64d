import { extname } from "node:path";
import { read, utils } from "@e965/xlsx";
import { unzipped } from "#services/documents/readers/packages/unzipped.ts";
import { readDocx } from "#services/documents/readers/word/docx.ts";
import { fold } from "#services/text/fold.ts";

/** All words that stand in a file as its readers see them, figures in their formats; null = one whose program decides what is seen of it. */
export function wordsInFile(name: string, bytes: Uint8Array): readonly string[] | null {
  const kind = extname(name);
  if (kind === ".docx") return wordsIn(ofWord(bytes));
  if (kind === ".xlsx") return wordsIn(ofWorkbook(bytes));
  return null;
}

function ofWord(bytes: Uint8Array): readonly string[] {
  const { blocks } = readDocx(unzipped(bytes));
  return blocks.flatMap((block) => (block.type === "table" ? block.rows.flat() : [block.text]));
}

function ofWorkbook(bytes: Uint8Array): readonly string[] {
  const { Sheets } = read(bytes, { type: "array", cellNF: true });
  return Object.values(Sheets).flatMap((sheet) =>
    utils.sheet_to_json<readonly string[]>(sheet, { header: 1, defval: "", raw: false }).flat(),
  );
}

const wordsIn = (texts: readonly string[]): readonly string[] =>
  texts.flatMap((text) => text.split(/\s+/u)).filter((word) => word !== "");

/** Beside each other cells may touch: "Phượng86,2". */
const parts = (word: string): readonly string[] =>
  fold(word)
    .replace(/(\p{L})(?=\d)/gu, "$1 ")
    .split(" ");

/** What of a file's words a rendering does not show: figures as often as they stand there, other words at all. */
export function notShown(told: readonly string[], seen: readonly string[]): readonly string[] {
  // Marks may be drawn apart from their letters.
  const [words, shown] = [told.flatMap(parts), seen.flatMap(parts)];
  const all = shown.join("");
  const counts = new Map<string, number>();
  for (const word of shown) counts.set(word, (counts.get(word) ?? 0) + 1);
  const lost: string[] = [];
  for (const word of words) {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    else if (/^[-+−]?\d[\d.,]*%?$/u.test(word) || !all.includes(word)) lost.push(word);
  }
  return lost;
}
