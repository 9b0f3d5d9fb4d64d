import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { root } from "./install.mjs";

const BUNDLES = join(root, "data", "bundles");
const SOURCES = ["bot", "commands", "services", "locales"];
/** A bot that runs on still reads parts of the bundle it began with when newer ones are made. */
const BUNDLES_KEPT = 3;

/** Packages that every start loads, in many small files. The others are found in node_modules, as sources find them. */
const BUNDLED_PACKAGES = new Set([
  "@grammyjs/auto-retry",
  "@hono/node-server",
  "croner",
  "dayjs",
  "fastest-levenshtein",
  "grammy",
  "hono",
  "lru-cache",
  "zod",
]);

/** What packages written for CommonJS call. */
const REQUIRE =
  'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);';

/** Programs, and what worker threads begin with. */
const ENTRY = /^bot[\\/][^\\/]+\.ts$|[\\/]worker\.ts$/;

/**
 * The file to run for a program ("bot/main.ts"): the programs and all they share, transformed once for each content of
 * the sources, because transforming every file at every start takes longer than the rest of the start. null = no program,
 * or no bundle can be made, as in a folder that may not be written.
 */
export async function bundleOf(entry) {
  if (!ENTRY.test(entry)) return null;
  try {
    const folder = join(BUNDLES, contentHash());
    if (!existsSync(folder)) await makeBundle(folder);
    return join(folder, entry.replace(/\.ts$/, ".js"));
  } catch {
    return null;
  }
}

/** Of everything that a bundle is made of; the lockfile stands for the packages. */
function contentHash() {
  const hash = createHash("sha256").update(readFileSync(join(root, "package-lock.json")));
  for (const file of sourceFiles()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex").slice(0, 16);
}

function sourceFiles() {
  const files = SOURCES.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, file)),
  );
  return files.filter((file) => /\.(?:ts|mjs|json)$/.test(file)).sort();
}

/** Made beside its place and put there whole, so that another process never sees half of it. */
async function makeBundle(folder) {
  mkdirSync(BUNDLES, { recursive: true });
  const draft = mkdtempSync(join(BUNDLES, "draft-"));
  try {
    await build(draft, folder);
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeOldBundles();
}

async function build(draft, folder) {
  const esbuild = await import("esbuild");
  const options = {
    absWorkingDir: root,
    entryPoints: sourceFiles().filter((file) => ENTRY.test(file)),
    outbase: root,
    outdir: draft,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    external: packagesOutside(),
    banner: { js: REQUIRE },
    sourcemap: true,
    // Text and maps are held as long as the program runs; the sources are on the disk.
    minifyWhitespace: true,
    minifySyntax: true,
    sourcesContent: false,
    logLevel: "silent",
    plugins: [addressesIn(folder)],
  };
  // What esbuild works with is a process of 190 MB, which would live as long as the bot.
  await esbuild.build(options).finally(esbuild.stop);
}

function packagesOutside() {
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const packages = Object.keys({ ...manifest.dependencies, ...manifest.optionalDependencies });
  return packages.filter((name) => !BUNDLED_PACKAGES.has(name));
}

/**
 * What a module finds by its own address is found from the bundle too: data lies where the source does, and another
 * module (`new URL("./worker.ts", import.meta.url)`) is that module's bundle.
 */
export function bundledAddresses(folder) {
  const bundleUrl = (source, path) => {
    const file = relative(root, join(source, "..", path)).replace(/\.ts$/, ".js");
    return JSON.stringify(pathToFileURL(join(folder, file)).href);
  };
  return (source, text) =>
    text
      .replace(
        /new URL\("([^"]+\.ts)", import\.meta\.url\)/g,
        (_, path) => `new URL(${bundleUrl(source, path)})`,
      )
      .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(source).href));
}

function addressesIn(folder) {
  const readdressed = bundledAddresses(folder);
  return {
    name: "addresses",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path }) => ({
        contents: readdressed(path, readFileSync(path, "utf8")),
        loader: "ts",
      }));
    },
  };
}

function removeOldBundles() {
  const made = readdirSync(BUNDLES).map((name) => join(BUNDLES, name));
  const newestFirst = made.sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of newestFirst.slice(BUNDLES_KEPT)) rmSync(old, { recursive: true, force: true });
}
