import { createWorkerProcess } from "#services/processes/worker-process.ts";

// A program that has a task done in a process of its own, ends that process, and has nothing else to wait for.
const file = new URL("process-work.mjs", import.meta.url);
const worker = createWorkerProcess<string, never, object>({ file, name: "work", env: {} });
await worker.run("once");
await worker.close();
console.log("done");
