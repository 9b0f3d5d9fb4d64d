import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Place, SERVICE_NAME, type ServiceManager, ServiceRefused } from "#bot/service/manager.ts";
import type { Ran, RunCommand } from "#bot/service/run-command.ts";
import { taskFile, taskXml } from "#bot/service/task-xml.ts";

export interface TaskSchedulerOptions extends Place {
  readonly run: RunCommand;
  /** As Windows names persons: "MAY-TINH\\van thu". */
  readonly user: string;
}

/** The scheduler puts variables of the system between signs of per cent, and has no way to write one. */
const UNFIT = /[\p{Cc}"%]/u;
/** How long the bot is given to end by itself; it takes ten seconds at the most. */
const END_MS = 30_000;
const LOOK_MS = 500;

/** The task scheduler of Windows. What its programs say is in the language of the system: only their codes are read. */
export function createTaskScheduler({ root, node, run, user }: TaskSchedulerOptions): ServiceManager {
  const data = join(root, "data");
  const log = join(data, "bot766.log");
  const schtasks = (verb: string, ...args: string[]): Promise<Ran> =>
    run("schtasks", [verb, "/TN", SERVICE_NAME, ...args]);

  return {
    async install() {
      if (UNFIT.test(root) || UNFIT.test(node)) throw new ServiceRefused("path", root);
      const file = join(data, "bot766-task.xml");
      await mkdir(data, { recursive: true });
      await writeFile(file, taskFile(taskXml({ root, node, user })));
      try {
        await end();
        await expectDone(schtasks("/Create", "/XML", file, "/F"));
      } finally {
        await rm(file, { force: true });
      }
      await expectDone(schtasks("/Run"));
      return { fromStart: true, log };
    },

    async remove() {
      if (!(await isThere())) return false;
      await end();
      await expectDone(schtasks("/Delete", "/F"));
      return true;
    },

    async state() {
      if (!(await isThere())) return { kind: "none" };
      return { kind: (await isRunning()) ? "running" : "stopped", isEnabled: true, log };
    },
  };

  async function isThere(): Promise<boolean> {
    return (await schtasks("/Query")).code === 0;
  }

  /** `bot/bootstrap/keep-running.mjs` writes down its number, and ends when it finds the other file. */
  async function isRunning(): Promise<boolean> {
    const id = Number(await readFile(join(data, "service.pid"), "utf8").catch(() => ""));
    if (!id) return false;
    try {
      process.kill(id, 0);
      return true;
    } catch (error) {
      // There is one, of another person's.
      return error instanceof Error && "code" in error && error.code === "EPERM";
    }
  }

  /** Windows has no signal that asks a program to end: a file does; what does not heed it is killed. */
  async function end(): Promise<void> {
    if (await isRunning()) {
      await writeFile(join(data, "service.stop"), "");
      for (let waited = 0; waited < END_MS && (await isRunning()); waited += LOOK_MS) await pause(LOOK_MS);
    }
    await schtasks("/End");
    await rm(join(data, "service.stop"), { force: true });
  }
}

async function expectDone(running: Promise<Ran>): Promise<void> {
  const { code, said } = await running;
  if (code === null) throw new ServiceRefused("manager", said);
  if (code !== 0) throw new ServiceRefused("admin", said);
}
