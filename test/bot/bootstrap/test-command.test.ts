import { rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { linesOf, makeClone, runIn, writeIn, writeLock } from "./clone.ts";

const CHECKERS = ["tsc", "biome", "knip", "vitest"];

/** Stands in for apt: writes down each call and installs empty programs. */
const APT = `#!/bin/sh
echo "$@" >> apt-calls
case "$*" in *install*) for p in redis-server chromium; do : > path/$p; /bin/chmod 755 path/$p; done;; esac
`;

let clone: string;
/** Only the clone's own programs are found. */
const npmTest = (...args: readonly string[]) => runIn(clone, "test.mjs", args, { path: [] });

beforeEach(async () => {
  clone = await makeClone();
  await writeLock(clone, {});
  for (const name of CHECKERS) await writeChecker(name, 0);
  await writeIn(clone, "test/arch/cruise.mjs", `console.log("architecture");`);
  await writeIn(clone, "path/sudo", `#!/bin/sh\nshift\nexec "$@"\n`, 0o755);
  for (const program of ["env", "true"]) await symlink(`/usr/bin/${program}`, join(clone, "path", program));
});

afterEach(async () => {
  await rm(clone, { recursive: true });
});

test("brings redis-server and chromium through apt, then runs every check, vitest last with the arguments", async () => {
  await writeIn(clone, "path/apt-get", APT, 0o755);
  const { code, stdout } = await npmTest("test/services");

  expect(code).toBe(0);
  expect(await linesOf(clone, "apt-calls")).toEqual([
    "-qq update",
    "-qq install -y --no-install-recommends redis-server chromium",
  ]);
  expect(stdout).toBe("tsc \nbiome check .\narchitecture\nknip \nvitest run test/services\n");
});

test("says the one command to run and fails where apt may not be used", async () => {
  const { code, stdout, stderr } = await npmTest();

  expect(code).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toContain("sudo apt-get update && sudo apt-get install -y redis-server chromium\n");
});

test("says what every check says, and ends before the tests with the exit code of the first that fails", async () => {
  for (const tool of ["redis-server", "chromium"]) await writeIn(clone, `path/${tool}`, "", 0o755);
  await writeChecker("biome", 4);
  await writeChecker("knip", 5);
  const { code, stdout } = await npmTest();

  expect({ code, stdout }).toEqual({ code: 4, stdout: "tsc \nbiome check .\narchitecture\nknip \n" });
});

function writeChecker(name: string, code: number): Promise<void> {
  return writeIn(clone, `node_modules/.bin/${name}`, `#!/bin/sh\necho "${name} $@"\nexit ${code}\n`, 0o755);
}
