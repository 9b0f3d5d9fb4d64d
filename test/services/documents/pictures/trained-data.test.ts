import { expect, it } from "vitest";
import { legacyPart } from "#services/documents/readers/pictures/engines/trained-data.ts";

const COUNT = 24;

/** Trained data whose component i holds i + 1 times the byte i; those in `absent` are left out. */
function trainedData(absent: readonly number[] = []): Uint8Array {
  const bytes = new Uint8Array(4 + COUNT * 8 + (COUNT * (COUNT + 1)) / 2);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, COUNT, true);
  let end = 4 + COUNT * 8;
  for (let i = 0; i < COUNT; i += 1) {
    const isThere = !absent.includes(i);
    view.setBigInt64(4 + i * 8, isThere ? BigInt(end) : -1n, true);
    if (isThere) bytes.fill(i, end, end + i + 1);
    end += isThere ? i + 1 : 0;
  }
  return bytes.slice(0, end);
}

function componentsOf(bytes: Uint8Array): ReadonlyMap<number, readonly number[]> {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const offsets = Array.from({ length: COUNT }, (_, i) => Number(view.getBigInt64(4 + i * 8, true)));
  const there = offsets.filter((offset) => offset >= 0);
  return new Map(
    offsets.flatMap((offset, i) => {
      if (offset < 0) return [];
      const end = Math.min(bytes.length, ...there.filter((other) => other > offset));
      return [[i, [...bytes.slice(offset, end)]] as const];
    }),
  );
}

it("of an engine's data the components that compare shapes are kept, each whole", () => {
  const kept = componentsOf(legacyPart(trainedData([2, 9])));
  expect([...kept.keys()]).toEqual([1, 3, 4, 5, 13, 23]);
  for (const [i, component] of kept) expect(component).toEqual(Array.from({ length: i + 1 }, () => i));
});

it("another kind of file is told", () => {
  expect(() => legacyPart(new TextEncoder().encode("not trained data"))).toThrow(RangeError);
});
