import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { facts, read } from "#test/services/documents/reading.ts";

/** Written for these tests, as offices and newspapers write; units are real, figures are not. */
const FOLDER = new URL("../../fixtures/documents/papers/", import.meta.url);

interface Expected {
  readonly facts: readonly string[];
  readonly unread: readonly string[];
}

const PAPERS: Readonly<Record<string, Expected>> = JSON.parse(
  readFileSync(new URL("expected.json", FOLDER), "utf8"),
);

describe("papers as offices and newspapers write them", () => {
  it.each(Object.entries(PAPERS))("%s", async (name, expected) => {
    const extraction = await read(readFileSync(new URL(`${name}.txt`, FOLDER), "utf8"));
    expect(facts(extraction)).toEqual(expected.facts);
    expect(extraction.unread).toEqual(expected.unread);
  });
});
