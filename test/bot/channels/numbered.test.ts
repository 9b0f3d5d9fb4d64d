import { beforeEach, describe, expect, it } from "vitest";
import { choicesOf, createNumbered, type Numbered, offered } from "#bot/channels/numbered.ts";
import { createStoredMemory } from "#bot/channels/stored-memory.ts";
import type { ChatId } from "#services/ids.ts";
import type { Action, Reply } from "#services/reply/reply.ts";
import { openStore } from "#services/store/open-store.ts";
import type { Store } from "#services/store/store.ts";
import { chatWords } from "#test/bot/channels/chat-words.ts";

const CHAT = "zalo:zgr-f8a7101d77709e2ec761";
const july: Action = { label: "Tháng 7", command: "/xephang 2024-07" };
const sources: Action = { label: "Nguồn", command: "/nguon 2024-08" };
const more: Action = { label: "Bảng chữ", command: "/xephang top 15" };
const help: Action = { label: "/trogiup", command: "/trogiup" };

describe("actions as a numbered list", () => {
  const listed = (actions: readonly Action[], words = chatWords(), unasked = false): string | undefined =>
    choicesOf(actions, words, unasked)?.text;

  it("is calm: what to do, the choices, and what to type later", () => {
    expect(listed([july, sources])).toBe(
      [
        "Gõ số để chọn:",
        "1. Tháng 7",
        "2. Nguồn",
        "Quá 10 phút thì gõ: /xephang 2024-07 · /nguon 2024-08",
      ].join("\n"),
    );
  });

  it("asks for a reply in a group, where nothing else is heard", () => {
    expect(listed([july], chatWords("group"))).toMatch(/^Trả lời tin này bằng số:\n1\. Tháng 7\n/u);
  });

  it("names the shortest command as an example where all would be too many", () => {
    expect(listed([july, more, sources, july])).toMatch(
      /\nQuá 10 phút thì gõ lệnh, ví dụ: \/nguon 2024-08$/u,
    );
  });

  it("repeats no label that is a command itself, and shows none that nobody would type", () => {
    expect(listed([help])).toBe("Gõ số để chọn:\n1. /trogiup");
    const unsayable = { ...chatWords(), inWords: () => null };
    expect(listed([july], unsayable)).toBe("Gõ số để chọn:\n1. Tháng 7");
    expect(listed([])).toBeUndefined();
  });

  it("ends with how to ask in a group that did not ask, where only replies and mentions are heard", () => {
    const howToAsk = "Hỏi bot: gõ @, chọn tên bot rồi nhập lệnh, hoặc trả lời tin này bằng lệnh. Ví dụ:";
    expect(listed([july, sources], chatWords("group"), true)).toBe(
      `Trả lời tin này bằng số:\n1. Tháng 7\n2. Nguồn\n\n${howToAsk} /xephang 2024-07 · /nguon 2024-08`,
    );
    expect(listed([], chatWords("group"), true)).toBe(`${howToAsk} /xephang tháng 8`);
    expect(listed([], chatWords("private"), true)).toBeUndefined();
  });

  it("is left off a refusal, unless that asks what was meant", () => {
    const reply = (words: string, refused?: string): Reply => ({
      text: { text: words, spans: [] },
      actions: [[july], [sources]],
      ...(refused ? { refused } : {}),
    });
    expect(offered(reply("Bot chưa hiểu. Gõ /trogiup.", "not-understood"))).toEqual([]);
    expect(offered(reply("Ý anh/chị là:", "ambiguous"))).toEqual([july, sources]);
    expect(offered(reply("Tháng 8."))).toEqual([july, sources]);
  });
});

describe("a bare number", () => {
  let store: Store;
  let now: number;
  let numbered: Numbered;
  const process = (): Numbered =>
    createNumbered(createStoredMemory({ store, channel: "zalo", now: () => now }));
  const command = async (text: string, chat: ChatId = CHAT) =>
    (await numbered.pressed(chat, text))?.command ?? null;

  beforeEach(async () => {
    store = await openStore("file::memory:");
    now = Date.parse("2026-11-21T08:00:00+07:00");
    numbered = process();
    await numbered.remember({ chat: CHAT, messages: ["a1"] }, [july, sources]);
  });

  it("is the action of that number, pressed on the message that listed it", async () => {
    expect(await numbered.pressed(CHAT, "2")).toEqual({
      command: "/nguon 2024-08",
      pressed: { chat: CHAT, messages: ["a1"] },
    });
    for (const text of [" 1. ", "1)"]) expect(await command(text)).toBe("/xephang 2024-07");
  });

  it("is no action when the list was not that long, or the text says more", async () => {
    for (const text of ["3", "số 1", "0", "12", "08", "1 2", "tháng 1", "1/2024", ""])
      expect(await command(text)).toBeNull();
    expect(await command("1", "zalo:zgr-other")).toBeNull();
  });

  it("is the action for ten minutes, in every process, also after a restart", async () => {
    numbered = process();
    now += 10 * 60_000 - 1;
    expect(await command("1")).toBe("/xephang 2024-07");
    now += 1;
    expect(await command("1")).toBeNull();
  });

  it("means the last message alone, also when that listed nothing", async () => {
    await numbered.remember({ chat: CHAT, messages: ["a2"] }, [more]);
    expect(await command("1")).toBe("/xephang top 15");
    expect(await command("2")).toBeNull();
    await numbered.remember({ chat: CHAT, messages: ["a3"] }, []);
    expect(await command("1")).toBeNull();
  });
});
