import { dirname, join } from "node:path";
import { defineConfig, type Plugin } from "vitest/config";
import { bundledAddresses, bundleOf } from "./bot/bootstrap/bundle.mjs";

export default defineConfig({
  plugins: [workersFromBundle()],
  test: {
    include: ["test/**/*.test.ts"],
    // Limits are there to end what hangs: no test may fail because a machine is busy.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 300_000 } },
    pool: "forks",
    // Modules hold no state of their own, so files may share them: loading them anew took a fifth of the time.
    isolate: false,
    // Twice the cores that are certain: tests wait for servers and stores a third of their time.
    maxWorkers: 4,
    allowOnly: false,
  },
});

/**
 * Threads and processes begin with the bundle, as in the product: each transforms every source it needs otherwise, which
 * takes longer than most tests. Not while watching, where sources change.
 */
function workersFromBundle(): Plugin {
  let readdressed: ReturnType<typeof bundledAddresses> | undefined;
  return {
    name: "workers-from-bundle",
    enforce: "pre",
    async configureVitest({ vitest }) {
      const program = vitest.config.watch ? null : await bundleOf("bot/main.ts");
      if (program) readdressed = bundledAddresses(join(dirname(program), ".."));
    },
    transform(code, file) {
      const isSource = file.endsWith(".ts") && file.startsWith(join(import.meta.dirname, "services"));
      const startsWorker = isSource && /new URL\("[^"]+\/worker\.ts"/u.test(code);
      return readdressed && startsWorker ? readdressed(file, code) : null;
    },
  };
}
