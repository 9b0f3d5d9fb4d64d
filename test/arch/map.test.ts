import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const map = readFileSync(join(root, "docs/map.md"), "utf8");
const [rooms = "", ...walks] = map.split(/^## Walk \d: /mu);

/** Most files a reader has to open to follow each walk. */
const LONGEST = [20, 25, 30];

describe("the map of the house", () => {
  it("names only what stands", () => {
    const missing = pathsIn(map).filter((path) => !statSync(join(root, path), { throwIfNoEntry: false }));
    expect(
      missing,
      "docs/map.md names these, and they are gone: take them out or name what stands now",
    ).toEqual([]);
  });

  it("names every room that holds code", () => {
    const named = new Set(pathsIn(rooms));
    const unnamed = ["bot", "commands", "services", "locales"]
      .flatMap(foldersOfCode)
      .filter((folder) => !named.has(`${folder}/`));
    expect(unnamed, "these folders hold code: give each a line under Rooms in docs/map.md").toEqual([]);
  });

  it.each(LONGEST.map((most, i) => ({ walk: i + 1, most })))(
    "walk $walk opens at most $most files, each of which imports another or is imported by one",
    ({ walk, most }) => {
      const files = pathsIn(walks[walk - 1] ?? "");
      expect(files.length).toBeGreaterThan(10);
      expect(files.length).toBeLessThanOrEqual(most);
      const around = new Map(files.map((file) => [file, importsOf(file)]));
      const strangers = files.filter((file) => !isNeighbour(file, around));
      expect(
        strangers,
        `walk ${walk} of docs/map.md: no other file of the walk imports these or is imported by them`,
      ).toEqual([]);
    },
  );
});

/** Files and folders in backticks, without the scripts and words that have no slash. */
function pathsIn(text: string): readonly string[] {
  return [...text.matchAll(/`((?:bot|commands|services|locales|test|docs)\/[^`\s]*)`/gu)].map(
    ([, path = ""]) => path,
  );
}

function foldersOfCode(folder: string): readonly string[] {
  const entries = readdirSync(join(root, folder), { withFileTypes: true });
  const own = entries.some((entry) => entry.isFile() && /\.(ts|mjs)$/u.test(entry.name)) ? [folder] : [];
  return [
    ...own,
    ...entries
      .filter((entry) => entry.isDirectory())
      .flatMap((entry) => foldersOfCode(`${folder}/${entry.name}`)),
  ];
}

/** Of our own files, as they are written: `#services/x.ts`, and what a thread or process is started with. */
function importsOf(file: string): ReadonlySet<string> {
  const text = readFileSync(join(root, file), "utf8");
  const paths = [...text.matchAll(/"#([^"]+\.ts)"/gu)].map(([, path = ""]) => path);
  const started = [...text.matchAll(/new URL\("(\.[^"]+)"/gu)].map(([, path = ""]) =>
    join(dirname(file), path),
  );
  return new Set([...paths, ...started, ...(paths.includes("commands/define-command.ts") ? given() : [])]);
}

/** What commands are given instead of importing it: services, and the words of the catalog. */
function given(): readonly string[] {
  const words = [...importsOf("locales/catalog.ts")].map((path) => path.replace("/words/", "/vi/"));
  return [...importsOf("services/services.ts"), ...words];
}

function isNeighbour(file: string, around: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  const own = around.get(file) ?? new Set();
  return [...around].some(([other, theirs]) => other !== file && (theirs.has(file) || own.has(other)));
}
