import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { buildSample } from "#test/support/build-sample.ts";

test("the sample that ships is what the letters and the portal's answers give (npx tsx test/support/write-sample.ts)", async () => {
  const shipped = new URL("../../../services/sample/data/sample.json", import.meta.url);
  expect(JSON.parse(await readFile(shipped, "utf8"))).toEqual(await buildSample());
});
