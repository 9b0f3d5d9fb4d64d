import { writeFile } from "node:fs/promises";
import { buildSample } from "#test/support/build-sample.ts";

/** Writes the sample data that ships with the bot: `npx tsx test/support/write-sample.ts`. */
const entries = await buildSample();
const lines = entries.map((entry) => JSON.stringify(entry));
await writeFile(
  new URL("../../services/sample/data/sample.json", import.meta.url),
  `[\n${lines.join(",\n")}\n]\n`,
);
