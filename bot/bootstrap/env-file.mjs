import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseEnv } from "node:util";
import { say, words } from "./say.mjs";

/**
 * Puts what stands in `.env` into the environment, unless that already says otherwise, be it empty. Ends the process
 * with a sentence where the file cannot be read or a line of it would not count. ENV_FILE_NAMES holds the names that
 * stand in the file: what else is in the environment was not written for the bot.
 */
export function loadEnvFile(file) {
  const bytes = bytesOf(file);
  if (!bytes) return;
  const text = plain(decode(bytes, file));
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

/** Notepad and PowerShell write UTF-16, or UTF-8 with a byte order mark, which TextDecoder takes away. */
function decode(bytes, file) {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return refuse(words.settingsUnreadable(basename(file)));
  }
}

/** What begins with a letter or a comment has a zero beside it in UTF-16. */
function encodingOf([first, second]) {
  if ((first === 0xfe && second === 0xff) || first === 0) return "utf-16be";
  return (first === 0xff && second === 0xfe) || second === 0 ? "utf-16le" : "utf-8";
}

/** Without what phones and word processors put in the place of plain spaces, equals signs and quotes. */
function plain(text) {
  return text
    .replace(/\r\n?/gu, "\n")
    .replace(/[^\S\n]/gu, " ")
    .replace(/[\u00ad\u200b-\u200f\u2060]/gu, "")
    .replace(/^([^=\n#]*)＝/gmu, "$1=")
    .replace(/^([^=\n#]*= *)[“”„]([^“”"\n]*)[“”]/gmu, '$1"$2"')
    .replace(/^([^=\n#]*= *)[‘’]([^‘’'\n]*)[‘’]/gmu, "$1'$2'");
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
