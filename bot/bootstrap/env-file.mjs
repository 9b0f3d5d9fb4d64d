import { existsSync, readFileSync } from "node:fs";
import { parseEnv } from "node:util";

/** Puts what stands in `.env` into the environment, unless that already says otherwise, be it empty. */
export function loadEnvFile(file) {
  if (!existsSync(file)) return;
  const settings = parseEnv(decode(readFileSync(file)));
  for (const [name, value] of Object.entries(settings)) process.env[name] ??= value;
}

/** Notepad and PowerShell write UTF-16, or UTF-8 with a byte order mark, which TextDecoder takes away. */
function decode(bytes) {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}

/** What begins with a letter or a comment has a zero beside it in UTF-16. */
function encodingOf([first, second]) {
  if ((first === 0xfe && second === 0xff) || first === 0) return "utf-16be";
  return (first === 0xff && second === 0xfe) || second === 0 ? "utf-16le" : "utf-8";
}
