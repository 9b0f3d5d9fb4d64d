import { randomUUID } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createJournal } from "#services/journal/journal.ts";
import { openStore } from "#services/store/open-store.ts";
import { chatId } from "#test/support/chat-id.ts";
import { CITIZENS, listText, listWorkbook, SECRETS } from "#test/support/dossier-lists.ts";
import { enter } from "#test/support/intake-desk.ts";
import { createLog } from "#test/support/log.ts";
import { commandsOf } from "#test/support/office.ts";
import { startBot } from "#test/support/start-bot.ts";

const folder = await mkdtemp(join(tmpdir(), "citizens-"));
afterAll(() => rm(folder, { recursive: true }));

const UNITS = ["xã Thủ Sỹ", "xã Cương Chính", "UBND xã Hải Triều"];
const DOSSIERS = Array.from({ length: 60 }, (_, i) => ({
  code: `H33.50.05.13-2410${String((i % 28) + 1).padStart(2, "0")}-${String(i).padStart(4, "0")}`,
  unit: UNITS[i % UNITS.length] ?? "",
  field: "Đất đai",
  days: (i % 15) + 1,
}));
const TITLE = [
  "UBND HUYỆN TIÊN LỮ",
  "Số: 77/UBND-VP",
  "Tiên Lữ, ngày 31 tháng 10 năm 2024",
  "V/v danh sách hồ sơ quá hạn chưa giải quyết tháng 10/2024",
  "",
];

/** All bytes that a store left on the disk, its log included; a closed one's log may go away meanwhile. */
async function everythingIn(path: string): Promise<string> {
  const names = await readdir(path);
  const files = await Promise.all(
    names.map((name) => readFile(join(path, name), "latin1").catch(goneAsEmpty)),
  );
  expect(files.join("").length).toBeGreaterThan(0);
  return files.join("\n");
}

function goneAsEmpty(error: unknown): string {
  if (error instanceof Error && "code" in error && error.code === "ENOENT") return "";
  throw error;
}

const asLatin1 = (text: string): string => Buffer.from(text, "utf8").toString("latin1");

async function startOnDisk(name: string) {
  const path = join(folder, name);
  const store = await openStore(`file:${join(path, "bot.db")}`);
  const log = createLog();
  const bot = await startBot({ store, empty: true, homeScope: "huyện Tiên Lữ", log });
  return { bot, store, path, log };
}

function expectNobody(kept: string): void {
  for (const secret of SECRETS) {
    expect(kept, secret).not.toContain(secret);
    expect(kept, secret).not.toContain(asLatin1(secret));
  }
}

describe("citizens of a list of dossiers", () => {
  it("are in no byte of the store, neither while it waits nor once it is stored, and in no line of the log", async () => {
    const { bot, store, path, log } = await startOnDisk("file");
    const writer = { chat: "test:1", person: "test:person" };
    const file = { name: "ho so qua han.xlsx", bytes: listWorkbook(DOSSIERS, TITLE) };
    const { code } = await bot.app.services.intake.readFile(writer, file);
    expectNobody(await everythingIn(path));
    const preview = await bot.say(`/nhap xác nhận ${code}`, { as: "editor" });
    const saved = await enter(bot, preview, { as: "editor" });
    expect(saved.text.text).toContain("Đã lưu");
    expect(await bot.answer("/xa Thủ Sỹ tháng 10/2024")).toContain("20 hồ sơ");
    await bot.stop();
    await store.close();
    expectNobody(await everythingIn(path));
    expectNobody(log.everything());
  });

  it("are in no byte of the store when a list is pasted, part by part, edited and thrown away", async () => {
    const { bot, store, path, log } = await startOnDisk("pasted");
    const lines = listText(DOSSIERS, "\t", TITLE).split("\n");
    const editor = { as: "editor", from: "test:person" } as const;
    await bot.say("/nhap", editor);
    await bot.say(lines.slice(0, 30).join("\n"), { ...editor, mayGoOn: true });
    await bot.say(`/nhap ${lines.slice(30).join("\n")}`, editor);
    expectNobody(await everythingIn(path));
    const preview = await bot.say("/nhap đọc", editor);
    expect(preview?.text.text).toContain("60 hồ sơ khác nhau");
    expect(preview?.text.text).toContain("xã Thủ Sỹ: Quá hạn đang xử lý 20 hồ sơ");
    expectNobody(JSON.stringify(preview));
    const again = commandsOf(preview ?? undefined).find((command) => command.includes("xem"));
    expect(again, "its rows can be looked at").toBeDefined();
    expect(await bot.answer(`${again}`, editor)).toContain("60 hồ sơ khác nhau");
    for (const command of commandsOf(preview ?? undefined))
      expectNobody(JSON.stringify(await bot.say(command, editor)));
    await bot.stop();
    await store.close();
    expectNobody(await everythingIn(path));
    expectNobody(log.everything());
  });

  it("are not noted among what was heard, one line of a list alone included", async () => {
    const path = join(folder, "journal");
    const store = await openStore(`file:${join(path, "bot.db")}`);
    const holders = { id: randomUUID(), gone: async () => [], bury: async () => true };
    const journal = createJournal({ store, channel: "test", holders, repeats: "any" });
    const [{ name, phone }] = CITIZENS;
    const texts = [`H33.50.05.13-241001-0001 ${name} ${phone}`, `/nhap ${listText(DOSSIERS, "\t")}`];
    const heard = texts.map((text, i) => ({
      id: String(i),
      at: Date.now(),
      inbound: {
        id: `1/${i}`,
        chat: chatId("test:1"),
        chatKind: "private" as const,
        chatName: "",
        sender: { id: chatId("test:1"), name: "" },
        text,
        addressed: true,
        isChatAdmin: async () => false,
      },
    }));
    await journal.note(heard);
    await store.close();
    expectNobody(await everythingIn(path));
  });
});
