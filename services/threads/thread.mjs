// What every worker thread begins with.
import { setPriority } from "node:os";
import { platform } from "node:process";

/** Answers go before what threads do. Linux keeps a priority for each thread, other systems only for the program. */
if (platform === "linux") setPriority(5);

let isTypeScriptRead = false;

/** Loads the module before its task, so that the task's time is its own; a failure to load rejects it, not the pool. */
export async function load({ module }) {
  if (module.endsWith(".ts")) await readTypeScript();
  await import(module);
}

export async function run({ module, name, task }) {
  await load({ module });
  const { [name]: work } = await import(module);
  return work(task);
}

/** Node's `--import tsx` does not reach worker threads, tsx's own call does. A bundle needs neither. */
async function readTypeScript() {
  if (isTypeScriptRead) return;
  const { register } = await import("tsx/esm/api");
  register();
  isTypeScriptRead = true;
}
