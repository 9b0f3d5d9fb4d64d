import { expect, it } from "vitest";
import { builtPatterns, nastyTexts, writtenPatterns } from "#test/arch/patterns.ts";
import { cpuMs } from "#test/support/cpu-ms.ts";

/** Looked at by a few letters only, whatever comes in: the cap stands beside each. */
const CAPPED: ReadonlySet<string> = new Set([
  // heading-words.ts: 60 letters; classified.ts: 80 letters.
  String.raw`\p{Lu}\p{L}*(?:\s-?\s?\p{Lu}\p{L}*){0,4}$`,
  String.raw`(?:(\p{L}+)[^\p{L}]+)?(?<!\p{L})(\p{Lu}{2,})[^\p{L}]+MẬT[^\p{L}\p{N}]*$`,
]);
/** The sources that put patterns together when they are loaded. */
const BUILDERS = [
  "services/documents/letter/classified.ts",
  "services/documents/marks/persons.ts",
  "services/documents/letter/subject.ts",
  "services/documents/marks/department-names.ts",
  "services/documents/marks/titled-units.ts",
  "services/documents/orders/task-dues.ts",
  "services/explanations/read-deadline.ts",
  "services/schedules/read-rule.ts",
  "commands/rules/read-order.ts",
];
const LENGTH = 5_000;
/** Processor time: a pattern that grows with a text alone takes a hundredth of it, one with its square all of it. */
const MOST_MS = 60;

it("no pattern of the product grows worse than with the length of what it is given", async () => {
  const built = await builtPatterns(BUILDERS);
  expect(built.length).toBeGreaterThan(BUILDERS.length);
  const patterns = [...writtenPatterns(["services", "bot", "commands", "locales"]), ...built];
  expect(patterns.length).toBeGreaterThan(300);
  const slow: string[] = [];
  for (const { pattern, at } of patterns) {
    if (!CAPPED.has(pattern.source) && (await isSlow(pattern))) slow.push(at);
  }
  expect(slow, "these patterns grow faster than a text: bound what repeats").toEqual([]);
});

/** Slow twice: what the machine adds once does not count. */
async function isSlow(pattern: RegExp): Promise<boolean> {
  for (const text of nastyTexts(pattern, LENGTH)) {
    const look = () => text.replace(new RegExp(pattern.source, pattern.flags), "");
    if ((await cpuMs(look)) > MOST_MS && (await cpuMs(look)) > MOST_MS) return true;
  }
  return false;
}
