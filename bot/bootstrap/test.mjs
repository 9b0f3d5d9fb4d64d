// `npm test`, also on a fresh clone: installs what is needed, then every check, ending at the first that fails.
// Arguments go to vitest: npm test -- test/services/units
import { join } from "node:path";
import { runChild } from "./child.mjs";
import { ensureInstalled, root } from "./install.mjs";
import { requireNode } from "./node-version.mjs";
import { say } from "./say.mjs";
import { ensureTestTools } from "./test-tools.mjs";

requireNode();
await ensureInstalled({ dev: true });
await ensureTestTools();

const bin = (name) => join(root, "node_modules", ".bin", name);
const CHECKS = [
  { name: "types", command: bin("tsc"), args: [] },
  { name: "lint", command: bin("biome"), args: ["check", "."] },
  { name: "architecture", command: process.execPath, args: ["test/arch/cruise.mjs"] },
  { name: "unused code", command: bin("knip"), args: [] },
  { name: "tests", command: bin("vitest"), args: ["run", ...process.argv.slice(2)] },
];

for (const { name, command, args } of CHECKS) {
  say(`— ${name}`);
  const { code } = await runChild(command, args, { cwd: root });
  if (code !== 0) process.exit(code);
}
