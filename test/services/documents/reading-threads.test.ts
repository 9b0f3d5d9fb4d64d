import { performance } from "node:perf_hooks";
import { afterEach, describe, expect, it } from "vitest";
import { createReadingThreads, type ReadingThreads } from "#services/documents/reading-threads.ts";
import { bytesOf, LETTERS, NOTHING_ADDED, read } from "#test/services/documents/reading.ts";

let threads: ReadingThreads;
afterEach(() => threads.close());

const typed = (text: string) => ({ name: "", bytes: new TextEncoder().encode(text) });

/** A thread has what time the machine has left. */
const LONG_MS = 300_000;

describe("reading in a thread", () => {
  it(
    "says of every letter what reading it here says",
    async () => {
      threads = createReadingThreads({ timeoutMs: LONG_MS });
      for (const letter of Object.values(LETTERS)) {
        const bytes = bytesOf(letter);
        const { extraction } = await threads.read({ name: "", bytes }, NOTHING_ADDED);
        expect(extraction).toEqual(await read(bytes, ""));
      }
    },
    LONG_MS,
  );

  it("leaves this thread to others while it lasts", async () => {
    threads = createReadingThreads({ timeoutMs: LONG_MS });
    const long = typed("Xã Tân Lập đạt 85,5 điểm, ".repeat(2_300));
    const before = performance.eventLoopUtilization();
    await threads.read(long, NOTHING_ADDED);
    expect(performance.eventLoopUtilization(before).utilization).toBeLessThan(0.5);
  });

  it("refuses as reading here does", async () => {
    threads = createReadingThreads({ timeoutMs: LONG_MS });
    await expect(threads.read(typed("MẬT\nnội dung"), NOTHING_ADDED)).rejects.toMatchObject({
      name: "DocumentRefused",
      code: "classified",
    });
  });

  it("gives up what takes too long: of a short paper the machine is the cause, of a long one its length", async () => {
    threads = createReadingThreads({ timeoutMs: 1 });
    const line = "Xã Tân Lập đạt 85,5 điểm, ";
    await expect(threads.read(typed(line.repeat(2_300)), NOTHING_ADDED)).rejects.toMatchObject({
      code: "busy",
    });
    await expect(threads.read(typed(line.repeat(9_000)), NOTHING_ADDED)).rejects.toMatchObject({
      code: "too-slow",
    });
  });
});
