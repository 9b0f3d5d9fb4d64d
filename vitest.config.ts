import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Limits are there to end what hangs: no test may fail because a machine is busy.
    testTimeout: 120_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 100_000 } },
    pool: "forks",
    // Modules hold no state of their own, so files may share them: loading them anew took a fifth of the time.
    isolate: false,
    maxWorkers: 2,
    allowOnly: false,
  },
});
