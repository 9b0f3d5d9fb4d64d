import { describe, expect, it } from "vitest";
import type { DeliveryReason, Guarantee } from "#services/delivery/delivery.ts";
import { orphaned, reasonOf, settled, toSendError, unmade } from "#services/delivery/settle.ts";
import type { Row } from "#services/delivery/stored-delivery.ts";
import { type Remedy, SendError, type SendReason } from "#services/send-error.ts";
import { guarantees } from "#test/services/delivery/office.ts";

const NOW = new Date("2026-11-21T08:00:00Z");
const BACKOFF = { firstMs: 1_000, mostMs: 60_000, patienceMs: 3_600_000 };

function row(guarantee: Guarantee, more: Partial<Row> = {}): Row {
  return {
    ...{ cause: "a", chat: "test:1", locale: "vi", guarantee },
    recipe: { kind: "notice", notice: "draft", facts: { broadcast: "b" } },
    ...{ state: "due", reason: null, attempts: 0, notBefore: 0, resent: false, messages: null },
    ...{ createdAt: NOW.toISOString(), updatedAt: NOW.toISOString(), order: "0", recalled: null },
    since: NOW.getTime(),
    ...more,
  };
}

function failed(guarantee: Guarantee, remedy: Remedy, more: Partial<Row> = {}, error = {}): Row {
  const answer = { kind: "failed", error: new SendError("no", remedy, error) } as const;
  return settled(row(guarantee, more), answer, NOW, BACKOFF);
}

type Expected = readonly [Row["state"], DeliveryReason, resent?: "resent"];

/** Every remedy under each guarantee. */
const table: Readonly<Record<Remedy["kind"], Readonly<Record<Guarantee, Expected>>>> = {
  retry: { "at-least-once": ["due", "unreachable"], "at-most-once": ["due", "unreachable"] },
  moved: { "at-least-once": ["due", "chat-not-found"], "at-most-once": ["due", "chat-not-found"] },
  "text-only": { "at-least-once": ["refused", "no-rights"], "at-most-once": ["refused", "no-rights"] },
  "general-topic": {
    "at-least-once": ["refused", "chat-not-found"],
    "at-most-once": ["refused", "chat-not-found"],
  },
  "forget-chat": { "at-least-once": ["refused", "blocked"], "at-most-once": ["refused", "blocked"] },
  "give-up": { "at-least-once": ["refused", "bad-request"], "at-most-once": ["refused", "bad-request"] },
  unknown: { "at-least-once": ["due", "timeout", "resent"], "at-most-once": ["unknown", "timeout"] },
};

describe("what becomes of a delivery", () => {
  const cases = (Object.keys(table) as Remedy["kind"][]).flatMap((kind) =>
    guarantees.map((guarantee) => [kind, guarantee, table[kind][guarantee]] as const),
  );

  it.each(cases)("%s, %s", (kind, guarantee, [state, reason, resent]) => {
    const remedy: Remedy = kind === "moved" ? { kind, to: "test:2" } : { kind };
    expect(failed(guarantee, remedy)).toMatchObject({
      ...{ state, reason, attempts: 1, messages: null },
      resent: resent !== undefined,
      notBefore: state === "due" ? NOW.getTime() + 1_000 : 0,
    });
  });

  it.each(guarantees)("sent is sent, %s", (guarantee) => {
    const sent = { kind: "sent", messages: ["7", "8"] } as const;
    const before = row(guarantee, { reason: "unreachable", attempts: 2 });
    expect(settled(before, sent, NOW, BACKOFF)).toMatchObject({
      ...{ state: "sent", reason: null, attempts: 3, messages: ["7", "8"] },
    });
  });

  it("waits as long as it is told to, and longer with every attempt, up to a bound", () => {
    const wait = (attempts: number, error = {}) =>
      failed("at-most-once", { kind: "retry" }, { attempts }, error).notBefore - NOW.getTime();
    expect([0, 1, 2, 3, 9].map((attempts) => wait(attempts))).toEqual([1_000, 2_000, 4_000, 8_000, 60_000]);
    expect(wait(0, { retryAfterMs: 35_000 })).toBe(35_000);
    expect(failed("at-most-once", { kind: "retry" }, {}, { retryAfterMs: 35_000 }).reason).toBe(
      "too-many-requests",
    );
  });

  it("ends when patience does: refused when certainly not sent, else unknown", () => {
    const since = NOW.getTime() - BACKOFF.patienceMs;
    expect(failed("at-most-once", { kind: "retry" }, { since }).state).toBe("refused");
    expect(failed("at-least-once", { kind: "retry" }, { since }).state).toBe("refused");
    expect(failed("at-least-once", { kind: "unknown" }, { since }).state).toBe("unknown");
    expect(failed("at-least-once", { kind: "retry" }, { since, resent: true }).state).toBe("unknown");
  });

  it("does not go out again once it was taken back", () => {
    const recalled = "withdrawn";
    const back = failed("at-least-once", { kind: "retry" }, { recalled });
    expect(back).toMatchObject({ state: "cancelled", reason: "withdrawn" });
    const doubtful = failed("at-least-once", { kind: "unknown" }, { recalled });
    expect(doubtful).toMatchObject({ state: "unknown", reason: "timeout" });
  });

  it("whose process died is sent again and marked so, or waits for a person", () => {
    expect(orphaned(row("at-least-once"), NOW)).toMatchObject({
      ...{ state: "due", resent: true, attempts: 1, reason: "process-died", notBefore: NOW.getTime() },
    });
    expect(orphaned(row("at-most-once"), NOW)).toMatchObject({ state: "unknown", reason: "process-died" });
  });

  it("whose message cannot be made is due again later, no request counted", () => {
    expect(unmade(row("at-most-once"), NOW, BACKOFF)).toMatchObject({ state: "due", attempts: 0 });
    const since = NOW.getTime() - BACKOFF.patienceMs;
    expect(unmade(row("at-most-once", { since }), NOW, BACKOFF)).toMatchObject({
      ...{ state: "refused", reason: "bad-request" },
    });
  });
});

describe("a failure", () => {
  it("has the reason its channel names", () => {
    const reasons: readonly SendReason[] = ["unauthorized", "server-error", "quota"];
    const errors = reasons.map((reason) => new SendError("no", { kind: "give-up" }, { reason }));
    expect(errors.map(reasonOf)).toEqual(reasons);
  });

  it("that is no SendError says nothing about whether the message arrived", () => {
    const error = toSendError(new TypeError("fetch failed"));
    expect(error.remedy).toEqual({ kind: "unknown" });
    expect(reasonOf(error)).toBe("server-error");
  });
});
