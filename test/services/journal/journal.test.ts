import { describe, expect, it } from "vitest";
import type { Inbound } from "#services/inbound.ts";
import type { Heard } from "#services/journal/heard.ts";
import { keysUnder, type Store } from "#services/store/store.ts";
import { onBothStores, type Place } from "#test/services/journal/on-both-stores.ts";
import { startJournal } from "#test/support/journal-process.ts";

const NOW = Date.parse("2026-11-21T01:00:00Z");

function heard(id: string, facts: Partial<Inbound> = {}): Heard {
  const inbound: Inbound = {
    id: `chat/${id}`,
    chat: "telegram:1",
    chatKind: "private",
    chatName: "An",
    sender: { id: "telegram:1", name: "An" },
    text: `/xa ${id}`,
    addressed: true,
    isChatAdmin: async () => true,
    ...facts,
  };
  return { id, at: NOW, inbound };
}

const idsOf = (all: readonly Heard[]) => all.map(({ id }) => id);

async function everything(store: Store): Promise<string> {
  return JSON.stringify(await store.list(keysUnder("")));
}

describe.each(onBothStores)("what was heard, on %s", (_, open: () => Promise<Place>) => {
  it("is left to the next process when one ends, but for what was done, and says how far it came", async () => {
    const { store } = await open();
    const first = await startJournal(store);
    await first.journal.note(["1", "2", "3", "4"].map((id) => heard(id)));
    await first.journal.begin("2", "answer");
    await first.journal.begin("3", "act");
    await first.journal.begin("3", "answer");
    first.journal.done("4");
    await first.journal.note([heard("5")]);
    await first.holders.stop();

    const second = await startJournal(store);
    const left = await second.journal.takeOver();
    expect(left.map(({ heard: { id }, begun }) => [id, begun]).sort()).toEqual([
      ["1", null],
      ["2", "answer"],
      ["3", "act"],
      ["5", null],
    ]);
    expect(left[0]?.heard.inbound).toMatchObject({ id: "chat/1", text: "/xa 1", chat: "telegram:1" });
    expect(await second.journal.takeOver()).toEqual([]);
  });

  it("is left to one process alone, and again to the next when that one ends too", async () => {
    const { store, connect } = await open();
    const first = await startJournal(store);
    await first.journal.note([heard("1"), heard("2")]);
    await first.journal.begin("1", "act");
    await first.holders.stop();
    const others = await Promise.all([0, 1, 2].map(async () => startJournal(await connect())));
    const left = await Promise.all(others.map(({ journal }) => journal.takeOver()));
    expect(left.map(({ length }) => length).sort()).toEqual([0, 0, 2]);
    const winner = others[left.findIndex(({ length }) => length > 0)];
    winner?.journal.done("2");
    await winner?.journal.note([heard("3")]);
    await winner?.holders.stop();
    const last = await (await startJournal(store)).journal.takeOver();
    expect(last.map(({ heard: { id }, begun }) => [id, begun]).sort()).toEqual([
      ["1", "act"],
      ["3", null],
    ]);
  });

  it("is never taken from a process whose heartbeat moves, whatever the clocks say", async () => {
    const { store } = await open();
    let now = 0;
    const first = await startJournal(store, { leaseMs: 40 });
    await first.journal.note([heard("1")]);
    const second = await startJournal(store, { leaseMs: 1_000, now: () => now });
    for (let i = 0; i < 5; i++) {
      expect(await second.journal.takeOver()).toEqual([]);
      const before = await store.list(keysUnder("holders/"));
      await expect.poll(() => store.list(keysUnder("holders/")), { timeout: 300_000 }).not.toEqual(before);
      now += 100_000;
    }
    await first.holders.stop();
    expect(await second.journal.takeOver()).toHaveLength(1);
  });

  it("is not begun any more by a process that was thought gone, which goes on with what it hears next", async () => {
    const { store } = await open();
    const first = await startJournal(store);
    await first.journal.note([heard("1"), heard("2")]);
    await first.journal.begin("1", "answer");
    await first.holders.stop();
    const second = await startJournal(store);
    expect(await second.journal.takeOver()).toHaveLength(2);
    expect(await first.journal.begin("2", "act")).toBe(false);
    expect(await first.journal.note([heard("3")])).toHaveLength(1);
    expect(await first.journal.begin("3", "act")).toBe(true);
    expect(await second.journal.begin("2", "act")).toBe(true);
  });

  it("is noted by the first of several processes that are told it, however often", async () => {
    const { store, connect } = await open();
    const processes = [await startJournal(store), await startJournal(await connect())];
    const all = ["1", "2", "3"].map((id) => heard(id));
    const noted = await Promise.all([...processes, ...processes].map(({ journal }) => journal.note(all)));
    expect(noted.flatMap(idsOf).sort()).toEqual(["1", "2", "3"]);
    expect(await processes[0]?.journal.note(all)).toEqual([]);
  });

  it("in the last batch of a poll is known after a restart, also what was done of it", async () => {
    const { store } = await open();
    const first = await startJournal(store, { repeats: "batch" });
    await first.journal.note([heard("1")]);
    await first.journal.note([heard("2"), heard("3")]);
    first.journal.done("2");
    await first.journal.begin("3", "answer");
    await first.holders.stop();
    const second = await startJournal(store, { repeats: "batch" });
    const again = await second.journal.note([heard("2"), heard("3"), heard("4")]);
    expect(idsOf(again)).toEqual(["4"]);
  });

  it("leaves nothing behind when it is done, and of a paper never held a word", async () => {
    const { store } = await open();
    const { journal, holders } = await startJournal(store);
    const marked = "TỐI MẬT\nUBND huyện Tiên Lữ";
    const long = `công văn ${"dài ".repeat(60)}`;
    await journal.note([heard("1"), heard("2", { text: marked }), heard("3", { text: long })]);
    const meanwhile = await everything(store);
    expect(meanwhile).toContain("/xa 1");
    expect(meanwhile).not.toMatch(/Tiên Lữ|dài dài/u);
    for (const id of ["1", "2", "3"]) {
      await journal.begin(id, "answer");
      journal.done(id);
    }
    await holders.stop();
    const next = await startJournal(store);
    expect(await next.journal.takeOver()).toEqual([]);
    expect(await everything(store)).not.toMatch(/\/xa 1|telegram:1"/u);
  });

  it("is of a file that one came, and nothing of it", async () => {
    const { store } = await open();
    const { journal, holders } = await startJournal(store);
    const bytes = async () => new TextEncoder().encode("Thủ Sỹ 89,63");
    await journal.note([heard("1", { text: "", files: [{ name: "tien-lu.docx", size: 12, bytes }] })]);
    expect(await everything(store)).not.toMatch(/tien-lu|Thủ Sỹ/u);
    await holders.stop();
    const [left] = await (await startJournal(store)).journal.takeOver();
    expect(left?.heard).toMatchObject({ id: "1", hasFile: true, isPaper: false });
  });

  it("is written anew without what is done of it, however much came at once", async () => {
    const { store } = await open();
    const { journal, holders } = await startJournal(store, { repeats: "batch" });
    const all = Array.from({ length: 100 }, (_, i) => heard(String(i)));
    await journal.note(all);
    for (const { id } of all.slice(1)) {
      await journal.begin(id, "answer");
      journal.done(id);
    }
    await journal.begin("0", "act");
    expect((await everything(store)).length).toBeLessThan(6_000);
    await holders.stop();
    const left = await (await startJournal(store)).journal.takeOver();
    expect(left.map(({ heard: { id }, begun }) => [id, begun])).toEqual([["0", "act"]]);
  });
});
