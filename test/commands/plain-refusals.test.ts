import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startBot } from "#test/support/start-bot.ts";

let bot: Awaited<ReturnType<typeof startBot>>;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const refusalOf = async (text: string): Promise<[string | undefined, string]> => {
  const reply = await bot.say(text, { as: "operator" });
  return [reply?.refused, reply?.text.text ?? ""];
};

describe("what is no unit's name", () => {
  it("is told as one more period, where one is shown at a time", async () => {
    for (const asked of ["/xephang tháng 8 tháng 9", "/tonghop tháng 8/2024 tháng 7/2024"]) {
      const [refused, text] = await refusalOf(asked);
      expect([asked, refused]).toEqual([asked, "one-period"]);
      expect(text).toMatch(/“tháng (?:9|7\/2024)”/u);
    }
  });

  it("is told as a kind of file, where the command makes no such file", async () => {
    for (const asked of ["/xuat pdf", "/xuat tệp word", "/xephang excel", "/giaoban csv"])
      expect([asked, (await refusalOf(asked))[0]]).toEqual([asked, "no-such-file"]);
  });

  it("stays an unknown name otherwise", async () => {
    expect((await refusalOf("/xephang zzqq"))[0]).toBe("unknown-unit");
  });
});

describe("/nguon", () => {
  it("names scopes that have figures where the one asked for has none", async () => {
    for (const asked of ["/nguon huyện Văn Giang", "/nguon các kỳ tỉnh Cà Mau"])
      expect([asked, (await refusalOf(asked))[0]]).toEqual([asked, "no-sources"]);
    const reply = await bot.say("/nguon huyện Văn Giang");
    const commands = (reply?.actions ?? []).flat().map(({ command }) => command);
    expect(commands).toContain("/nguon tỉnh Gia Lai");
    for (const command of commands) expect((await bot.say(command))?.refused).toBeUndefined();
  });

  it("says that nothing is held, and what to do, before the first paper", async () => {
    const empty = await startBot({ empty: true });
    const reply = await empty.say("/nguon huyện Tiên Lữ");
    await empty.stop();
    expect([reply?.refused, reply?.actions ?? []]).toEqual(["no-sources", []]);
    expect(reply?.text.text).toContain("/nhap");
  });
});

describe("/xuhuong", () => {
  it("is not of fewer than two periods", async () => {
    for (const asked of ["/xuhuong Cương Chính 0 kỳ", "/xuhuong Cương Chính 1 kỳ"])
      expect([asked, (await refusalOf(asked))[0]]).toEqual([asked, "span-count"]);
  });
});

describe("/phatsong", () => {
  it("takes a number behind a verb for a code that nothing has, never for a place", async () => {
    for (const asked of ["/phatsong duyệt 1", "/phatsong huỷ 12"])
      expect([asked, (await refusalOf(asked))[0]]).toEqual([asked, "unknown-broadcast"]);
  });
});
