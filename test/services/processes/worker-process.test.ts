import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { ProcessEnded } from "#services/processes/child.ts";
import { createWorkerProcess, type ProcessLimits, QueueFull } from "#services/processes/worker-process.ts";
import { TaskTooLong } from "#services/threads/worker-threads.ts";

interface Done {
  readonly task: string;
  readonly pid: number;
}

type Worker = ReturnType<typeof createWorkerProcess<string, unknown, Done>>;
let worker: Worker;
afterEach(() => worker.close());

/** A process has what time the machine has left. */
const LONG_MS = 120_000;

function start(limits: ProcessLimits = {}): Worker {
  worker = createWorkerProcess({
    stepMs: LONG_MS,
    ...limits,
    file: new URL("../../support/process-work.mjs", import.meta.url),
    name: "work",
    env: {},
  });
  return worker;
}

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

describe("a worker process", () => {
  it("does one task after the other, in the same process, and tells how far it is", async () => {
    const { run } = start();
    const told: unknown[] = [];
    const [first, second] = await Promise.all([
      run("count", (progress) => told.push(progress)),
      run("plain"),
    ]);
    expect(told).toEqual([1, 2, 3].map((page) => ({ page, of: 3 })));
    expect(second).toEqual({ task: "plain", pid: first.pid });
    expect(first.pid).not.toBe(process.pid);
  });

  it("says what a task threw, and goes on", async () => {
    const { run } = start();
    await expect(run("fail")).rejects.toThrow("as it was asked to");
    expect(await run("plain")).toMatchObject({ task: "plain" });
  });

  it("is ended when a task takes too long; the next task has a new one", async () => {
    const { run } = start({ stepMs: 1_000 });
    const before = await run("plain");
    await expect(run("loop")).rejects.toBeInstanceOf(TaskTooLong);
    expect(isRunning(before.pid)).toBe(false);
    expect((await run("plain")).pid).not.toBe(before.pid);
  });

  it("is ended when it takes more memory than it may, even such as no heap limit sees", async () => {
    const { run } = start({ memoryMb: 200 });
    await expect(run("native")).rejects.toBeInstanceOf(ProcessEnded);
    expect(await run("plain")).toMatchObject({ task: "plain" });
  });

  it("ends by itself when nobody needs it", async () => {
    const { run } = start({ idleMs: 1 });
    const { pid } = await run("plain");
    await expect.poll(() => isRunning(pid), { timeout: LONG_MS }).toBe(false);
  });

  it("lets only so many wait", async () => {
    const { run } = start({ waiting: 1 });
    const results = await Promise.allSettled([run("a"), run("b"), run("c")]);
    expect(results.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
    expect(results[2]).toMatchObject({ reason: expect.any(QueueFull) });
  });

  it("is waited for by a program that ends it and has nothing else to do", async () => {
    const program = fileURLToPath(new URL("../../support/ending-program.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", program]);
    expect(stdout).toBe("done\n");
  });
});
