// A thread begins without TypeScript: Node's `--import tsx` does not reach worker threads, its API does.
import { setPriority } from "node:os";
import { platform } from "node:process";
import { register } from "tsx/esm/api";

/** Answers go before papers. Linux keeps a priority for each thread, other systems only for the whole program. */
if (platform === "linux") setPriority(10);

register();

/** Loads the reader inside the task, so that a failure to load rejects the paper and not the whole pool. */
export const read = async (task) => (await import("./worker.ts")).read(task);
