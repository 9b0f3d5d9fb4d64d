import { afterEach, describe, expect, it, test } from "vitest";
import { createOutgoing } from "#bot/outgoing/outgoing-fetch.ts";
import { toPeriod } from "#services/periods/period.ts";
import { createPortalClient } from "#services/portal/portal-client.ts";
import { bodyOf, type Endpoint, questionsOfProvince } from "#services/portal/questions.ts";
import { createFakePortal } from "#test/support/fake-portal/fake-portal.ts";
import type { PortalFaultName } from "#test/support/fake-portal/faults.ts";
import { madeCountry } from "#test/support/fake-portal/made-country.ts";
import { startPortalServer } from "#test/support/fake-portal/portal-server.ts";

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

const phuTho = madeCountry.find(({ code }) => code === "H44");
const root = { id: phuTho?.id ?? "", code: "H44" };
const august = toPeriod("2026-08");
const question = (endpoint: Endpoint) => ({ endpoint, root, period: august, until: "2026-08-31" });

async function connected(fault: PortalFaultName | null = null) {
  const portal = createFakePortal({ standsAt: () => "2026-09-01", faultOf: () => fault });
  const server = await startPortalServer(portal);
  const { fetch, close } = createOutgoing();
  closers.push(server.close, close);
  const contact = "Văn phòng Điều hành (0210 1234)";
  const ask = createPortalClient({ fetch, baseUrl: server.url, contact, version: "0.1.0", timeoutMs: 150 });
  const patient = createPortalClient({
    fetch,
    baseUrl: server.url,
    contact,
    version: "0.1.0",
    timeoutMs: 100_000,
  });
  return { portal, ask, patient };
}

describe("a question", () => {
  it("is sent as the programs that read the portal send it", () => {
    const base = { rootDepartmentId: root.id, currentPage: 1, pageSize: 300 };
    expect(
      questionsOfProvince(root, august, "2026-08-31").map((each) => [each.endpoint, bodyOf(each)]),
    ).toEqual([
      ["service-results", { ...base, timeType: "month", year: 2026, month: 8 }],
      ["transparency", { ...base, timeType: "month", year: 2026, month: 8 }],
      ["dvc-progress-tree", { ...base, timeType: "month", year: 2026, month: 8 }],
      ["provide-online-tree", { ...base, timeType: "month", year: 2026, month: 8 }],
      ["formality-online-payment-tree", { ...base, timeType: "month", year: 2026, month: 8 }],
      ["handling-satisfaction", { ...base, fromDate: "2026-08-01", toDate: "2026-08-31" }],
      ["dossier-digitized", { ...base, timeType: "month", year: 2026, month: 8 }],
    ]);
  });

  it.each([
    ["2026", { timeType: "year", year: 2026, departmentType: "ADMINISTRATIVE_UNIT" }],
    ["2026-Q3", { timeType: "quarter", year: 2026, quarter: 3, departmentType: "ADMINISTRATIVE_UNIT" }],
  ])("about the country in %s names no root", (period, body) => {
    expect(bodyOf({ endpoint: "service-results", root: null, period: toPeriod(period), until: "" })).toEqual(
      body,
    );
  });

  it("is never put for a span the portal does not know", () => {
    const half = { endpoint: "service-results", root: null, period: toPeriod("2026-H1"), until: "" } as const;
    expect(() => bodyOf(half)).toThrow(RangeError);
  });
});

describe("the client", () => {
  it("says who asks, and nothing that is not true", async () => {
    const { portal, patient } = await connected();
    expect(await patient(question("dvc-progress-tree"))).toMatchObject({ kind: "answered" });
    const headers = portal.calls[0]?.headers ?? {};
    expect(headers["user-agent"]).toBe("Bot766/0.1.0 (van phong dieu hanh  0210 1234)");
    const ofTheConnection = ["host", "connection", "content-length"];
    const sent = Object.keys(headers).filter((name) => !ofTheConnection.includes(name));
    expect(sent.sort()).toEqual(["accept", "content-type", "user-agent"]);
  });

  it("lets the portal say that nothing changed", async () => {
    const { patient } = await connected();
    const first = await patient(question("transparency"));
    if (first.kind !== "answered") throw new Error("not answered");
    expect(first.etag).not.toBeNull();
    expect(await patient(question("transparency"), first)).toEqual({ kind: "unchanged" });
  });

  test.each<[PortalFaultName, object]>([
    ["401", { kind: "refused", why: "unauthorized", status: 401 }],
    ["403", { kind: "refused", why: "forbidden", status: 403 }],
    ["429", { kind: "refused", why: "too-many", status: 429 }],
    ["html", { kind: "refused", why: "firewall", status: 200 }],
    ["rejected", { kind: "refused", why: "firewall", status: 200 }],
    ["closed", { kind: "refused", why: "closed", status: null }],
    ["500", { kind: "failed", why: "server", status: 500 }],
    ["503", { kind: "failed", why: "server", status: 503 }],
  ])("tells %s for what it is", async (fault, outcome) => {
    const { patient } = await connected(fault);
    expect(await patient(question("dvc-progress-tree"))).toEqual(outcome);
  });

  it("gives up an answer that does not come", async () => {
    const { ask } = await connected("slow");
    expect(await ask(question("dvc-progress-tree"))).toEqual({
      kind: "failed",
      why: "timeout",
      status: null,
    });
  });

  it("tells a portal that cannot be reached from one that refuses", async () => {
    const { fetch, close } = createOutgoing();
    closers.push(close);
    const ask = createPortalClient({
      fetch,
      baseUrl: "http://127.0.0.1:1",
      contact: "a@b.vn",
      version: "0.1.0",
    });
    expect(await ask(question("transparency"))).toEqual({ kind: "failed", why: "unreachable", status: null });
  });
});
