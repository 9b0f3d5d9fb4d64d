import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Place, SERVICE_NAME, type ServiceManager, ServiceRefused } from "#bot/service/manager.ts";
import type { Ran, RunCommand } from "#bot/service/run-command.ts";
import { folderOfUnit, systemdUnit } from "#bot/service/systemd-unit.ts";

export interface SystemdOptions extends Place {
  readonly run: RunCommand;
  /** Where unit files lie: the system's, or one person's. */
  readonly folder: string;
  /** The bot's owner, where the system's own systemd is spoken to; null = this person's own. */
  readonly owner: { readonly name: string; readonly id: string } | null;
  /** This person's name. */
  readonly person: string;
}

const UNIT = `${SERVICE_NAME}.service`;
/** Control characters end a line of a unit file, or are refused in one. */
const UNFIT = /\p{Cc}/u;

/** systemd, of the machine or of one person. */
export function createSystemd(options: SystemdOptions): ServiceManager {
  const { root, node, run, folder, owner, person } = options;
  const scope = owner === null ? ["--user"] : [];
  const file = join(folder, UNIT);
  const log = `journalctl ${owner === null ? "--user " : ""}-u ${SERVICE_NAME} -n 50`;
  const systemctl = (...args: string[]): Promise<Ran> => run("systemctl", [...scope, ...args]);

  return {
    async install() {
      if (UNFIT.test(root) || UNFIT.test(node)) throw new ServiceRefused("path", root);
      const before = await unitText();
      const other = before === null ? null : folderOfUnit(before);
      if (other !== null && other !== root) throw new ServiceRefused("folder", other);
      await write(systemdUnit({ root, node, user: owner?.name ?? null }));
      await begin().catch(async (error: unknown) => {
        if (before === null) await takeOff();
        throw error;
      });
      return { fromStart: owner !== null || (await lingers()), log };
    },

    async remove() {
      if ((await unitText()) === null) return false;
      await expectDone(systemctl("disable", "--now", UNIT));
      await takeOff();
      return true;
    },

    async state() {
      if ((await unitText()) === null) return { kind: "none" };
      const shown = await systemctl("show", UNIT, "--property=ActiveState,UnitFileState");
      const facts = new Map(shown.stdout.split("\n").map((line) => line.split("=", 2) as [string, string]));
      const active = facts.get("ActiveState");
      const kind = active === "active" ? "running" : active === "activating" ? "restarting" : "stopped";
      return { kind, isEnabled: facts.get("UnitFileState") === "enabled", log };
    },
  };

  async function begin(): Promise<void> {
    // Made by this command, for whoever runs the bot from now on.
    if (owner) await expectDone(run("chown", ["-R", owner.id, join(root, "data")]));
    await expectDone(systemctl("daemon-reload"));
    await expectDone(systemctl("enable", UNIT));
    await expectDone(systemctl("restart", UNIT));
  }

  async function unitText(): Promise<string | null> {
    return readFile(file, "utf8").catch((error: unknown) => {
      if (codeOf(error) === "ENOENT") return null;
      throw new ServiceRefused("admin", file, { cause: error });
    });
  }

  async function write(text: string): Promise<void> {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(file, text);
    } catch (cause) {
      throw new ServiceRefused("admin", file, { cause });
    }
  }

  async function takeOff(): Promise<void> {
    await rm(file, { force: true });
    await systemctl("daemon-reload");
  }

  /** One person's systemd begins with their logging in, unless it is told to be there always. */
  async function lingers(): Promise<boolean> {
    return (await run("loginctl", ["enable-linger", person])).code === 0;
  }
}

async function expectDone(running: Promise<Ran>): Promise<void> {
  const { code, said } = await running;
  if (code !== 0) throw new ServiceRefused("manager", said);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
