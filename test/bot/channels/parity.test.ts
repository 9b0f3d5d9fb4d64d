import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { toPeriod } from "#services/periods/period.ts";
import type { Reply } from "#services/reply/reply.ts";
import { openAsChannel as openTelegram } from "#test/bot/channels/telegram/as-channel.ts";
import { openAsChannel as openWeb } from "#test/bot/channels/web/as-channel.ts";
import { openAsChannel as openZalo } from "#test/bot/channels/zalo/as-channel.ts";
import { GOLDEN_QUESTIONS } from "#test/commands/golden-questions.ts";
import type { Arrived, ChannelHarness } from "#test/support/channel-contract.ts";
import { AN, startOffice } from "#test/support/office.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const CHANNELS = { Telegram: openTelegram, Zalo: openZalo, "the web chat": openWeb };

let bot: TestBot;
const harnesses = new Map<string, ChannelHarness>();

beforeAll(async () => {
  bot = await startBot();
  for (const [name, open] of Object.entries(CHANNELS)) {
    const harness = await open();
    await harness.channel.start(async () => {});
    harnesses.set(name, harness);
  }
});

afterAll(async () => {
  for (const harness of harnesses.values()) await harness.close();
  await bot.stop();
});

/** What a reply became on a channel, its parts put together again. */
async function through(name: string, reply: Reply): Promise<Arrived> {
  const harness = harnesses.get(name);
  if (!harness) throw new Error(`no channel ${name}`);
  const before = (await harness.arrived()).length;
  await harness.channel.send(harness.chat, pixelless(reply));
  const parts = (await harness.arrived()).slice(before);
  return {
    text: parts.map(({ text }) => text).join("\n"),
    spans: parts.flatMap(({ spans }) => spans),
    hasPicture: parts.some(({ hasPicture }) => hasPicture),
    labels: parts.flatMap(({ labels }) => labels),
  };
}

/** What a picture shows is the same for all: only whether there is one counts here. */
function pixelless(reply: Reply): Reply {
  const { picture } = reply;
  return picture ? { ...reply, picture: tinyPicture({ key: picture.key, alt: picture.alt }) } : reply;
}

const figuresOf = (text: string): readonly string[] => text.match(/[+−▲▼]?\d[\d.,]*%?/gu) ?? [];
const wordsOf = (text: string): readonly string[] => text.split(/\s+/u).filter((word) => word !== "");

/** Refusals that ask nothing need no list of choices where they would cost a line each. */
const isCut = (reply: Reply): boolean => reply.refused !== undefined && !reply.text.text.endsWith(":");

async function expectSame(reply: Reply): Promise<void> {
  const labels = reply.actions.flat().map(({ label }) => label);
  for (const name of Object.keys(CHANNELS)) {
    const arrived = await through(name, reply);
    expect(figuresOf(arrived.text), name).toEqual(figuresOf(reply.text.text));
    expect(wordsOf(arrived.text), name).toEqual(wordsOf(reply.text.text));
    expect(arrived.hasPicture, name).toBe(reply.picture !== undefined);
    expect(arrived.labels, name).toEqual(name === "Zalo" && isCut(reply) ? [] : labels);
  }
}

describe("every channel says the same", () => {
  for (const [file, questions] of Object.entries(GOLDEN_QUESTIONS)) {
    test(`in answers about ${file}`, async () => {
      let figures = 0;
      for (const question of questions) {
        const reply = await bot.say(question);
        if (!reply) throw new Error(`no answer to ${question}`);
        figures += figuresOf(reply.text.text).length;
        await expectSame(reply);
      }
      expect(figures).toBeGreaterThan(0);
    });
  }

  test("in what is sent unasked: results, a correction, an alert, and notices", async () => {
    const office = await startOffice({ now: "2024-09-05T08:00:00+07:00" });
    await office.look();
    const july = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": 93.28 };
    await office.publish(july, { period: toPeriod("2024-07") });
    await office.look();
    await office.subscribe("test:g");
    await office.say("/dangky xã Cương Chính", { chat: "test:officer", from: "test:officer" });
    for (const [last, about] of [
      [83.28, "Kết quả"],
      [84.1, "Đính chính"],
    ] as const) {
      await office.publish({ "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Cương Chính": last });
      await office.look();
      const draft = (await office.owed(AN)).find(({ text }) => text.text.startsWith(about));
      const approve = draft?.actions.flat().find(({ command }) => command.includes("duyệt"));
      await office.order(approve?.command ?? "");
    }
    const messages = [
      ...(await office.owed("test:g")),
      ...(await office.owed("test:officer")),
      ...(await office.owed(AN)),
    ];
    const firstLines = messages.map(({ text }) => text.text.split("\n")[0]);
    for (const line of [
      "Xếp hạng tháng 8/2024 · huyện Tiên Lữ · 3 xã",
      "Đính chính kết quả tháng 8/2024 · huyện Tiên Lữ",
      "Cảnh báo · xã Cương Chính · tháng 8/2024",
      expect.stringContaining("chờ duyệt"),
    ]) {
      expect(firstLines).toContainEqual(line);
    }
    for (const message of messages) await expectSame(message);
    await office.stop();
  });
});
