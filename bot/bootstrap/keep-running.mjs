// Runs the bot where nothing keeps its log or starts it again, as under the task scheduler of Windows. Ends when a signal
// comes, or when data/service.stop is made: the bot is then asked to end, which Windows has no signal for.
//   node bot/bootstrap/keep-running.mjs [ms to wait before it is started again]
import { spawn } from "node:child_process";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const data = join(root, "data");
const LOG = join(data, "bot766.log");
const STOP = join(data, "service.stop");
const PID = join(data, "service.pid");
/** A log of this size is put aside at the next start, in the place of the one before. */
const LOG_BYTES = 10 * 1024 * 1024;
const AGAIN_MS = Number(process.argv[2] ?? 15_000);
const LOOK_MS = 500;
const BOT = ["--max-semi-space-size=2", join(root, "bot", "bootstrap", "run.mjs"), "bot/main.ts"];

let isEnding = false;
let bot = null;
let waiting = null;

mkdirSync(data, { recursive: true });
rmSync(STOP, { force: true });
writeFileSync(PID, String(process.pid));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"]) process.on(signal, end);
setInterval(() => existsSync(STOP) && end(), LOOK_MS);
start();

function start() {
  const log = openLog();
  bot = spawn(process.execPath, BOT, { cwd: root, stdio: ["ignore", log, log, "ipc"], windowsHide: true });
  closeSync(log);
  // Not "close": that is not told of a child whose line was cut here.
  bot.once("exit", ended).once("error", ended);
}

function ended() {
  bot = null;
  if (isEnding) leave();
  else waiting = setTimeout(start, AGAIN_MS);
}

function openLog() {
  try {
    if (existsSync(LOG) && statSync(LOG).size > LOG_BYTES) renameSync(LOG, `${LOG}.1`);
  } catch {
    // Somebody reads it just now: it is put aside another time.
  }
  return openSync(LOG, "a", 0o600);
}

/** The bot ends once nothing holds the other end of its line. */
function end() {
  if (isEnding) return;
  isEnding = true;
  clearTimeout(waiting);
  if (!bot) leave();
  else if (bot.connected) bot.disconnect();
  else bot.kill();
}

function leave() {
  rmSync(PID, { force: true });
  process.exit(0);
}
