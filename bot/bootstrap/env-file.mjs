import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseEnv } from "node:util";
import { settingsText } from "./env-text.mjs";
import { say, words } from "./say.mjs";

/**
 * Puts what stands in `.env` into the environment, unless that already says otherwise, be it empty. Ends the process
 * with a sentence where the file cannot be read or a line of it would not count. ENV_FILE_NAMES holds the names that
 * stand in the file: what else is in the environment was not written for the bot. ENV_FILE is where it stands, or would.
 */
export function loadEnvFile(file) {
  process.env.ENV_FILE = file;
  const bytes = bytesOf(file);
  if (!bytes) return;
  const text = settingsText(bytes) ?? refuse(words.settingsUnreadable(basename(file)));
  const lost = lostLine(text);
  if (lost) refuse(words.settingWithoutEquals({ file: basename(file), ...lost }));
  const settings = parseEnv(text);
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
  process.env.ENV_FILE_NAMES = Object.keys(settings).join(" ");
}

function bytesOf(file) {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error.code !== "ENOENT") refuse(words.settingsUnreadable(basename(file)));
    return null;
  }
}

const NAMES_FIRST = /^ *(?:export +)?([A-Z][A-Z0-9_]{2,})(?: *: *| +)[^ =]/u;

/** The first line that gives a name its value in another way than by "=": nobody would read it. */
function lostLine(text) {
  for (const [i, line] of text.split("\n").entries()) {
    const name = line.includes("=") ? undefined : NAMES_FIRST.exec(line)?.[1];
    if (name !== undefined) return { line: i + 1, name };
  }
  return null;
}

function refuse(sentence) {
  say(sentence);
  process.exit(1);
}
