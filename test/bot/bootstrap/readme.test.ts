import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { commandsTable } from "#bot/bootstrap/commands-table.ts";
import { configTable } from "#bot/bootstrap/config-table.ts";
import { withParts } from "#bot/bootstrap/readme-parts.ts";
import { environment } from "#bot/config/schema.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";

const readme = await readFile(new URL("../../../README.md", import.meta.url), "utf8");

test("the configuration table names every variable once, with its default", () => {
  for (const { config } of [vi, en]) {
    const rows = configTable(config).split("\n").slice(2);
    expect(rows.map((row) => /^\| `(\w+)`/u.exec(row)?.[1])).toEqual(Object.keys(environment.shape));
    expect(rows).toContainEqual(expect.stringContaining("| `PORT` | `8766` |"));
  }
});

test("README's tables are the ones the code makes (npm run readme)", () => {
  expect(withParts(readme, { configuration: configTable(vi.config), commands: commandsTable(vi) })).toBe(
    readme,
  );
});

test("every row of README's tables of code has three cells", () => {
  for (const t of [vi, en]) {
    for (const row of [...commandsTable(t).split("\n"), ...configTable(t.config).split("\n")]) {
      expect(row.split("|"), row).toHaveLength(5);
    }
  }
});

test("README's test command is the one continuous integration runs", async () => {
  const ci = await readFile(new URL("../../../.ci/run", import.meta.url), "utf8");
  expect(ci.trim().split("\n").at(-1)).toBe("npm test");
  expect(readme).toContain("npm test");
});

test("a part whose markers are missing is refused", () => {
  expect(() => withParts("no markers", { commands: "x" })).toThrow("<!-- commands -->");
});
