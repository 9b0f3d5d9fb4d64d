import { readFile } from "node:fs/promises";

/** USER_HZ, which Linux has fixed at 100 a second (proc(5)). */
const TICK_MS = 10;
/** Of `utime` among the fields after the program's name. */
const USER_FIELD = 11;

/** Processor time that all threads of a process have had, in ms. Linux alone. */
export async function processorMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[USER_FIELD]) + Number(fields[USER_FIELD + 1])) * TICK_MS;
}
