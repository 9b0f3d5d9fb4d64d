import { describe, expect, it } from "vitest";
import { DocumentRefused } from "#services/documents/refused.ts";
import { read } from "#test/services/documents/reading.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";
import { nastyTexts } from "#test/support/nasty-texts.ts";

const SHORT = 15_000;
const LONG = 4 * SHORT;
/** Four times the text may take six times as long, and what a busy machine adds to it. */
const GROWTH = 6;
const NOISE_MS = 250;
/** Processor time; measured on a machine at rest none takes half of it. */
const MOST_MS = 3_000;

describe("reading takes time as its text grows, no more, whatever it is made of", () => {
  it.each(Object.keys(nastyTexts(1)))(
    "%s",
    async (shape) => {
      const [short = "", long = ""] = [SHORT, LONG].map((length) => nastyTexts(length)[shape]);
      await reading(nastyTexts(SHORT / 4)[shape] ?? "");
      const before = await cpuMs(() => reading(short));
      const most = Math.min(GROWTH * before + NOISE_MS, MOST_MS);
      expect(await under(most, () => cpuMs(() => reading(long)))).toBeLessThan(most);
    },
    60_000,
  );
});

/** Measured once more where it is not under `most`: it may have been held up. */
async function under(most: number, measure: () => Promise<number>): Promise<number> {
  const measured = await measure();
  return measured < most ? measured : Math.min(measured, await measure());
}

async function reading(text: string): Promise<void> {
  await read(text).catch((error: unknown) => {
    if (!(error instanceof DocumentRefused)) throw error;
  });
}
