import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { en } from "#locales/en.ts";
import { vi } from "#locales/vi.ts";

/** Longer purposes are cut in the menu that platforms show. */
const LONGEST_PURPOSE = 60;

it("the languages hold the same parts", () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(vi).sort());
});

it.each(commands.map((command) => [command.name, command] as const))(
  "/%s is explained in every language, with examples that call it",
  (name, { help, sisters }) => {
    for (const t of [vi, en]) {
      const { purpose, examples } = help(t);
      expect(purpose.length).toBeLessThanOrEqual(LONGEST_PURPOSE);
      expect(examples).not.toEqual([]);
      const called = examples.map((example) => /^\/(\S+)/u.exec(example)?.[1]);
      expect([name, ...sisters]).toEqual(expect.arrayContaining(called));
    }
  },
);
