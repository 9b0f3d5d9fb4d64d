import { expect, it } from "vitest";
import { createDialogues } from "#services/dialogues/dialogues.ts";
import { onBothStores } from "#test/services/delivery/both-stores.ts";

const PLACE = { chat: "test:an", sender: "test:an" };
const clock = () => new Date("2026-11-21T08:00:00+07:00");

onBothStores("dialogues", (place) => {
  it("go on in another process", async () => {
    await createDialogues({ store: place.store, clock }).begin(PLACE, "/kiemtra");
    const beside = createDialogues({ store: await place.connect(), clock });
    expect(await beside.pending(PLACE, "1")).toMatchObject({ expects: "/kiemtra" });
  });

  it("are each person's and chat's own, whatever their ids hold", async () => {
    const dialogues = createDialogues({ store: place.store, clock });
    await dialogues.begin({ chat: "test:a/b", sender: "c" }, "/kiemtra");
    expect(await dialogues.pending({ chat: "test:a", sender: "b/c" }, "1")).toBeNull();
    expect(await dialogues.pending({ chat: "test:a/b", sender: "c" }, "1")).not.toBeNull();
  });

  it("end without ending one that has begun meanwhile", async () => {
    const dialogues = createDialogues({ store: place.store, clock });
    await dialogues.begin(PLACE, "/kiemtra");
    const pending = await dialogues.pending(PLACE, "1");
    await dialogues.begin(PLACE, "/xa");
    await dialogues.turn(PLACE, { heard: "1", pending, expects: undefined });
    expect(await dialogues.pending(PLACE, "2")).toMatchObject({ expects: "/xa" });
  });
});
