import { describe, expect, it } from "vitest";
import { DocumentRefused } from "#services/documents/refused.ts";
import { read } from "#test/services/documents/reading.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";
import { nastyTexts } from "#test/support/nasty-texts.ts";

const SHORT = 8_000;
const LONG = 4 * SHORT;
/** Four times the text may take six times as long, and what a busy machine adds to it. */
const GROWTH = 6;
const NOISE_MS = 250;
/** Processor time; measured on a machine at rest none takes half of it. */
const MOST_MS = 3_000;

/** Either measure may have been held up; what grows with the square of its text never passes. */
const TRIES = 4;

describe("reading takes time as its text grows, no more, whatever it is made of", () => {
  it.each(Object.keys(nastyTexts(1)))(
    "%s",
    async (shape) => {
      const [short = "", long = ""] = [SHORT, LONG].map((length) => nastyTexts(length)[shape]);
      await reading(nastyTexts(SHORT / 4)[shape] ?? "");
      const measured: { readonly before: number; readonly after: number }[] = [];
      const isLinear = () =>
        measured.some(({ before, after }) => after < Math.min(GROWTH * before + NOISE_MS, MOST_MS));
      while (!isLinear() && measured.length < TRIES) {
        const before = await cpuMs(() => reading(short));
        measured.push({ before, after: await cpuMs(() => reading(long)) });
      }
      expect(isLinear(), JSON.stringify(measured)).toBe(true);
    },
    60_000,
  );
});

async function reading(text: string): Promise<void> {
  await read(text).catch((error: unknown) => {
    if (!(error instanceof DocumentRefused)) throw error;
  });
}
