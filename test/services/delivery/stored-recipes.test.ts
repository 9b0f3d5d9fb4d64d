import { describe, expect, it } from "vitest";
import type { RecipeKind } from "#services/delivery/delivery.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import type { NoticeKind } from "#services/delivery/notice.ts";
import { openStore } from "#services/store/open-store.ts";

/** As they stand in stores that were written by versions before this one. */
const RECIPES: Readonly<Record<Exclude<RecipeKind, "notice">, object>> = {
  results: { kind: "results", scope: "od332", period: "2024-08", version: 1 },
  correction: { kind: "correction", scope: "od332", period: "2024-08", from: 1, version: 2 },
  alerts: { kind: "alerts", batch: "od332/2024-08/v1", events: [0, 2], formerly: [] },
  digest: { kind: "digest", chat: "telegram:1", day: "2024-09-09" },
  "alerts-reminder": { kind: "alerts-reminder", scope: "od332", alerts: [3, 4] },
  explanation: { kind: "explanation", alert: 3, nth: 1, news: "sent", acts: true },
  "task-reminder": { kind: "task-reminder", tasks: [{ task: "1", occurrence: "2024-09-20" }] },
};
const due = { schedule: "1", period: "2024-08" };
const NOTICES: Readonly<Record<Exclude<NoticeKind, "unreadable">, object>> = {
  draft: { broadcast: "results/od332/2024-08/v1" },
  "one-more": { broadcast: "results/od332/2024-08/v1" },
  "no-data": { ...due, deadline: "2024-09-06T09:59:00.000Z" },
  missed: { ...due, occurrence: "2024-09-05T01:00:00.000Z" },
  "fell-together": { batch: "od332/2024-08/v1" },
  "no-figures": { scope: "od332", period: "2024-08", missing: 0, listed: 15 },
  allowance: { channel: "zalo", percent: 80, used: 2400, perMonth: 3000, renewedOn: "2024-10-01" },
  held: {
    broadcast: "results/od332/2024-08/v1",
    channel: "zalo",
    needed: 9,
    left: 3,
    renewedOn: "2024-10-01",
  },
  "text-only": { channel: "zalo", trouble: "unreachable" },
  "account-refused": { channel: "zalo-oa" },
  "ends-soon": { channel: "zalo-oa", what: "group", name: "Tổ 766", on: "2026-12-31" },
  "group-cap": { channel: "zalo", chat: "zalo:7", cap: 3 },
  portal: { trouble: "refused", day: "2026-11-29", why: "forbidden", facts: ["403"] },
  "portal-figures": { period: "2026-10" },
  "backup-failed": { why: "cannot-write" },
  "handed-over": { handover: "ab12" },
};

describe("a delivery that is already stored", () => {
  it.each(Object.entries(RECIPES))("is read as it was owed: %s", async (_, recipe) => {
    expect(await readBack(recipe)).toEqual(recipe);
  });

  it.each(Object.entries(NOTICES))("is read as it was owed: the notice %s", async (notice, facts) => {
    const recipe = { kind: "notice", notice, facts };
    expect(await readBack(recipe)).toEqual(recipe);
  });

  it.each([
    { kind: "notice", notice: "of-a-newer-version", facts: { what: "ever" } },
    { kind: "notice", notice: "no-data", facts: { schedule: "1", period: "some day", deadline: "" } },
  ])("goes its way though its notice says nothing to this version: $notice", async (recipe) => {
    expect(await readBack(recipe)).toEqual({ kind: "notice", notice: "unreadable", facts: {} });
  });
});

async function readBack(recipe: object): Promise<unknown> {
  const store = await openStore("file::memory:");
  const at = "2024-09-09T02:00:00.000Z";
  const data = {
    ...{ cause: "cause", chat: "telegram:1", locale: "vi", recipe, guarantee: "at-least-once" },
    ...{ state: "due", reason: null, attempts: 0, notBefore: 0, resent: false, messages: null },
    ...{ createdAt: at, updatedAt: at, order: "0m0u2v7k000000", since: 0, recalled: null },
  };
  await store.commit({ puts: [{ key: "deliveries/rows/cause/telegram:1", value: { v: 1, data } }] });
  const delivery = await createLedger({ store }).get("cause/telegram:1");
  await store.close();
  return delivery?.recipe;
}
