import { expect, it } from "vitest";
import { backlogOf } from "#bot/metrics/backlog.ts";
import { createLedger } from "#services/delivery/ledger.ts";
import type { ChatId } from "#services/ids.ts";
import { openStore } from "#services/store/open-store.ts";

it("the backlog is what the ledger holds, and unknown while the store is away", async () => {
  const store = await openStore("file::memory:");
  const ledger = createLedger({ store, clock: () => new Date("2026-11-21T08:00:00+07:00") });
  expect(await backlogOf(ledger)).toEqual({ deliveries: [], owedSince: null });

  const chats: readonly ChatId[] = ["telegram:1", "telegram:2"];
  const owed = await ledger.owe(
    chats.map((chat) => ({
      cause: "results/x/2024-08/v1",
      chat,
      locale: "vi",
      recipe: { kind: "notice", notice: "draft", facts: { broadcast: "b" } },
      guarantee: "at-most-once",
    })),
  );
  await store.commit(owed);
  expect(await backlogOf(ledger)).toEqual({
    deliveries: [{ state: "due", reason: null, count: 2 }],
    owedSince: "2026-11-21T01:00:00.000Z",
  });
  await store.close();
  expect(await backlogOf(ledger)).toBeNull();
});
