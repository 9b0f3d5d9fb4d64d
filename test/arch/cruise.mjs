// Checks the architecture rules and that they saw the code: dependency-cruiser passes silently over nothing.
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { format } from "dependency-cruiser";
import { root } from "../../bot/bootstrap/install.mjs";
import { words } from "../../bot/bootstrap/say.mjs";

const LAYERS = ["bot", "commands", "services", "locales"];
const LEAST_MODULES = 40;

const result = JSON.parse(
  execFileSync(
    join(root, "node_modules", ".bin", "depcruise"),
    ["--config", ".dependency-cruiser.cjs", "--metrics", "--output-type", "json", ...LAYERS],
    { cwd: root, encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
  ),
);
const { output } = await format(result, { outputType: "err-long" });
process.stdout.write(output);

const ours = result.modules.filter(({ source }) => LAYERS.includes(source.split("/")[0])).length;
if (ours <= LEAST_MODULES) process.stderr.write(`${words.cruisedTooFew(ours, LEAST_MODULES)}\n`);
if (ours <= LEAST_MODULES || result.summary.error > 0) process.exitCode = 1;
