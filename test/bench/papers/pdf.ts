import { readDocument } from "#services/documents/read-document.ts";
import { scoreOf } from "#test/support/made-letters/letter-score.ts";
import { printLetters } from "#test/support/made-letters/print-letters.ts";
import type { PapersLine } from "./papers-line.ts";

/** Letters that nobody looked at while the reader was written. */
const FIRST_SEED = 20_000;

/** Letters of random tables, printed by Chromium. */
export async function benchPdf(letters: number): Promise<PapersLine> {
  const seeds = Array.from({ length: letters }, (_, i) => FIRST_SEED + i);
  const line = { right: 0, flagged: 0, pages: 0, seconds: 0, peakMb: 0, wrong: [] as string[] };
  for (const { letter, pdf } of await printLetters(seeds)) {
    const start = performance.now();
    const document = await readDocument({ name: "", bytes: pdf }, ({ page, of }) => {
      if (page === of) line.pages += of;
    });
    line.seconds += (performance.now() - start) / 1000;
    const { right, flagged, wrong } = scoreOf(letter, document);
    line.right += right;
    line.flagged += flagged;
    line.wrong.push(...wrong.map((cell) => `seed ${letter.seed} (${letter.borders}): ${cell}`));
  }
  return { ...line, peakMb: Math.round(process.resourceUsage().maxRSS / 1024) };
}
