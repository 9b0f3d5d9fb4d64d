import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { createSqliteStore } from "#services/store/sqlite.ts";
import { describeSheets } from "#test/services/sheets/contract.ts";

const folder = mkdtempSync(join(tmpdir(), "bot766-sheets-"));
let places = 0;
afterAll(() => rmSync(folder, { recursive: true }));

describeSheets("SQLite", async () => {
  const path = join(folder, `${++places}.db`);
  return async () => createSqliteStore({ path });
});
