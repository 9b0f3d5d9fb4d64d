import { commands } from "#commands/index.ts";
import type { HelpWords } from "#locales/words/answers.ts";

/** README's table of commands, in the order of the help. */
export function commandsTable({ commands: words, table }: HelpWords): string {
  const rows = commands.map(({ name }) => {
    const { usage, purpose, examples } = words[name];
    const typed = `/${name}${usage ? ` ${usage}` : ""}`;
    return `| \`${typed}\` | ${purpose} | ${examples.map((example) => `\`${example}\``).join("<br>")} |`;
  });
  return [`| ${table.command} | ${table.purpose} | ${table.examples} |`, "|---|---|---|", ...rows].join("\n");
}
