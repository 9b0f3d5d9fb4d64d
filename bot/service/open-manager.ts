import { statSync } from "node:fs";
import { userInfo } from "node:os";
import { join } from "node:path";
import type { Place, ServiceManager } from "#bot/service/manager.ts";
import { runCommand } from "#bot/service/run-command.ts";
import { createSystemd } from "#bot/service/systemd.ts";
import { createTaskScheduler } from "#bot/service/task-scheduler.ts";

const SYSTEM_UNITS = "/etc/systemd/system";

/** This machine's manager: of the system where root asks, else of this person; null = there is none that is known. */
export async function openManager(
  place: Place,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ServiceManager | null> {
  const { username, homedir, uid } = userInfo();
  if (process.platform === "win32") {
    const user = env.USERDOMAIN === undefined ? username : `${env.USERDOMAIN}\\${username}`;
    return createTaskScheduler({ ...place, run: runCommand, user });
  }
  if (process.platform !== "linux") return null;
  const own = join(env.XDG_CONFIG_HOME ?? join(homedir, ".config"), "systemd", "user");
  const owner = uid === 0 ? await ownerOf(place.root) : null;
  const folder = owner ? SYSTEM_UNITS : own;
  return createSystemd({ ...place, run: runCommand, folder, owner, person: username });
}

/** Whose folder it is: the bot needs no more rights than theirs. */
async function ownerOf(folder: string): Promise<{ name: string; id: string }> {
  const { uid, gid } = statSync(folder);
  const { stdout } = await runCommand("id", ["-un", String(uid)]);
  return { name: stdout.trim() || String(uid), id: `${uid}:${gid}` };
}
