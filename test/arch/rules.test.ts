import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import { afterEach, expect, test } from "vitest";

type Files = Readonly<Record<string, string>>;

const root = resolve(import.meta.dirname, "../..");
const config: { forbidden: { name: string }[] } = createRequire(import.meta.url)(
  join(root, ".dependency-cruiser.cjs"),
);

/** A small project in which every import is allowed. */
const GOOD: Files = {
  "package.json": JSON.stringify({
    type: "module",
    imports: { "#*": "./*" },
    dependencies: { grammy: "*", hono: "*", ioredis: "*", libsql: "*" },
    devDependencies: { echarts: "*" },
  }),
  ...fakePackages("grammy", "hono", "ioredis", "libsql", "echarts"),
  "bot/main.ts": `import "#commands/index.ts"; import "#services/store/open-store.ts"; import "#locales/vi.ts";
    import "#bot/channels/telegram/channel.ts"; import "#bot/channels/web/channel.ts"; import "./odd.ts";`,
  "bot/odd.ts": "export const odd = 1;",
  "bot/channels/telegram/channel.ts": `import "grammy"; import "./encode.ts"; import "#bot/channels/split.ts";`,
  "bot/channels/telegram/encode.ts": "export const encode = 1;",
  "bot/channels/web/channel.ts": `import "hono"; import "#bot/channels/split.ts";`,
  "bot/channels/split.ts": "export const split = 1;",
  "commands/index.ts": `import "#commands/rank.ts"; import "#commands/unit.ts";`,
  "commands/rank.ts": `import type { Catalog } from "#locales/catalog.ts"; import "#commands/slots/period.ts";
    import "#services/sheets.ts"; export type T = Catalog;`,
  "commands/unit.ts": `import "#services/sheets.ts"; export const unit = 1;`,
  "commands/slots/period.ts": "export const period = 1;",
  "services/sheets.ts": "export interface Sheet { readonly n: number } export const sheets = 1;",
  "services/text/fold.ts": "export const fold = 1;",
  "services/reply/text.ts": "export const bold = 1;",
  "services/store/open-store.ts": `import "#services/store/sqlite-store.ts"; import "#services/store/redis-store.ts";`,
  "services/store/sqlite-store.ts": `import "libsql";`,
  "services/store/redis-store.ts": `import "ioredis";`,
  "locales/catalog.ts": `import type { Sheet } from "#services/sheets.ts"; export interface Catalog { s: Sheet }`,
  "locales/vi.ts": `import type { Catalog } from "#locales/catalog.ts"; import { bold } from "#services/reply/text.ts";
    import { fold } from "#services/text/fold.ts"; export const vi: [Catalog?, ...number[]] = [undefined, bold, fold];`,
  "test/helper.ts": "export const help = 1;",
};

/** A few files that each rule must refuse, themselves or their folder, when put over the good project. */
const BAD: Readonly<Record<string, Files>> = {
  "no-circular": {
    "services/hen.ts": `import "#services/egg.ts"; export const hen = 1;`,
    "services/egg.ts": `import "#services/hen.ts"; export const egg = 1;`,
  },
  "no-circular-rooms": {
    "services/north/ask.ts": `import "#services/south/answer.ts"; export const ask = 1;`,
    "services/north/told.ts": "export const told = 1;",
    "services/south/answer.ts": "export const answer = 1;",
    "services/south/tell.ts": `import "#services/north/told.ts"; export const tell = 1;`,
  },
  "not-unresolvable": { "services/lost.ts": `import "#services/nowhere.ts";` },
  "services-know-nothing-above": { "services/proud.ts": `import "#commands/rank.ts";` },
  "services-know-no-channel-library": { "services/chatty.ts": `import "grammy";` },
  "commands-below-bot": {
    "commands/high.ts": `import type { odd } from "#bot/odd.ts"; export type T = typeof odd;`,
  },
  "commands-hold-no-words": {
    "commands/wordy.ts": `import { vi } from "#locales/vi.ts"; export const w = vi;`,
  },
  "commands-do-not-call-each-other": { "commands/trend.ts": `import "#commands/rank.ts";` },
  "channels-are-strangers": { "bot/channels/web/encode.ts": `import "#bot/channels/telegram/encode.ts";` },
  "drivers-only-from-the-top": { "services/hasty.ts": `import "libsql";` },
  "stores-are-opened-at-the-top": { "services/opener.ts": `import "#services/store/open-store.ts";` },
  "locales-are-words": { "locales/en.ts": `import { env } from "node:process"; export const en = env;` },
  "locales-take-types": {
    "locales/fr.ts": `import type { Sheet } from "#services/sheets.ts"; import { sheets } from "#services/sheets.ts";
      export const fr: [Sheet?, number?] = [undefined, sheets];`,
  },
  "not-to-test": { "services/tested.ts": `import "#test/helper.ts";` },
  "not-to-dev-dep": { "services/drawn.ts": `import "echarts";` },
  "no-orphans": { "services/alone.ts": "export const alone = 1;" },
};

const projects: string[] = [];
afterEach(async () => {
  await Promise.all(projects.splice(0).map((folder) => rm(folder, { recursive: true })));
});

test("a project that keeps the layers breaks no rule", async () => {
  expect(await violations(GOOD)).toEqual([]);
});

test("every rule refuses its bad example, and no other file", async () => {
  const found = await violations(Object.assign({}, GOOD, ...Object.values(BAD)));

  expect(Object.keys(BAD)).toEqual(config.forbidden.map(({ name }) => name));
  for (const [rule, files] of Object.entries(BAD)) {
    const guilty = found.filter(({ name }) => name === rule).map(({ from }) => from);
    const examples = Object.keys(files).flatMap((file) => [file, dirname(file)]);
    expect(
      examples.filter((example) => guilty.includes(example)),
      rule,
    ).not.toEqual([]);
    // Folders can be drawn into a circle by another rule's example.
    expect(Object.keys(files), rule).toEqual(
      expect.arrayContaining(guilty.filter((from) => from.endsWith(".ts"))),
    );
  }
});

async function violations(files: Files): Promise<readonly { name: string; from: string }[]> {
  const folder = await mkdtemp(join(tmpdir(), "bot766-arch-"));
  projects.push(folder);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  for (const name of [".dependency-cruiser.cjs", "tsconfig.json"])
    await cp(join(root, name), join(folder, name));
  const { stdout } = await promisify(execFile)(
    join(root, "node_modules/.bin/depcruise"),
    [
      "--config",
      ".dependency-cruiser.cjs",
      "--metrics",
      "--output-type",
      "json",
      "bot",
      "commands",
      "services",
      "locales",
    ],
    { cwd: folder, maxBuffer: 64 * 1024 * 1024 },
  );
  const { summary }: { summary: { violations: { from: string; rule: { name: string } }[] } } =
    JSON.parse(stdout);
  return summary.violations.map(({ from, rule }) => ({ name: rule.name, from }));
}

function fakePackages(...names: readonly string[]): Files {
  const files = names.map((name) => ({
    [`node_modules/${name}/package.json`]: JSON.stringify({ name, main: "index.js" }),
    [`node_modules/${name}/index.js`]: "",
  }));
  return Object.assign({}, ...files);
}
