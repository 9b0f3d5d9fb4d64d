import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Office, startOffice } from "#test/support/office.ts";

const AUGUST = { "Thủ Sỹ": 89.63, "Cương Chính": 83.28 };
const NOW = "2024-09-05T09:00:00+07:00";
const CHATS = 1_203;

let office: Office;
let id: string;

beforeEach(async () => {
  office = await startOffice({ now: NOW });
  await office.look();
  const { subscriptions, broadcasts } = office.app.services;
  for (let i = 0; i < CHATS; i++) {
    await subscriptions.add({ chat: `test:${i}`, unit: office.scope.id, kinds: ["results"], by: "test:an" });
  }
  await office.publish(AUGUST);
  await office.look();
  id = (await broadcasts.list())[0]?.id ?? "";
});
afterEach(() => office.stop());

const owed = async () => (await office.app.services.ledger.ofCause(id)).length;
const state = async () => (await office.app.services.broadcasts.get(id))?.state;

describe("writing what a broadcast owes", () => {
  it("owes every chat once, in several commits", async () => {
    expect((await office.app.services.broadcasts.approve(id, "test:an"))?.outcome).toBe("approved");
    expect(await owed()).toBe(CHATS);
    expect(await state()).toBe("sending");
  });

  it("is gone on with after a crash in the middle, by any process", async () => {
    const { store } = office;
    let commits = 0;
    const commit = store.commit.bind(store);
    store.commit = (one) => {
      commits += 1;
      return commits > 3 ? Promise.reject(new Error("killed")) : commit(one);
    };
    await expect(office.app.services.broadcasts.approve(id, "test:an")).rejects.toThrow("killed");
    store.commit = commit;
    expect(await state()).toBe("approved");
    const before = await owed();
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(CHATS);

    const beside = await startOffice({ now: NOW, beside: office });
    await Promise.all([office.look(), beside.look()]);
    expect(await owed()).toBe(CHATS);
    expect(await state()).toBe("sending");
    await beside.stop();
  });

  it("ends where it is when somebody calls it off", async () => {
    const { broadcasts } = office.app.services;
    await Promise.all([broadcasts.approve(id, "test:an"), broadcasts.cancel(id, "test:binh")]);
    const rows = await office.app.services.ledger.ofCause(id);
    expect(await state()).toBe("cancelled");
    expect(rows.filter((row) => row.state === "due")).toEqual([]);
  });
});
