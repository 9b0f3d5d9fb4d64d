import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LETTERS, textOf } from "#test/services/documents/reading.ts";
import { labels, owed, press, results } from "#test/support/intake-desk.ts";
import { type SayOptions, startBot, type TestBot } from "#test/support/start-bot.ts";

const [AN, BINH, MINH] = ["test:an", "test:binh", "test:minh"];

let now = "2026-11-21T08:00:00+07:00";
let bot: TestBot;

beforeEach(async () => {
  now = "2026-11-21T08:00:00+07:00";
  bot = await startBot({
    ...{ empty: true, homeScope: "huyện Tiên Lữ", approvers: 2, operators: [AN, BINH] },
    clock: () => new Date(now),
  });
  await bot.say("/quyen nhập liệu test:minh huyện Tiên Lữ", by(AN));
});
afterEach(() => bot.stop());

function by(person: string, chat = person): SayOptions {
  return { from: person, chat };
}

async function paste(options: SayOptions) {
  const shown = await bot.say(`/nhap ${textOf(LETTERS.tienLu)}`, options);
  return press(bot, shown, "Thêm 5 đơn vị mới", options);
}

const held = async () => (await bot.app.services.sheets.versions("od332", "2024-08" as never)).length;

describe("where it takes two persons", () => {
  it("the first confirmation stores nothing, the same person twice is one, another person stores it", async () => {
    const group = { chatKind: "group" as const, chat: "test:group" };
    const shown = await paste({ ...group, from: MINH });
    const first = await press(bot, shown, "Nhập", { ...group, from: MINH });
    expect(first.text.text).toMatch(
      /^Đã ghi xác nhận thứ nhất \(1\/2\), chưa lưu\. .*ở tin này trong 24 giờ\.\n/u,
    );
    expect(await results(bot)).toEqual([]);
    const again = await press(bot, first, "Nhập", { ...group, from: MINH });
    expect(again.text.text).toMatch(/^Anh\/chị đã xác nhận trước đó\./u);
    expect(await results(bot)).toEqual([]);
    const saved = await press(bot, first, "Nhập", { ...group, from: AN });
    expect(saved.text.text).toMatch(/^Đã lưu: huyện Tiên Lữ/u);
    const sheet = await bot.app.services.sheets.current("od332", "2024-08" as never);
    expect(sheet?.by).toEqual([MINH, AN]);
  });

  it("the second may be in another chat, and sees what the first saw", async () => {
    const first = await press(bot, await paste(by(MINH)), "Nhập", by(MINH));
    const code = /\/nhap tóm tắt (\w{6})/u.exec(first.text.text)?.[1];
    const seen = owed(await bot.say(`/nhap tóm tắt ${code}`, by(BINH)));
    expect(seen.text.text).toContain("36 số mới");
    expect((await press(bot, seen, "Nhập", by(BINH))).text.text).toMatch(/^Đã lưu/u);
    expect((await press(bot, first, "Nhập", by(MINH))).refused).toBe("unknown-paper");
    expect(await held()).toBe(1);
  });

  it("a correction in between takes both confirmations", async () => {
    const first = await press(bot, await paste(by(MINH)), "Nhập", by(MINH));
    const corrected = owed(await bot.say("sửa Cương Chính tiến độ 82,17", by(MINH)));
    expect((await press(bot, first, "Nhập", by(AN, MINH))).refused).toBe("unknown-paper");
    expect((await press(bot, corrected, "Nhập", by(AN, MINH))).text.text).toMatch(
      /^Đã ghi xác nhận thứ nhất/u,
    );
    expect(await results(bot)).toEqual([]);
  });

  it("the second has a day", async () => {
    const first = await press(bot, await paste(by(MINH)), "Nhập", by(MINH));
    now = "2026-11-22T08:00:01+07:00";
    expect((await press(bot, first, "Nhập", by(AN, MINH))).refused).toBe("unknown-paper");
    expect(await results(bot)).toEqual([]);
  });
});

describe("what was stored is taken back", () => {
  async function stored(change = (letter: string) => letter) {
    const shown = await bot.say(`/nhap ${change(textOf(LETTERS.tienLu))}`, by(MINH));
    const add = labels(shown).find((label) => label.startsWith("Thêm"));
    const preview = add ? await press(bot, shown, add, by(MINH)) : shown;
    await press(bot, preview, "Nhập", by(MINH));
    return press(bot, preview, "Nhập", by(AN, MINH));
  }

  const score = async () => {
    const sheet = await bot.app.services.sheets.current("od332", "2024-08" as never);
    return sheet?.observations.find(({ value, change }) => change === 6.96 && value !== null)?.value ?? null;
  };

  it("by a press: the version before is in force again, and nothing is deleted", async () => {
    await stored();
    const second = await stored((letter) => letter.replaceAll("89,63", "89,36"));
    expect(await score()).toBe(89.36);
    const asked = await press(bot, second, "Hoàn tác", by(MINH));
    expect(asked.text.text).toMatch(/^Đã ghi nhận đề nghị hoàn tác, cần người thứ hai đồng ý/u);
    expect((await press(bot, asked, "Hoàn tác", by(MINH))).text.text).toBe(asked.text.text);
    expect(await score()).toBe(89.36);
    const undone = await press(bot, asked, "Hoàn tác", by(AN, MINH));
    expect(undone.text.text).toBe(
      "Đã hoàn tác lần nhập vừa rồi.\n– huyện Tiên Lữ, tháng 8/2024: bản 3 lấy lại số liệu của bản 1.",
    );
    expect([await score(), await held()]).toEqual([89.63, 3]);
    expect((await press(bot, second, "Hoàn tác", by(MINH))).refused).toBe("nothing-to-undo");
  });

  it("also where there was nothing before, and by typing it", async () => {
    await stored();
    await bot.say("/nhap hoàn tác", by(MINH));
    const undone = owed(await bot.say("/nhap hoàn tác", by(AN, MINH)));
    expect(undone.text.text).toContain(
      "huyện Tiên Lữ, tháng 8/2024: bản 2 không còn số liệu nào, như trước khi nhập.",
    );
    expect(await bot.app.services.sheets.heads()).toEqual([]);
  });

  it("not over what somebody stored since, nor after a day, nor by who may not", async () => {
    const first = await stored();
    expect((await press(bot, first, "Hoàn tác", by("test:other", MINH))).refused).toBe("role-needed");
    await stored((letter) => letter.replaceAll("89,63", "89,36"));
    expect((await press(bot, first, "Hoàn tác", by(MINH))).refused).toBe("published-since");
    now = "2026-11-22T08:00:01+07:00";
    expect((await bot.say("/nhap hoàn tác", by(MINH)))?.refused).toBe("nothing-to-undo");
    expect(await score()).toBe(89.36);
  });
});
