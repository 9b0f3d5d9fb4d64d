// `npm test`, also on a fresh clone: installs what is needed, then every check; the tests where those are well.
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
];

// At once, because each keeps one core busy; what they say is told check by check.
const checks = CHECKS.map(({ name, command, args }) => ({
  name,
  ended: runChild(command, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] }),
}));
let failed = 0;
for (const { name, ended } of checks) {
  const { code, output } = await ended;
  say(`— ${name}`);
  process.stdout.write(output);
  failed ||= code;
}
if (failed === 0) {
  say("— tests");
  failed = (await runChild(bin("vitest"), ["run", ...process.argv.slice(2)], { cwd: root })).code;
}
process.exitCode = failed;
