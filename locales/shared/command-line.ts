import type { CommandHelp } from "#locales/words/help.ts";

/** One line of the help: "/xephang [kỳ] … – bảng xếp hạng". */
export function commandLine(name: string, { usage, purpose }: CommandHelp): string {
  return `/${name}${usage ? ` ${usage}` : ""} – ${purpose.charAt(0).toLowerCase()}${purpose.slice(1)}`;
}
