import { expect, it } from "vitest";
import type { Store } from "#services/store/store.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";
import { createMortalStore } from "#test/services/delivery/mortal-store.ts";
import { communeOfTienLu, openAlertDesk, TIEN_LU } from "#test/support/alert-desk.ts";
import { allRows } from "#test/support/office.ts";

const [A, B] = [communeOfTienLu("Cương Chính"), communeOfTienLu("Thủ Sỹ")];
const clock = () => new Date("2030-01-09T09:00:00+07:00");
/** More operations than a look takes. */
const MOST_OPERATIONS = 80;

onBothStores("a process killed between a publication and the ledger", (place) => {
  it.each(["before", "after"] as const)("loses and doubles nothing: %s any operation", async (when) => {
    const desk = openAlertDesk({ store: place.store, clock });
    await desk.subscriptions.add({ chat: "test:a", unit: A, kinds: ["targets"], by: "test:a" });
    await desk.subscriptions.add({ chat: "test:b", unit: B, kinds: ["targets"], by: "test:b" });
    let survived = 0;
    for (let fatal = 1; survived < 2; fatal++) {
      const month = monthOf(fatal);
      await desk.publish(TIEN_LU, `${month}-w1`, { [A]: onTime(99), [B]: onTime(99) });
      await desk.look();
      await desk.publish(TIEN_LU, `${month}-w2`, { [A]: onTime(82.71), [B]: onTime(90) });
      const victim = openAlertDesk({ store: createDying(place.store, fatal, when), clock });
      const isDead = await victim.look().then(
        () => false,
        () => true,
      );
      if (!isDead) survived += 1;
      await desk.look();
      await desk.look();
      const rows = await allRows(place.store, desk.ledger.get);
      const cause = `alerts/${TIEN_LU}/${month}-w2/v1`;
      expect(rows.filter((row) => row.cause === cause).map(({ chat }) => chat)).toEqual(["test:a", "test:b"]);
      const open = await desk.alerts.openIn(TIEN_LU);
      expect(open.flatMap(({ told }) => told).sort()).toEqual(["test:a", "test:b"]);
      expect(fatal).toBeLessThan(MOST_OPERATIONS);
    }
  });
});

const onTime = (rate: number) => ({ "on-time-rate": rate });

const monthOf = (step: number): string =>
  `20${String(25 + Math.floor(step / 12)).padStart(2, "0")}-${String((step % 12) + 1).padStart(2, "0")}`;

/** Dies at its n-th operation; `after`: what it asked for then is done, but it hears no answer. */
function createDying(store: Store, fatal: number, when: "before" | "after"): Store {
  const held = createMortalStore(store);
  let operations = 0;
  async function counted<T>(ask: () => Promise<T>): Promise<T> {
    operations += 1;
    if (operations < fatal) return ask();
    if (when === "after" && operations === fatal) await ask();
    held.die();
    return ask();
  }
  return {
    get: (key) => counted(() => held.get(key)),
    getMany: (keys) => counted(() => held.getMany(keys)),
    list: (range) => counted(() => held.list(range)),
    commit: (commit) => counted(() => held.commit(commit)),
    close: async () => undefined,
  };
}
