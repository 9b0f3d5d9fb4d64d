import { readdir, readFile } from "node:fs/promises";

/** Resident memory of a process and everything under it, as Linux's /proc tells. */
export async function residentKb(pid: number): Promise<number> {
  const below = await Promise.all((await childrenOf(pid)).map(residentKb));
  return below.reduce((sum, kb) => sum + kb, await figureOf("VmRSS", pid));
}

/** The most that a process alone ever held. */
export const mostResidentKb = (pid: number): Promise<number> => figureOf("VmHWM", pid);

async function figureOf(name: "VmRSS" | "VmHWM", pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "mu").exec(status)?.[1] ?? 0);
}

async function childrenOf(pid: number): Promise<readonly number[]> {
  const threads = await readdir(`/proc/${pid}/task`);
  const lists = await Promise.all(
    threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/children`, "utf8")),
  );
  return lists.flatMap((list) =>
    list
      .split(" ")
      .filter((id) => id !== "")
      .map(Number),
  );
}
