import { mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeClone, projectRoot, runIn, writeIn } from "./clone.ts";

const LOCK = JSON.stringify({ packages: { "": {} } });
const PROGRAM = `
import { readFileSync } from "node:fs";
import { shared } from "#services/shared.ts";
const data = readFileSync(new URL("./data/list.tsv", import.meta.url), "utf8");
const worker = await import(new URL("../services/worker.ts", import.meta.url).href);
console.log(JSON.stringify({ shared, data, same: worker.shared === shared }));
if (process.argv[2] === "fail") throw new Error("broken");
`;

let clone: string;
const run = (...args: readonly string[]) => runIn(clone, "run.mjs", ["bot/hello.ts", ...args]);
const bundles = () => readdir(join(clone, "data/bundles"));

beforeEach(async () => {
  clone = await makeClone();
  await writeIn(
    clone,
    "package.json",
    JSON.stringify({ type: "module", imports: { "#*": "./*" }, dependencies: { tsx: "1.0.0" } }),
  );
  await writeIn(clone, "package-lock.json", LOCK);
  await writeIn(clone, "node_modules/.package-lock.json", LOCK);
  for (const name of ["tsx", "esbuild", "@esbuild"])
    await symlink(join(projectRoot, "node_modules", name), join(clone, "node_modules", name));
  await writeIn(clone, "bot/hello.ts", PROGRAM);
  await writeIn(clone, "bot/data/list.tsv", "one");
  await writeIn(clone, "services/shared.ts", "export const shared: object = { secret: 766 };");
  await writeIn(clone, "services/worker.ts", `export { shared } from "#services/shared.ts";`);
  await mkdir(join(clone, "commands"));
});

afterEach(async () => {
  await rm(clone, { recursive: true });
});

describe("a program", () => {
  test("is bundled at its first start and run from the same bundle at the next", async () => {
    const first = await run();
    const made = await bundles();
    const second = await run();

    expect(first).toMatchObject({ code: 0, stderr: "" });
    expect(second.stdout).toBe(first.stdout);
    expect(made).toHaveLength(1);
    expect(await bundles()).toEqual(made);
  });

  test("finds its data beside its source, and other modules in the bundle", async () => {
    const said = JSON.parse((await run()).stdout);

    expect(said).toMatchObject({ shared: { secret: 766 }, data: "one", same: true });
    expect(await bundles()).toHaveLength(1);
  });

  test("is bundled anew once a source has changed", async () => {
    await run();
    await writeIn(clone, "services/shared.ts", "export const shared: object = { secret: 767 };");

    expect(JSON.parse((await run()).stdout)).toMatchObject({ shared: { secret: 767 } });
    expect(await bundles()).toHaveLength(2);
  });

  test("leaves the newest three bundles", async () => {
    for (const secret of [1, 2, 3, 4, 5]) {
      await writeIn(clone, "services/shared.ts", `export const shared: object = { secret: ${secret} };`);
      await run();
    }

    expect(await bundles()).toHaveLength(3);
  });

  test("that fails names the line of its source", async () => {
    const { code, stderr } = await run("fail");

    expect(code).toBe(1);
    expect(stderr).toContain("bot/hello.ts:7");
  });

  test("runs all the same where no bundle can be written", async () => {
    await mkdir(join(clone, "data"));
    await writeFile(join(clone, "data/bundles"), "a file, not a folder");

    expect(await run()).toMatchObject({ code: 0, stderr: "" });
  });

  test("is bundled whole when two start at once", async () => {
    const both = await Promise.all([run(), run()]);

    expect(both.map(({ code }) => code)).toEqual([0, 0]);
    expect(await bundles()).toHaveLength(1);
  });
});
