import { describe, expect, it } from "vitest";
import { startDeadline } from "#services/threads/deadline.ts";

const timeUntilOver = (ms: number, usedMs: () => number | null): Promise<number> => {
  const began = performance.now();
  return new Promise((done) => startDeadline(ms, usedMs, () => done(performance.now() - began)));
};

describe("a deadline", () => {
  it("is over when its time is used, by the clock where nobody knows", async () => {
    expect(await timeUntilOver(50, () => 50)).toBeGreaterThanOrEqual(49);
    expect(await timeUntilOver(50, () => null)).toBeGreaterThanOrEqual(49);
  });

  it("waits while the processor was given to others", async () => {
    let looks = 0;
    await timeUntilOver(50, () => {
      looks += 1;
      return looks < 3 ? 10 : 60;
    });
    expect(looks).toBe(3);
  });

  it("does not wait for ever", async () => {
    expect(await timeUntilOver(50, () => 0)).toBeGreaterThanOrEqual(499);
  });

  it("is never over once it was given up", async () => {
    let isOver = false;
    const giveUp = startDeadline(
      10,
      () => null,
      () => {
        isOver = true;
      },
    );
    giveUp();
    await timeUntilOver(50, () => null);
    expect(isOver).toBe(false);
  });
});
