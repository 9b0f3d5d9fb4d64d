import { environment } from "#bot/config/schema.ts";
import type { ConfigVariable, ConfigWords } from "#locales/words/config.ts";

/** README's table of environment variables: every one the schema knows, with its default. */
export function configTable(words: ConfigWords): string {
  const standard: Readonly<Record<string, unknown>> = environment.parse({});
  const { table, variables } = words;
  const rows = (Object.keys(environment.shape) as ConfigVariable[]).map(
    (variable) => `| \`${variable}\` | ${cell(standard[variable])} | ${variables[variable]} |`,
  );
  return [`| ${table.variable} | ${table.standard} | ${table.meaning} |`, "|---|---|---|", ...rows].join(
    "\n",
  );
}

function cell(value: unknown): string {
  const isUnset = value === undefined || (Array.isArray(value) && value.length === 0);
  return isUnset ? "" : `\`${String(value)}\``;
}
