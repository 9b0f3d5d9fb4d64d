import { expect, it } from "vitest";
import type { Delivery } from "#services/delivery/delivery.ts";
import type { SendRequest } from "#test/support/fault-telegram.ts";
import { type Evidence, verify } from "#test/torture/verify.ts";

const MARK = "(gửi lại)";

function row(more: Partial<Delivery> = {}): Delivery {
  const recipe = { kind: "notice", notice: "draft", facts: { broadcast: "b" } } as const;
  const proof = { attempts: 1, notBefore: 0, resent: false, messages: ["1"], createdAt: "", updatedAt: "" };
  return {
    ...{ id: "a/telegram:1", cause: "a", chat: "telegram:1", locale: "vi", recipe, ...proof },
    ...{ guarantee: "at-most-once", state: "sent", reason: null },
    ...more,
  };
}

function arrival(more: Partial<SendRequest> = {}): SendRequest {
  const fate = { kind: "taken" } as const;
  return { sender: "s", chat: 1, text: "a", fate, at: 0, arrived: 1, answeredAt: 1, ...more };
}

const again = (more: Partial<SendRequest> = {}) => arrival({ text: `${MARK}\na`, arrived: 2, ...more });

function faults(rows: readonly Delivery[], requests: readonly SendRequest[], more: Partial<Evidence> = {}) {
  const standing = new Map([[1, [1, 2]]]);
  const quiet = { deaths: new Map(), outages: [], mark: MARK, chatNow: (chat: number) => chat, standing };
  return verify({ owed: 1, rows, requests, ...quiet, ...more }).faults.map((fault) => fault.split(":{")[0]);
}

it("finds no fault where ledger and server agree", () => {
  const repeated = row({ guarantee: "at-least-once", messages: ["2"], resent: true });
  expect(faults([row()], [arrival()])).toEqual([]);
  expect(faults([repeated], [arrival({ answeredAt: null }), again()])).toEqual([]);
  expect(faults([repeated], [arrival(), again()], { deaths: new Map([["s", 2]]) })).toEqual([]);
});

it("holds a killed sender to what it was told only where it went on to other work", () => {
  const rows = [row({ guarantee: "at-least-once", messages: ["2"], resent: true })];
  const story = [arrival(), again({ sender: "t" })];
  const deaths = new Map([["s", 60_000]]);
  expect(faults(rows, story, { deaths })).toEqual([]);
  const wentOn = arrival({ chat: 2, text: "b", arrived: null, at: 50_000 });
  expect(faults(rows, [...story, wentOn], { deaths }).join()).toContain("outcome was known");
});

it.each([
  ["not final", [row({ state: "due", messages: null })], []],
  ["more than once", [row()], [arrival({ answeredAt: null }), again()]],
  [
    "unmarked",
    [row({ guarantee: "at-least-once" })],
    [arrival({ answeredAt: null }), arrival({ arrived: 2 })],
  ],
  ["outcome was known", [row({ guarantee: "at-least-once", messages: ["2"] })], [arrival(), again()]],
  ["not its own", [row({ messages: ["9"] })], [arrival()]],
  ["denies it", [row({ state: "refused", messages: null })], [arrival()]],
  ["in no row", [row()], [arrival(), arrival({ text: "b" })]],
  ["0 are there", [], []],
])("finds what is wrong: %s", (fault, rows, requests) => {
  expect(faults(rows, requests).join()).toContain(fault);
});
