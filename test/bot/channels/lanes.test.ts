import { describe, expect, it } from "vitest";
import { createLanes } from "#bot/channels/lanes.ts";

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** Jobs that note when they run, and wait until they are let go. */
function createJobs() {
  const ran: string[] = [];
  const waiting: (() => void)[] = [];
  return {
    ran,
    job: (name: string) => async (): Promise<void> => {
      ran.push(name);
      await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async letGo(): Promise<void> {
      for (const go of waiting.splice(0)) go();
      await turn();
      await turn();
    },
  };
}

describe("lanes", () => {
  it("run side by side, the jobs of one in order, after one that failed too", async () => {
    const failed: unknown[] = [];
    const lanes = createLanes({ onError: (error) => failed.push(error) });
    const { ran, job, letGo } = createJobs();
    lanes.push("a", async () => {
      throw new Error("no");
    });
    lanes.push("a", job("a1"));
    lanes.push("a", job("a2"));
    lanes.push("b", job("b1"));
    await turn();
    expect(ran).toEqual(["b1", "a1"]);
    await letGo();
    expect(ran).toEqual(["b1", "a1", "a2"]);
    expect(failed).toHaveLength(1);
    await letGo();
    await lanes.idle(1_000);
  });

  it("let the one that spoke last go first where more wait than there is room for", async () => {
    const lanes = createLanes({ onError: () => undefined, room: 2 });
    const { ran, job, letGo } = createJobs();
    for (const lane of ["a", "b", "c", "d", "e"]) lanes.push(lane, job(lane));
    lanes.push("c", job("c2"));
    await turn();
    expect(ran).toEqual(["a", "b"]);
    await letGo();
    expect(ran.slice(2)).toEqual(["c", "e"]);
    await letGo();
    await letGo();
    expect([...ran].sort()).toEqual(["a", "b", "c", "c2", "d", "e"]);
  });

  it("are idle once all has run, and waited for no longer than asked", async () => {
    const lanes = createLanes({ onError: () => undefined });
    const { job, letGo } = createJobs();
    await lanes.idle(60_000);
    lanes.push("a", job("a"));
    await turn();
    await lanes.idle(1);
    const idle = lanes.idle(60_000);
    await letGo();
    await idle;
  });
});
