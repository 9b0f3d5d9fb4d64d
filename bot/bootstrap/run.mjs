// Runs a TypeScript entry point on a machine where perhaps nothing is installed yet:
//   node bot/bootstrap/run.mjs [--watch] <entry> [arguments…]
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { bundleOf } from "./bundle.mjs";
import { runChild } from "./child.mjs";
import { loadEnvFile } from "./env-file.mjs";
import { ensureInstalled, root } from "./install.mjs";
import { requireNode } from "./node-version.mjs";

requireNode();

const given = process.argv.slice(2);
const watch = given[0] === "--watch";
const [entry, ...args] = watch ? given.slice(1) : given;
const isProduct = !entry.startsWith("test/");
// Before installing: the proxy that stands there is npm's way out too.
loadEnvFile(join(root, ".env"));
await ensureInstalled({ dev: !isProduct });

const file = resolve(root, entry);
if (watch) await restartOnChange();
else await runHere();

/** In this process: signals, standard input and exit code are the entry's own, and nothing is started twice. */
async function runHere() {
  process.argv.splice(1, process.argv.length - 1, file, ...args);
  const bundle = isProduct ? await bundleOf(entry) : null;
  if (bundle) process.setSourceMapsEnabled(true);
  else await import("tsx");
  await import(pathToFileURL(bundle ?? file).href);
}

async function restartOnChange() {
  const { code } = await runChild(process.execPath, ["--watch", "--import", "tsx", file, ...args]);
  process.exitCode = code;
}
