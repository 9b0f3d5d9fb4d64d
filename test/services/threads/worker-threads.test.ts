import { afterEach, expect, it } from "vitest";
import { createWorkerThreads, TaskTooLong } from "#services/threads/worker-threads.ts";

const STUCK = `${"a".repeat(200)}b`;
let threads: ReturnType<typeof createWorkerThreads<string, boolean>>;
afterEach(() => threads.close());

it("a thread that is stuck in a pattern is ended at its limit; others are heard meanwhile, and the next task is done", async () => {
  threads = createWorkerThreads({
    file: new URL("../../support/stuck-thread.mjs", import.meta.url),
    name: "stick",
    env: {},
    timeoutMs: 300,
  });
  let heard = 0;
  const others = setInterval(() => {
    heard += 1;
  }, 1);
  const results = await Promise.allSettled([threads.run(STUCK), threads.run("aaa")]);
  clearInterval(others);
  expect(results[0]).toMatchObject({ status: "rejected", reason: expect.any(TaskTooLong) });
  expect(results[1]).toMatchObject({ status: "fulfilled", value: true });
  expect(heard).toBeGreaterThan(0);
});
