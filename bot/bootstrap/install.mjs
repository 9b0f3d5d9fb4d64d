import { lstatSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.mjs";
import { say, words } from "./say.mjs";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const LOCK = join(root, "data", "install.lock");
const POLL_MS = 200;
/** A lock that names no process yet is being written. */
const WRITTEN_WITHIN_MS = 5_000;
/** No installation takes so long: its process died, and another one has its number now. */
const LONGEST_INSTALL_MS = 30 * 60_000;

/**
 * Makes node_modules what package-lock.json says, with `npm ci`, unless it already is. Packages for development are
 * installed only with `dev`, or where they were before. Ends the process when npm fails.
 */
export async function ensureInstalled({ dev }) {
  if (isInstalled({ dev })) return;
  await claimLock();
  try {
    if (!isInstalled({ dev })) await install({ dev: dev || hasDevPackages() });
  } finally {
    releaseLock();
  }
}

const LOCKFILE = join(root, "package-lock.json");
/** npm writes it last: what it lists is there whole. */
const INSTALLED = join(root, "node_modules", ".package-lock.json");

function isInstalled({ dev }) {
  const wanted = packagesIn(LOCKFILE);
  const present = packagesIn(INSTALLED);
  const isThere = ([path, entry]) =>
    path === "" || entry.optional || (entry.dev && !dev) || present[path]?.version === entry.version;
  return Object.entries(wanted).every(isThere) && (hasOptional(wanted, present) || wasTried());
}

/** What package.json itself calls optional; of the others, most are for other machines. */
function hasOptional(wanted, present) {
  const names = Object.keys(wanted[""]?.optionalDependencies ?? {});
  return names.every((name) => present[`node_modules/${name}`] !== undefined);
}

/** What is optional and could not be had is asked for again only once the lockfile is another. */
function wasTried() {
  return statSync(INSTALLED).mtimeMs >= statSync(LOCKFILE).mtimeMs;
}

function hasDevPackages() {
  const present = packagesIn(join(root, "node_modules", ".package-lock.json"));
  return Object.values(present).some(({ dev }) => dev);
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
  const [command, ...args] = [...npm(), "ci", ...options, dev ? "--include=dev" : "--omit=dev"];
  const shell = command === WINDOWS_NPM;
  const { code, output } = await runChild(command, args, {
    cwd: root,
    shell,
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (code === 0) return;
  say(output.trim());
  say(words.installFailed);
  releaseLock();
  process.exit(code);
}

/** A script of the command line, which Windows starts only through a shell. */
const WINDOWS_NPM = "npm.cmd";

/** The npm that runs us, else the one on the path. */
function npm() {
  const runner = process.env.npm_execpath ?? "";
  if (runner.endsWith("npm-cli.js")) return [process.execPath, runner];
  return [process.platform === "win32" ? WINDOWS_NPM : "npm"];
}

/** Only one process may write node_modules; a lock whose owner died is taken over. */
async function claimLock() {
  mkdirSync(dirname(LOCK), { recursive: true });
  let told = false;
  while (!takeLock()) {
    if (!told) say(words.waiting);
    told = true;
    await sleep(POLL_MS);
    if (isAbandoned()) releaseLock();
  }
}

/** A file that only one process can make; it holds that process's number. */
function takeLock() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function isAbandoned() {
  const age = Date.now() - (lstatSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  const owner = ownerOfLock();
  if (owner === null) return age > WRITTEN_WITHIN_MS;
  return age > LONGEST_INSTALL_MS || owner === process.pid || !isRunning(owner);
}

/** Null = it is gone, not written yet, or no file of ours. */
function ownerOfLock() {
  try {
    return Number(readFileSync(LOCK, "utf8")) || null;
  } catch {
    return null;
  }
}

function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code !== "ESRCH";
  }
}

function releaseLock() {
  rmSync(LOCK, { force: true });
}
