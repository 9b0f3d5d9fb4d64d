import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";

/**
 * The lines of a gzipped text; only "\n" ends one. Throws what the source or the unzipping throws, and closes the
 * source when the reader has had enough.
 */
export async function* unzippedLines(source: Readable): AsyncGenerator<string> {
  const text = createGunzip().setEncoding("utf8");
  // Its errors are those the reading below throws.
  pipeline(source, text, () => undefined);
  let begun = "";
  for await (const chunk of text) {
    const lines = (begun + chunk).split("\n");
    begun = lines.pop() ?? "";
    yield* lines;
  }
  if (begun !== "") yield begun;
}
