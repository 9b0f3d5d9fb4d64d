// A thread beside the work of a process: the work may be one long computation, which no timer of its own interrupts.
import process from "node:process";
import { workerData } from "node:worker_threads";

const LOOK_MS = 100;
const mostBytes = workerData.memoryMb * 1024 * 1024;
const parent = process.ppid;

/** Native and WebAssembly memory counts too, which no limit of V8 sees. A process whose parent is gone is of no use. */
setInterval(() => {
  if (process.memoryUsage.rss() > mostBytes || process.ppid !== parent) process.kill(process.pid, "SIGKILL");
}, LOOK_MS);
