/** What a worker process is asked to do in tests. */
export async function work(task, tell) {
  if (task === "count") for (const page of [1, 2, 3]) tell({ page, of: 3 });
  if (task === "fail") throw new Error("as it was asked to");
  if (task === "loop") for (;;);
  if (task === "native") await fillMemory();
  return { task, pid: process.pid };
}

/** Memory that no limit of the heap sees. */
async function fillMemory() {
  const held = [];
  for (;;) {
    held.push(Buffer.alloc(8 * 1024 * 1024, 1));
    await new Promise((next) => setImmediate(next));
  }
}
