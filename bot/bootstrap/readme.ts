// npm run readme: writes README's generated tables anew from the code they describe.
import { readFile, writeFile } from "node:fs/promises";
import { commandsTable } from "#bot/bootstrap/commands-table.ts";
import { configTable } from "#bot/bootstrap/config-table.ts";
import { withParts } from "#bot/bootstrap/readme-parts.ts";
import { vi } from "#locales/vi.ts";

const file = new URL("../../README.md", import.meta.url);
const readme = await readFile(file, "utf8");
await writeFile(
  file,
  withParts(readme, { configuration: configTable(vi.config), commands: commandsTable(vi) }),
);
