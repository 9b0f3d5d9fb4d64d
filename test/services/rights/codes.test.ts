import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import { type Codes, createCodes, readOneTimeCode } from "#services/rights/codes.ts";
import { openStore } from "#services/store/open-store.ts";
import { keysUnder, type Store } from "#services/store/store.ts";

const DAY = 24 * 3600_000;
const OFFICER = { kind: "role", role: "officer", unit: "u" } as const;

let store: Store;
let now: number;
let codes: Codes;
/** Who was granted what. */
let granted: string[];
beforeEach(async () => {
  store = await openStore("file::memory:");
  now = Date.parse("2026-11-21T01:00:00Z");
  granted = [];
  codes = createCodes({ store, clock: () => new Date(now) });
});
afterEach(() => store.close());

async function redeem(typed: string, person: ChatId = "test:an"): Promise<string> {
  const digits = readOneTimeCode(typed);
  if (digits === null) throw new Error(`no code: ${typed}`);
  try {
    await codes.redeem(digits, person, async ({ purpose }) => {
      const put = { key: `granted/${person}`, value: purpose.kind };
      return { commit: { puts: [put] }, outcome: null };
    });
    granted.push(person);
    return "granted";
  } catch (error) {
    if (error instanceof Error && "code" in error) return String(error.code);
    throw error;
  }
}

describe("a one-time code", () => {
  it("is typed as people type: in small letters, without its dash, O for 0", async () => {
    const { code } = await codes.issue(OFFICER, "test:op");
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/u);
    expect(await redeem(` ${code.toLowerCase().replace("-", " ").replaceAll("0", "o")} `)).toBe("granted");
    expect(await store.get("granted/test:an")).toMatchObject({ value: "role" });
  });

  it("is good once", async () => {
    const { code } = await codes.issue(OFFICER, "test:op");
    expect(await redeem(code)).toBe("granted");
    expect(await redeem(code, "test:binh")).toBe("wrong-code");
  });

  it("is good for one of those who enter it together", async () => {
    const { code } = await codes.issue(OFFICER, "test:op");
    const people = Array.from({ length: 8 }, (_, i): ChatId => `test:${i}`);
    const outcomes = await Promise.all(people.map((person) => redeem(code, person)));
    expect(outcomes.filter((outcome) => outcome === "granted")).toHaveLength(1);
    expect(await store.list(keysUnder("granted/"))).toHaveLength(1);
  });

  it("is good for seven days", async () => {
    const [first, second] = [await codes.issue(OFFICER, "test:op"), await codes.issue(OFFICER, "test:op")];
    expect(first.until).toBe("2026-11-28T01:00:00.000Z");
    now += 7 * DAY - 1;
    expect(await redeem(first.code)).toBe("granted");
    now += 1;
    expect(await redeem(second.code)).toBe("wrong-code");
  });

  it("stays unused when its grant is declined", async () => {
    const { code } = await codes.issue({ kind: "group" }, "test:op");
    const digits = readOneTimeCode(code) ?? "";
    await expect(
      codes.redeem(digits, "test:an", () => Promise.reject(new Error("no group"))),
    ).rejects.toThrow();
    expect(await redeem(code)).toBe("granted");
  });

  it("is nowhere in the store", async () => {
    const { code } = await codes.issue(OFFICER, "test:op");
    const everything = JSON.stringify(await store.list(keysUnder("")));
    expect(everything).not.toContain(code.replace("-", ""));
  });

  it("that expired is swept away when the next is made", async () => {
    await codes.issue(OFFICER, "test:op");
    now += 8 * DAY;
    await codes.issue(OFFICER, "test:op");
    expect(await store.list(keysUnder("rights/codes/"))).toHaveLength(1);
  });
});

describe("wrong codes", () => {
  it("are few: after five a person waits a quarter of an hour, even with the right one", async () => {
    const { code } = await codes.issue(OFFICER, "test:op");
    for (let i = 0; i < 5; i++) expect(await redeem("0000-0000")).toBe("wrong-code");
    expect(await redeem(code)).toBe("too-many-tries");
    expect(await redeem(code, "test:binh")).toBe("granted");
    now += 15 * 60_000;
    expect(await redeem("0000-0000")).toBe("wrong-code");
  });
});

it.each(["", "ABC", "nhóm này", "ABCD-EFGHI", "ABCD-EFG!", "UUUU-UUUU"])("%j is no code", (typed) => {
  expect(readOneTimeCode(typed)).toBeNull();
});
