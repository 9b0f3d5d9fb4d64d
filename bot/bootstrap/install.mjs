import { mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";
import { say, words } from "./say.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const LOCK = join(root, "data", "install.lock");
const POLL_MS = 200;

/**
 * Makes node_modules what package-lock.json says, with `npm ci`, unless it already is. Packages for development are
 * asked for only with `dev`, so that an installation without them can run. Ends the process when npm fails.
 */
export async function ensureInstalled({ dev }) {
  if (isInstalled({ dev })) return;
  await claimLock();
  try {
    if (!isInstalled({ dev })) await install({ dev });
  } finally {
    releaseLock();
  }
}

/** npm writes node_modules/.package-lock.json last: what it lists is there whole. */
function isInstalled({ dev }) {
  const wanted = packagesIn(join(root, "package-lock.json"));
  const present = packagesIn(join(root, "node_modules", ".package-lock.json"));
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || entry.optional || (entry.dev && !dev) || present[path]?.version === entry.version,
  );
}

function packagesIn(lockfile) {
  try {
    return JSON.parse(readFileSync(lockfile, "utf8")).packages;
  } catch {
    return {};
  }
}

async function install({ dev }) {
  say(words.installing);
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const [command, ...args] = [...npm(), "ci", ...options, ...(dev ? ["--include=dev"] : [])];
  const { code, output } = await runChild(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  if (code === 0) return;
  say(output.trim());
  say(words.installFailed);
  releaseLock();
  process.exit(code);
}

/** The npm that runs us, else the one on the path. */
function npm() {
  const runner = process.env.npm_execpath ?? "";
  return runner.endsWith("npm-cli.js") ? [process.execPath, runner] : ["npm"];
}

/** Only one process may write node_modules; a lock whose owner died is taken over. */
async function claimLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  let told = false;
  while (!takeLock()) {
    if (!told) say(words.waiting);
    told = true;
    await sleep(POLL_MS);
    if (ownerDied()) releaseLock();
  }
}

/** A symbolic link "to" the owner's process id: made and filled in one step. */
function takeLock() {
  try {
    symlinkSync(String(process.pid), LOCK);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function ownerDied() {
  try {
    process.kill(Number(readlinkSync(LOCK)), 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function releaseLock() {
  rmSync(LOCK, { force: true });
}
