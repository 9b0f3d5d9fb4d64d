// Reads the papers of the format named and tells its parent what came of them: one process a format, so that the most
// memory it held is that format's own.
import { readDocument } from "#services/documents/read-document.ts";
import { FORMATS } from "./formats.ts";
import type { PapersLine } from "./papers-line.ts";
import { NO_CELLS, plus, scoreOf } from "./score.ts";

const [name = "", letters = "0", firstSeed = "0"] = process.argv.slice(2);
const format = FORMATS[name];
if (!format) throw new Error(`no format ${name}`);
const count = Math.ceil(Number(letters) / format.slowness);
const seeds = Array.from({ length: count }, (_, i) => Number(firstSeed) + i);

let [score, pages, seconds] = [NO_CELLS, 0, 0];
for (const paper of [...format.kept, ...(await format.made(seeds))]) {
  let own = 1;
  const start = performance.now();
  const document = await readDocument(paper.files, ({ of }) => {
    own = of;
  });
  seconds += (performance.now() - start) / 1000;
  pages += own;
  score = plus(score, scoreOf(paper, document));
}
const line: PapersLine = { ...score, pages, seconds, peakMb: process.resourceUsage().maxRSS / 1024 };
process.send?.(line, () => process.exit());
