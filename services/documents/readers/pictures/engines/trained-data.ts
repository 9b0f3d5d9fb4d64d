/** Components of the legacy engine: its letters, its shapes, their table, and the file's version (tessdatamanager.h). */
const LEGACY = new Set([1, 3, 4, 5, 13, 23]);
const ABSENT = -1n;
const BYTES_OF_COUNT = 4;
const BYTES_OF_OFFSET = 8;

/**
 * Trained data with the legacy engine alone: what a language model and a dictionary add makes it read figures worse. The
 * file holds a count, the offset of each component, and the components. Throws RangeError for another kind of file.
 */
export function legacyPart(data: Uint8Array): Uint8Array {
  const source = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const count = source.getInt32(0, true);
  const head = BYTES_OF_COUNT + count * BYTES_OF_OFFSET;
  if (count < Math.max(...LEGACY) || head > data.length) throw new RangeError("no trained data");
  const offsets = Array.from({ length: count }, (_, i) =>
    Number(source.getBigInt64(BYTES_OF_COUNT + i * BYTES_OF_OFFSET, true)),
  );
  const ends = (from: number): number => Math.min(data.length, ...offsets.filter((offset) => offset > from));
  const kept = offsets.map((offset, i) =>
    LEGACY.has(i) && offset >= 0 ? data.subarray(offset, ends(offset)) : null,
  );
  const trimmed = new Uint8Array(head + kept.reduce((sum, part) => sum + (part?.length ?? 0), 0));
  const target = new DataView(trimmed.buffer);
  target.setInt32(0, count, true);
  let end = head;
  for (const [i, part] of kept.entries()) {
    target.setBigInt64(BYTES_OF_COUNT + i * BYTES_OF_OFFSET, part ? BigInt(end) : ABSENT, true);
    if (part) trimmed.set(part, end);
    end += part?.length ?? 0;
  }
  return trimmed;
}
