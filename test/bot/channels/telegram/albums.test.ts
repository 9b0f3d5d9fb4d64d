import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import { createTelegramChannel } from "#bot/channels/telegram/telegram.ts";
import { DocumentRefused } from "#services/documents/refused.ts";
import type { Inbound } from "#services/inbound.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { type FakeTelegram, startFakeTelegram } from "#test/support/fake-telegram/fake-telegram.ts";
import { startJournal } from "#test/support/journal-process.ts";
import { createLog } from "#test/support/log.ts";

let fake: FakeTelegram;
let store: Store;
let closing: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  fake = await startFakeTelegram();
  store = await openStore("file::memory:");
  closing = [store.close, fake.close];
});
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

type Read = (inbound: Inbound) => Promise<void>;

/** A process of the bot on the store that all of this test share; `heard`: what reached the core. */
async function startProcess(read: Read = async () => {}) {
  const { journal, holders } = await startJournal(store);
  const heard: Inbound[] = [];
  const channel = createTelegramChannel({
    token: fake.token,
    apiRoot: fake.apiRoot,
    mode: { kind: "polling" },
    logger: createLog(),
    memory: createStoredMemory({ store, channel: "telegram" }),
    journal,
  });
  await channel.start(async (inbound) => {
    heard.push(inbound);
    await read(inbound);
  });
  const stop = async () => {
    await channel.stop();
    await holders.stop();
  };
  closing.push(stop);
  return { heard, stop };
}

const page = (words: string): Uint8Array => new TextEncoder().encode(words);
const pages = ["một", "hai", "ba"].map(page);

/** What stands in the files of a message: their words in order, or why they are not given. */
async function contents({ files = [] }: Inbound): Promise<readonly string[]> {
  const all = files.map(({ bytes }) =>
    bytes().then(
      (read) => new TextDecoder().decode(read),
      (error) => (error instanceof DocumentRefused ? error.code : String(error)),
    ),
  );
  return Promise.all(all);
}

const contentsOf = (heard: readonly Inbound[]) => Promise.all(heard.map(contents));

/** Until all that was sent before is dealt with: what is said in a chat is answered in its turn. */
async function dealtWith(heard: readonly Inbound[], chat = fake.privateChat()): Promise<readonly Inbound[]> {
  fake.say(chat, "/diaban");
  await fake.until(() => heard.find(({ text }) => text === "/diaban"));
  return heard.filter(({ text }) => text !== "/diaban");
}

describe("a picture", () => {
  it("is a file: the largest that Telegram has of it", async () => {
    const { heard } = await startProcess();
    fake.say(fake.privateChat(), "", { extra: { photo: fake.photograph(page("tờ trình")) } });
    expect(await contentsOf(await dealtWith(heard))).toEqual([["tờ trình"]]);
  });

  it("is what a command alone is about in reply to it, unless the bot drew it", async () => {
    const { heard } = await startProcess();
    const group = fake.group();
    const lying = fake.say(group, "", { extra: { photo: fake.photograph(page("tờ trình")) } });
    const drawn = { ...lying, from: fake.world.me };
    fake.say(group, "/nhap", { replyTo: lying });
    fake.say(group, "/nhap", { replyTo: drawn });
    const asked = await dealtWith(heard, group);
    expect(await contentsOf(asked)).toEqual([["tờ trình"], []]);
  });
});

describe("pictures sent at once", () => {
  it("are the pages of one paper, in their order, once, with the words under the first", async () => {
    const { heard } = await startProcess();
    fake.album(fake.privateChat(), pages, { caption: "/nhap" });
    const all = await dealtWith(heard);
    expect(all.map(({ text }) => text)).toEqual(["/nhap"]);
    expect(await contentsOf(all)).toEqual([["một", "hai", "ba"]]);
  });

  it("are told apart, also when others are sent right after, in another chat too", async () => {
    const { heard } = await startProcess();
    const other = fake.privateChat(fake.person("Lê Văn Cường"));
    for (const chat of [fake.privateChat(), fake.privateChat(), other])
      fake.album(chat, pages.slice(chat === other ? 1 : 0));
    await dealtWith(heard, other);
    const all = await fake.until(() => {
      const albums = heard.filter(({ files }) => files);
      return albums.length === 3 ? albums : null;
    });
    const read = (await contentsOf(all)).map((words) => words.join(" ")).sort();
    expect(read).toEqual(["hai ba", "một hai ba", "một hai ba"]);
  });

  it("that come late are waited for; later still, all are read anew", async () => {
    const { heard } = await startProcess();
    const [, , last] = fake.album(fake.privateChat(), pages, { held: [2] });
    await fake.until(() => heard.length === 1);
    fake.letGo(last ?? expect.fail("no third"));
    expect(await contentsOf(await dealtWith(heard))).toEqual([
      ["một", "hai"],
      ["một", "hai", "ba"],
    ]);
  });

  it.each([
    ["in the middle", [1]],
    ["and only one came", [1, 2]],
  ])("are not read when one is lost %s", async (_, held) => {
    const { heard } = await startProcess();
    fake.album(fake.privateChat(), pages, { held });
    expect(await contentsOf(await dealtWith(heard))).toEqual([["pages-missing"]]);
  });

  it("in a group are heard when the first is said to the bot; a reply to any asks for all", async () => {
    const { heard } = await startProcess();
    const group = fake.group();
    fake.album(group, pages, { caption: "/nhap" });
    const unsaid = fake.album(group, pages, { caption: "họp sáng nay" });
    const [asked] = await dealtWith(heard, group);
    fake.say(group, "/nhap", { replyTo: unsaid[1] ?? expect.fail("no second") });
    await fake.until(() => heard.length === 3);
    const replied = heard[2] ?? expect.fail("no reply");
    expect(await contentsOf([asked ?? expect.fail("no answer"), replied])).toEqual([
      ["một", "hai", "ba"],
      ["một", "hai", "ba"],
    ]);
  });

  it("that come late in a group are read with the others as the first was said", async () => {
    const { heard } = await startProcess();
    const group = fake.group();
    const [, , last] = fake.album(group, pages, { caption: "/nhap", held: [2] });
    await fake.until(() => heard.length === 1);
    fake.letGo(last ?? expect.fail("no third"));
    const [, late = expect.fail("not heard")] = await dealtWith(heard, group);
    expect(late).toMatchObject({ text: "/nhap", together: "further" });
    expect(await contents(late)).toEqual(["một", "hai", "ba"]);
  });

  it("are whole although the bot ended between two of them, or while it read them", async () => {
    const dying = await startProcess(() => new Promise(() => undefined));
    const [, , last] = fake.album(fake.privateChat(), pages, { held: [2] });
    await fake.until(() => dying.heard.length === 1);
    void dying.stop();
    fake.letGo(last ?? expect.fail("no third"));
    const { heard } = await startProcess();
    const all = await dealtWith(heard);
    expect((await contentsOf(all)).at(-1)).toEqual(["một", "hai", "ba"]);
  });
});
