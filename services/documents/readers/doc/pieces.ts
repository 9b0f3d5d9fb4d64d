import type { WordStreams } from "#services/documents/readers/doc/word-streams.ts";
import { DocumentRefused } from "#services/documents/refused.ts";

/** The text of a .doc: it lies in pieces, in the order in which it was typed and changed. */
export interface WordText {
  readonly text: string;
  /** Where in the main stream the letter at a place of the text lies: there its properties are told. */
  offsetOf(at: number): number;
}

interface Piece {
  readonly at: number;
  readonly offset: number;
  /** Bytes a letter takes. */
  readonly size: 1 | 2;
}

const PROPERTIES = 1;
const COMPRESSED = 0x4000_0000;

/** [MS-DOC] 2.9.38 (Clx) and 2.9.177 (Pcd). */
export function readPieces({ main, table, place }: WordStreams): WordText {
  let { from } = place("pieces");
  while (table.getUint8(from) === PROPERTIES) from += 3 + table.getUint16(from + 1, true);
  const count = (table.getUint32(from + 1, true) - 4) / 12;
  const places = from + 5;
  if (!Number.isInteger(count) || count < 1) throw new DocumentRefused("damaged");

  const pieces: Piece[] = [];
  const texts: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const at = table.getUint32(places + 4 * i, true);
    const length = table.getUint32(places + 4 * (i + 1), true) - at;
    const packed = table.getUint32(places + 4 * (count + 1) + 8 * i + 2, true);
    const size = packed & COMPRESSED ? 1 : 2;
    const offset = size === 1 ? (packed & ~COMPRESSED) / 2 : packed;
    pieces.push({ at, offset, size });
    texts.push(decoded(main, offset, length, size));
  }
  return { text: texts.join(""), offsetOf: (at) => offsetIn(pieces, at) };
}

function decoded(main: DataView, offset: number, length: number, size: 1 | 2): string {
  if (length < 0 || offset + length * size > main.byteLength) throw new DocumentRefused("damaged");
  const bytes = new Uint8Array(main.buffer, main.byteOffset + offset, length * size);
  return new TextDecoder(size === 1 ? "windows-1252" : "utf-16le", { ignoreBOM: true }).decode(bytes);
}

function offsetIn(pieces: readonly Piece[], at: number): number {
  let [low, high] = [0, pieces.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((pieces[middle]?.at ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece ? piece.offset + (at - piece.at) * piece.size : 0;
}
