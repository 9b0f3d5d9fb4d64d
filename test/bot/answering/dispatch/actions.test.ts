import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import type { Reply } from "#services/reply/reply.ts";
import { startBot, type TestBot } from "#test/support/start-bot.ts";

/** Telegram's limit of a caption, the tightest there is; longer texts go out in parts. */
const CAPTION = 1024;
/** Distinct commands tried from one home. */
const MOST = 400;

const EVERY_HELP = commands.map(({ name }) => `/trogiup ${name}`);

let bot: TestBot;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

/** What is wrong with an answer to a pressed action; null = nothing. */
function faultOf(reply: Reply | null): string | null {
  if (!reply) return "silence";
  if (reply.refused) return reply.refused;
  const { length } = reply.text.text;
  if (length === 0) return "no text";
  if (reply.picture && length > CAPTION) return `a caption of ${length} characters`;
  return reply.actions.flat().some(({ label }) => label.trim() === "") ? "an action without label" : null;
}

/** Follows every action of every answer, and tells which do not lead on. */
async function crawl(seeds: readonly string[], home: string) {
  const from = new Map<string, string>(seeds.map((command) => [command, "typed"]));
  const faults: string[] = [];
  for (const [command, origin] of from) {
    const { fault, next } = await press(command, home);
    if (fault && !isExample(origin, fault)) faults.push(`${origin} → ${command}: ${fault}`);
    const unseen = next.filter((one) => !from.has(one)).slice(0, MOST - from.size);
    for (const one of unseen) from.set(one, command);
  }
  return { faults, tried: from.size };
}

/** An example in the help may meet a home without such figures, targets or versions, or somebody with nothing to hand over. */
function isExample(origin: string, fault: string): boolean {
  const honest = [
    "no-period",
    "no-indicator",
    "no-version",
    "no-targets",
    "nothing-owed",
    "unknown-code",
    "nothing-held",
  ];
  return origin.startsWith("/trogiup") && honest.includes(fault);
}

/** Another home or setting is set in another chat, and not followed further. */
async function press(command: string, home: string) {
  const isMove = /^\/(?:diaban|caidat) ./u.test(command);
  const reply = await bot.say(command, { chat: isMove ? "test:other" : `test:${home}` });
  const actions = isMove ? [] : (reply?.actions.flat() ?? []);
  return { fault: faultOf(reply), next: actions.map((action) => action.command) };
}

/** A unit of that name may have no figures yet, and a command offered alone may still need its unit. */
function isHonest(command: string, fault: string): boolean {
  return fault === "no-data" || (command === "/xa" && fault === "unit-needed");
}

describe("every action of every answer, pressed", () => {
  it.each([
    ["huyện Tiên Lữ", 150],
    ["tỉnh Gia Lai", 150],
    ["cả nước", 100],
    ["tỉnh Phú Thọ", 100],
  ])("leads on, in a chat whose home is %s", async (home, least) => {
    expect(faultOf(await bot.say(`/diaban ${home}`, { chat: `test:${home}` }))).toBeNull();
    const seeds = [
      "/batdau",
      "/tonghop",
      "/nguon",
      "/xephang",
      "/diaban",
      "/trogiup",
      ...EVERY_HELP,
      "/xephang Gia Lai",
      "/xephang Tiên Lữ",
      "/xephang tháng 8/2026 Phú Thọ",
      "/xephang cả nước",
      "/xa p. Pleiku",
      "/xa Cương Chính",
      "/huyen Mê Linh",
      "/tonghop Hậu Giang",
      "/huyen Tứ Kỳ",
      "/xa Tiến Thắng",
    ];
    const { faults, tried } = await crawl(seeds, home);
    expect(faults).toEqual([]);
    expect(tried).toBeGreaterThan(least);
  });

  it("leads on from every question back and every offer of a near name or another period", async () => {
    const asked = [
      "/xa Tân Tiến",
      "/xa Tien Thang",
      "/xa Cuong Chinhh t8/2024",
      "/xephang tháng 1/2020",
      "/xephang thanh toán trực tuyến Gia Lai",
      "/xephag",
      "/tonghp Gia Lai",
      "/huyen Thu Sy",
      "/xa Mê Linhh",
    ];
    const offered = await Promise.all(asked.map((command) => bot.say(command)));
    const faults: string[] = [];
    for (const { command } of offered.flatMap((reply) => reply?.actions.flat() ?? [])) {
      const fault = faultOf(await bot.say(command));
      if (fault && !isHonest(command, fault)) faults.push(`${command}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });
});
