import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createMedia } from "#bot/http/media.ts";
import { createOriginals } from "#services/originals/originals.ts";
import { keysUnder } from "#services/store/store.ts";
import { listWorkbook } from "#test/support/dossier-lists.ts";
import { enter, labels, owed, press } from "#test/support/intake-desk.ts";
import { createLog } from "#test/support/log.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

const LETTER = new Uint8Array(
  await readFile(new URL("../fixtures/documents/office-set/docx/tienlu.docx", import.meta.url)),
);
const EDITOR = { as: "editor" } as const;

let folder: string;
let bot: TestBot;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "bot766-papers-"));
  const onFault = (error: unknown): void => {
    throw error;
  };
  const originals = createOriginals({ folder, onFault, clock: () => new Date() });
  bot = await startBot({ empty: true, homeScope: "huyện Tiên Lữ", originals });
  await enter(bot, await send("cong-van-412.docx", LETTER), EDITOR);
});
afterAll(async () => {
  await bot.stop();
  await rm(folder, { recursive: true });
});

function send(name: string, bytes: Uint8Array) {
  const file = { name, size: bytes.length, bytes: async () => bytes };
  return bot.say("/nhap", { ...EDITOR, sent: { files: [file] } });
}

const holdsBytes = async (): Promise<boolean> => {
  const base64 = Buffer.from(LETTER).toString("base64");
  const entries = await bot.store.list(keysUnder(""));
  return entries.some(({ value }) => JSON.stringify(value).includes(base64.slice(0, 200)));
};

it("hands an editor the paper a version was read from, as it was sent, by a button or typed", async () => {
  const version = await bot.say("/nguon 8/2024 v1", EDITOR);
  const pressed = await press(bot, version, "Văn bản gốc", EDITOR);
  expect(pressed.text.text).toContain("Văn bản gốc: cong-van-412.docx");
  const typed = owed(await bot.say("/nguon 8/2024 bản gốc", EDITOR));
  for (const { file } of [pressed, typed]) expect(await file?.bytes()).toEqual(Buffer.from(LETTER));
});

it("gives it an address that leads to the folder: its bytes are never in the store", async () => {
  const { file } = owed(await bot.say("/nguon 8/2024 bản gốc", EDITOR));
  if (!file) throw new Error("no file");
  const { originals, charts } = bot.app.services;
  const media = createMedia({ store: bot.store, charts, originals, log: createLog() });
  const { path } = await media.file(file);
  const answer = await media.routes.request(path);
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(Buffer.from(LETTER));
  expect(await holdsBytes()).toBe(false);
});

it("is for editors alone with the bot: others are refused and see no button", async () => {
  expect(labels(await bot.say("/nguon 8/2024"))).not.toContain("Văn bản gốc");
  expect(await bot.say("/nguon 8/2024 bản gốc")).toMatchObject({ refused: "role-needed-there" });
  const inGroup = { ...EDITOR, chatKind: "group" } as const;
  expect(labels(await bot.say("/nguon 8/2024", inGroup))).not.toContain("Văn bản gốc");
  expect(await bot.say("/nguon 8/2024 bản gốc", inGroup)).toMatchObject({ refused: "private-only" });
});

it("keeps nothing of a list of dossiers, read or stored", async () => {
  const before = await readdir(folder, { recursive: true });
  const codes = ["H33.50.05.13-241001-0001", "H33.50.05.13-241002-0002"];
  const dossiers = codes.map((code) => ({ code, unit: "xã Thủ Sỹ", field: "Đất đai", days: 3 }));
  const read = await send("ho-so-qua-han.xlsx", listWorkbook(dossiers));
  expect(await readdir(folder, { recursive: true })).toEqual(before);
  await enter(bot, read, EDITOR);
  expect(await readdir(folder, { recursive: true })).toEqual(before);
});
