import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second on every machine Node runs on (USER_HZ). */
const TICK_MS = 10;
/** Fields of /proc/<pid>/stat behind the name in brackets: utime and stime (proc_pid_stat(5), 14 and 15). */
const UTIME = 11;

/** How much of the processor a process was given since now, in ms; null = the system does not tell. */
export function timeOf(pid: number | undefined): () => number | null {
  const before = ticksOf(pid);
  return () => {
    const now = ticksOf(pid);
    return before === null || now === null ? null : (now - before) * TICK_MS;
  };
}

function ticksOf(pid: number | undefined): number | null {
  if (process.platform !== "linux" || pid === undefined) return null;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return Number(fields[UTIME]) + Number(fields[UTIME + 1]);
  } catch {
    return null;
  }
}
