import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { createTaskScheduler } from "#bot/service/task-scheduler.ts";
import { type FakeManager, openFakeManager } from "#test/support/fake-managers/open.ts";

let fake: FakeManager;
afterEach(() => fake.close());

const NODE = "C:\\Program Files\\nodejs\\node.exe";

async function scheduler(env: Readonly<Record<string, string>> = {}, root?: string) {
  fake = await openFakeManager(env);
  const user = "MAY-TINH\\văn thư";
  return createTaskScheduler({ root: root ?? fake.root.replace("%", ""), node: NODE, run: fake.run, user });
}

describe("the bot as a task of Windows", () => {
  it("is taken, begun with the machine for its owner, and started", async () => {
    const manager = await scheduler();
    expect(await manager.install()).toMatchObject({ fromStart: true });
    const { bot766 } = (await fake.state()) as { bot766: { runs: number; values: Record<string, string> } };
    expect(bot766.runs).toBe(1);
    expect(bot766.values).toMatchObject({
      Command: NODE,
      UserId: "MAY-TINH\\văn thư",
      LogonType: "S4U",
      RunLevel: "LeastPrivilege",
      ExecutionTimeLimit: "PT0S",
      WorkingDirectory: fake.root.replace("%", ""),
    });
    expect(bot766.values.Arguments).toMatch(
      /^".*Sở Nội vụ – bot 100 \$HOME & 766\\bot\\bootstrap\\keep-running\.mjs"$/u,
    );
  });

  it("can be installed again, and removed once; its file is not left lying", async () => {
    const manager = await scheduler();
    await manager.install();
    await manager.install();
    expect(await readdir(join(fake.root.replace("%", ""), "data"))).toEqual([]);
    expect(await manager.remove()).toBe(true);
    expect(await manager.remove()).toBe(false);
    expect(await manager.state()).toEqual({ kind: "none" });
  });

  it("runs or has stopped as the number it wrote down says", async () => {
    const manager = await scheduler();
    await manager.install();
    expect(await manager.state()).toMatchObject({ kind: "stopped" });
    await writeFile(join(fake.root.replace("%", ""), "data/service.pid"), String(process.pid));
    expect(await manager.state()).toMatchObject({ kind: "running" });
  });

  it("says what the system said to somebody who may not", async () => {
    const manager = await scheduler({ FAKE_RIGHTS: "none" });
    await expect(manager.install()).rejects.toMatchObject({
      fault: "admin",
      detail: "ERROR: Access is denied.",
    });
  });

  it.each(["C:\\bot 100%", 'C:\\bot "766"'])(
    "is not begun in a folder that it cannot name: %s",
    async (root) => {
      const manager = await scheduler({}, root);
      await expect(manager.install()).rejects.toMatchObject({ fault: "path", detail: root });
      expect(fake.calls).toEqual([]);
    },
  );
});
