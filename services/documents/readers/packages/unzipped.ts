import { Unzip, type UnzipFile, UnzipInflate } from "fflate";
import { DocumentRefused } from "#services/documents/refused.ts";

/** Unpacked: what the largest letter takes is a tenth of it. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_PARTS = 2_000;
/** Given to the unpacker at once, so that it is stopped in time. */
const STEP = 16 * 1024;

/** The parts of a package by their names. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks a zip within limits, before any library sees it. Throws DocumentRefused: packed as a bomb, cut off, locked, or
 * with entities that grow while they are read.
 */
export function unzipped(bytes: Uint8Array): Parts {
  if (!hasEnd(bytes)) throw new DocumentRefused("damaged");
  const parts = new Map<string, Uint8Array>();
  for (const [name, chunks] of chunksOf(bytes)) {
    const part = joined(chunks);
    if (/\.(?:xml|rels)$/iu.test(name) && hasDoctype(part)) throw new DocumentRefused("suspicious");
    parts.set(name, part);
  }
  if (parts.size === 0) throw new DocumentRefused("damaged");
  return parts;
}

/** The list of contents stands at the very end: what was cut off has none. */
function hasEnd(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
      "PK\u0005\u0006",
      undefined,
      "latin1",
    ) >= 0
  );
}

function chunksOf(bytes: Uint8Array): ReadonlyMap<string, readonly Uint8Array[]> {
  const parts = new Map<string, Uint8Array[]>();
  let total = 0;
  let open = 0;
  const take = (file: UnzipFile): void => {
    if (parts.size >= MOST_PARTS) throw new DocumentRefused("too-much-inside");
    const chunks: Uint8Array[] = [];
    parts.set(file.name.replaceAll("\\", "/"), chunks);
    open += 1;
    file.ondata = (error, chunk, isLast) => {
      if (error) throw error;
      total += chunk.length;
      if (total > MOST_BYTES) throw new DocumentRefused("too-much-inside");
      chunks.push(chunk);
      if (isLast) open -= 1;
    };
    file.start();
  };
  try {
    const unzip = new Unzip(take);
    unzip.register(UnzipInflate);
    for (let at = 0; at < bytes.length; at += STEP)
      unzip.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.length);
  } catch (error) {
    throw error instanceof DocumentRefused ? error : new DocumentRefused("damaged");
  }
  if (open > 0) throw new DocumentRefused("damaged");
  return parts;
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** Declares entities of its own: stands, if at all, before the first element. */
export function hasDoctype(part: Uint8Array): boolean {
  const head = Buffer.from(part.buffer, part.byteOffset, Math.min(part.byteLength, 65_536)).toString(
    "latin1",
  );
  return head.replaceAll("\u0000", "").includes("<!DOCTYPE");
}
