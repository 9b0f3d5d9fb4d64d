import { describe, expect, it } from "vitest";
import { createRestarts } from "#bot/wiring/restarts.ts";

/** Bots that write down what becomes of them; the ones started with `bad` settings do not start. */
function startAt(first: string, bad: readonly string[] = []) {
  const done: string[] = [];
  let settings = first;
  const bot = (name: string) => ({
    name,
    async stop() {
      done.push(`stop ${name}`);
    },
  });
  const restarts = createRestarts(bot(first), {
    next: async () => settings,
    async start(name: string) {
      done.push(`start ${name}`);
      if (bad.includes(name)) throw new Error(name);
      return bot(name);
    },
    async revert() {
      settings = first;
    },
    opened: ({ name }) => done.push(`opened ${name}`),
  });
  return {
    done,
    restarts,
    set: (to: string) => {
      settings = to;
    },
  };
}

describe("a bot started anew in its place", () => {
  it("is closed before the next one opens, one restart after the other", async () => {
    const { done, restarts, set } = startAt("a");
    set("b");
    await Promise.all([restarts.again(), restarts.again()]);
    expect(done).toEqual(["stop a", "start b", "opened b", "stop b", "start b", "opened b"]);
  });

  it("runs as before where it does not start with what is new", async () => {
    const { done, restarts, set } = startAt("a", ["b"]);
    set("b");
    await restarts.again();
    expect(done).toEqual(["stop a", "start b", "start a", "opened a"]);
  });

  it("says so where it does not start at all, and is not stopped twice", async () => {
    const { done, restarts } = startAt("a", ["a"]);
    await expect(restarts.again()).rejects.toThrow("a");
    await restarts.stop();
    expect(done).toEqual(["stop a", "start a", "start a"]);
  });

  it("starts nothing more once it is to end, and ends what was just starting", async () => {
    const { done, restarts, set } = startAt("a");
    set("b");
    const again = restarts.again();
    await Promise.resolve();
    await restarts.stop();
    await again;
    await restarts.again();
    expect(done).toEqual(["stop a", "start b", "opened b", "stop b"]);
  });
});
