import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { runChild } from "./child.mjs";
import { say, words } from "./say.mjs";

/** Programs the tests run for real, each the name of its Debian package too. */
const TOOLS = ["redis-server", "chromium"];

/** Brings what is missing through apt where that is allowed; otherwise says the one command to run and ends. */
export async function ensureTestTools() {
  const missing = TOOLS.filter((tool) => !isOnPath(tool));
  if (missing.length === 0) return;
  const asRoot = await howToBeRoot();
  if (asRoot !== null && isOnPath("apt-get")) await aptInstall(asRoot, missing);
  const stillMissing = TOOLS.filter((tool) => !isOnPath(tool));
  if (stillMissing.length === 0) return;
  const command = `sudo apt-get update && sudo apt-get install -y ${stillMissing.join(" ")}`;
  say(words.toolsMissing(stillMissing.join(", "), command));
  process.exit(1);
}

function isOnPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Words to put before a command so that it runs as root without asking anything; null = not allowed. */
async function howToBeRoot() {
  if (process.getuid?.() === 0) return [];
  if (!isOnPath("sudo")) return null;
  const { code } = await runChild("sudo", ["-n", "true"], { stdio: "ignore" });
  return code === 0 ? ["sudo", "-n"] : null;
}

async function aptInstall(asRoot, packages) {
  say(words.installingTools(packages.join(", ")));
  const apt = [...asRoot, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
  for (const step of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const [command, ...args] = [...apt, ...step];
    const { code, output } = await runChild(command, args, { stdio: ["ignore", "pipe", "pipe"] });
    if (code !== 0) say(output.trim());
  }
}
