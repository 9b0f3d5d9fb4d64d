import { commands } from "#commands/index.ts";
import type { Catalog } from "#locales/catalog.ts";

/** README's table of commands, in the order of the help. */
export function commandsTable(t: Catalog): string {
  const rows = commands.map(({ name, help }) => {
    const { usage, purpose, examples } = help(t);
    const typed = `/${name}${usage ? ` ${usage}` : ""}`;
    return `| \`${typed}\` | ${purpose} | ${examples.map((example) => `\`${example}\``).join("<br>")} |`;
  });
  const { table } = t.help;
  return [`| ${table.command} | ${table.purpose} | ${table.examples} |`, "|---|---|---|", ...rows].join("\n");
}
