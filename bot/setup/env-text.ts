import type { ConfigVariable } from "#locales/words/config.ts";

/** What becomes of settings: a value, or null where the setting goes. Values are one line. */
export type SettingChanges = Readonly<Partial<Record<ConfigVariable, string | null>>>;

/** A line of the file, or the lines over which a quoted value goes; `name` is null for comments and blank lines. */
interface Entry {
  readonly name: string | null;
  readonly lines: readonly string[];
}

/**
 * The text of `.env` with these settings changed where they stand, new ones at the end; comments, order and everything
 * else stay. Of a name that stands there several times the last line counts, and only that one stays.
 */
export function withSettings(text: string, changes: SettingChanges): string {
  const wanted = new Map(Object.entries(changes));
  const entries = entriesOf(text);
  const lastOf = new Map(entries.map(({ name }, i) => [name, i]));
  const kept = entries.flatMap(({ name, lines }, i) => {
    const value = name === null ? undefined : wanted.get(name);
    if (value === undefined) return lines;
    return value === null || lastOf.get(name) !== i ? [] : [assignment(name ?? "", value)];
  });
  while (kept.at(-1) === "") kept.pop();
  const added = [...wanted].flatMap(([name, value]) =>
    value === null || lastOf.has(name) ? [] : [assignment(name, value)],
  );
  return [...kept, ...added, ""].join("\n").replace(/^\n$/, "");
}

const ASSIGNED = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*=[ \t]*(["'`]?)/u;

function entriesOf(text: string): readonly Entry[] {
  const lines = text.split("\n");
  const entries: Entry[] = [];
  for (let i = 0; i < lines.length; ) {
    const name = ASSIGNED.exec(lines[i] ?? "")?.[1] ?? null;
    const end = i + lengthOf(lines, i);
    entries.push({ name, lines: lines.slice(i, end) });
    i = end;
  }
  return entries;
}

/** How many lines an entry takes: a quoted value goes on to its closing quote, if there is one. */
function lengthOf(lines: readonly string[], start: number): number {
  const [head = "", , quote = ""] = ASSIGNED.exec(lines[start] ?? "") ?? [];
  if (quote === "" || (lines[start] ?? "").indexOf(quote, head.length) >= 0) return 1;
  const further = lines.slice(start + 1).findIndex((line) => line.includes(quote));
  return further < 0 ? 1 : further + 2;
}

/** Node expands `\n` inside double quotes, so they are the last choice (nodejs.org/api/environment_variables.html). */
const QUOTES = ["'", "`", '"'];

function assignment(name: string, value: string): string {
  if (/^[\p{L}\p{N}:/@.,+_-]+(?: [\p{L}\p{N}:/@.,+_-]+)*$/u.test(value)) return `${name}=${value}`;
  const quote = QUOTES.find((mark) => !value.includes(mark)) ?? "'";
  return `${name}=${quote}${value}${quote}`;
}
