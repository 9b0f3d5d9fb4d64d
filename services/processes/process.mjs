// What every worker process begins with.
import { writeFileSync } from "node:fs";
import { setPriority } from "node:os";
import process from "node:process";
import { Worker } from "node:worker_threads";

/** Answers go before what is done here. */
setPriority(5);
if (process.platform === "linux") chooseAsFirstToEnd();
new Worker(new URL("watchdog.mjs", import.meta.url), {
  workerData: { memoryMb: Number(process.argv[2]) },
  execArgv: [],
}).unref();

let isTypeScriptRead = false;

process.on("disconnect", () => process.exit());
process.on("message", async ({ module, name, task }) => {
  try {
    const work = await load(module);
    const done = name === null ? null : await work[name](task, tell);
    process.send({ done, memory: process.memoryUsage.rss() });
  } catch (error) {
    process.send({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});

const tell = (progress) => process.send({ progress });

async function load(module) {
  if (module.endsWith(".ts")) await readTypeScript();
  return import(module);
}

/** A bundle needs none of it. */
async function readTypeScript() {
  if (isTypeScriptRead) return;
  const { register } = await import("tsx/esm/api");
  register();
  isTypeScriptRead = true;
}

/** Where the machine runs out of memory, the system ends this process and not the bot. */
function chooseAsFirstToEnd() {
  try {
    writeFileSync("/proc/self/oom_score_adj", "1000");
  } catch {
    // Some containers do not let it be written.
  }
}
