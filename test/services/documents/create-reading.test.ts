import { afterEach, describe, expect, it } from "vitest";
import { createReading, type Reading } from "#services/documents/create-reading.ts";
import { bytesIn } from "#test/services/documents/files/office-set.ts";
import { NOTHING_ADDED, read } from "#test/services/documents/reading.ts";

let reading: Reading;
afterEach(() => reading.close());

/** A process has what time the machine has left. */
const LONG_MS = 300_000;
const LIMITS = { stepMs: LONG_MS };

function start(process = LIMITS): Reading {
  reading = createReading({ process });
  return reading;
}

describe("reading files in a process of its own", () => {
  it(
    "says what reading them here says, and refuses as it does",
    async () => {
      const reading = start();
      for (const path of ["docx/tienlu.docx", "doc/tienlu.doc", "office/tricky.ods"]) {
        const bytes = bytesIn(path);
        const { extraction } = await reading.read({ name: "", bytes }, NOTHING_ADDED);
        expect(extraction).toEqual(await read(bytes));
      }
      await expect(
        reading.read({ name: "", bytes: bytesIn("hostile/deep.docx") }, NOTHING_ADDED),
      ).rejects.toMatchObject({
        name: "DocumentRefused",
        code: "too-deep",
      });
    },
    LONG_MS,
  );

  it(
    "stops what takes too long",
    async () => {
      const reading = start({ stepMs: 1 });
      await expect(
        reading.read({ name: "", bytes: bytesIn("docx/hue.docx") }, NOTHING_ADDED),
      ).rejects.toMatchObject({
        code: "too-slow",
      });
    },
    LONG_MS,
  );
});
