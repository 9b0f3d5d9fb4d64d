import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { type RunCommand, runCommand } from "#bot/service/run-command.ts";

export interface FakeManager {
  /** A folder with a long name, as people give them, for a bot to lie in. */
  readonly root: string;
  readonly units: string;
  readonly run: RunCommand;
  /** Every call, as it would be typed. */
  readonly calls: readonly string[];
  /** What the fake program keeps. */
  state(): Promise<unknown>;
  close(): Promise<void>;
}

/** The system's programs as programs of their own, of which `env` says what they allow. */
export async function openFakeManager(env: Readonly<Record<string, string>>): Promise<FakeManager> {
  const home = await realpath(await mkdtemp(join(tmpdir(), "bot766-service-")));
  const root = join(home, "Sở Nội vụ – bot 100% $HOME & 766");
  const units = join(home, "units");
  await mkdir(join(root, "data"), { recursive: true });
  const stateFile = join(home, "state.json");
  const given = { FAKE_UNITS: units, FAKE_STATE: stateFile, ...env };
  const settings = Object.entries(given).map(([name, value]) => `${name}='${value}'`);
  for (const program of ["systemctl", "schtasks"]) {
    const script = resolve(import.meta.dirname, `${program}.mjs`);
    const command = `#!/bin/sh\n${settings.join(" ")} exec '${process.execPath}' '${script}' "$@"\n`;
    await put(program, command);
  }
  for (const program of ["loginctl", "chown"]) await put(program, "#!/bin/sh\nexit 0\n");
  const calls: string[] = [];

  async function put(program: string, text: string): Promise<void> {
    await writeFile(join(home, program), text);
    await chmod(join(home, program), 0o755);
  }

  return {
    root,
    units,
    calls,
    run(program, args) {
      calls.push([program, ...args].join(" "));
      return runCommand(join(home, program), args);
    },
    state: async () => JSON.parse(await readFile(stateFile, "utf8")) as unknown,
    close: () => rm(home, { recursive: true, force: true }),
  };
}
