import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHANNEL } from "#bot/channels/zalo/address.ts";
import { wordsOf } from "#test/bot/program/telegram-bot.ts";
import { startTwoPlatforms, type TwoPlatforms } from "#test/bot/program/two-platforms.ts";
import type { FakeChat as TelegramChat } from "#test/support/fake-telegram/world.ts";
import type { FakeChat as ZaloChat } from "#test/support/fake-zalo/world.ts";

const AUGUST = { "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Nhật Tân": 88.23, "Cương Chính": 83.28 };
const RESULTS = "results/od332/2024-08/v1";

let office: TwoPlatforms;
let telegramGroup: TelegramChat;
let zaloGroup: ZaloChat;
let zaloPerson: ZaloChat;

beforeEach(async () => {
  office = await startTwoPlatforms({ ZALO_MONTHLY_QUOTA: "200" });
  office.setClock("2024-09-05T08:00:00+07:00");
  const { telegram, zalo } = office;
  telegramGroup = telegram.group({ title: "Tổ 766", admins: [telegram.someone] });
  zaloGroup = zalo.group();
  zaloPerson = zalo.privateChat();
});
afterEach(() => office.close());

/** Everybody wants the month's results: the Zalo group by whoever has the operator's code. */
async function subscribeAll(): Promise<void> {
  const { telegram, order, tell } = office;
  telegram.say(telegramGroup, "/dangky kết quả tháng");
  await telegram.until(() => telegram.sent(telegramGroup)[0]);
  const code = /\/quyen ([0-9A-Z-]+)/u.exec(await order("/quyen mã nhóm"))?.[1];
  await tell(zaloGroup, `/quyen ${code}`, 2);
  expect((await tell(zaloGroup, "/dangky kết quả tháng"))[0]).toMatch(/^Đã đăng ký/u);
  expect((await tell(zaloPerson, "đăng ký kết quả tháng"))[0]).toMatch(/^Đã đăng ký/u);
}

const lastOn = {
  telegram: (): string => office.telegram.sent(telegramGroup).map(wordsOf).at(-1) ?? "",
  zalo: (chat: ZaloChat) => office.zalo.sent(chat).at(-1),
};
/** What the ledger says of August's results, by platform. */
async function outcomes(): Promise<readonly string[]> {
  const rows = await office.services.ledger.ofCause(RESULTS);
  return rows.map(({ chat, state }) => `${chat.split(":")[0]} ${state}`).sort();
}

const eventually = <T>(look: () => T) => expect.poll(look);

describe("one publication on two platforms", () => {
  it("reaches the Telegram group, the Zalo group and a person on Zalo, and the ledger says so", async () => {
    await subscribeAll();
    await office.publish(AUGUST);
    const code = await office.approve();
    await eventually(() => lastOn.zalo(zaloPerson)?.photo ?? null).not.toBeNull();
    await eventually(() => lastOn.zalo(zaloGroup)?.photo ?? null).not.toBeNull();
    await eventually(lastOn.telegram).toMatch(/^Xếp hạng tháng 8\/2024/u);

    const said = lastOn.telegram();
    expect(said).toContain("Thủ Sỹ 89,63");
    for (const chat of [zaloGroup, zaloPerson]) {
      const message = lastOn.zalo(chat);
      expect(message?.text.startsWith(`${said}\n\n`)).toBe(true);
      expect(message?.photo).toMatchObject({ contentType: "image/png", isBlack: false });
    }
    expect(lastOn.zalo(zaloGroup)?.text).toContain("Hỏi bot: gõ @, chọn tên bot rồi nhập lệnh");
    expect(lastOn.zalo(zaloPerson)?.text).toMatch(/\n\nGõ số để chọn:\n1\. Bảng xếp hạng\n/u);

    await eventually(outcomes).toEqual(["telegram sent", "zalo sent", "zalo sent"]);
    const rows = await office.services.ledger.ofCause(RESULTS);
    expect(rows.every(({ messages }) => messages?.length === 1)).toBe(true);
    await eventually(() => office.order(`/giaonhan ${code}`)).toContain("đã nhận 3/3");
  });

  it("stays as it is for the whole Telegram group, whatever anybody presses on it", async () => {
    await subscribeAll();
    await office.publish(AUGUST);
    await office.approve();
    await eventually(lastOn.telegram).toMatch(/^Xếp hạng tháng 8\/2024/u);
    const { telegram } = office;
    const results = telegram.sent(telegramGroup).at(-1);
    if (!results) throw new Error("no results");
    telegram.press(results, "Bảng xếp hạng");
    await eventually(() => telegram.sent(telegramGroup).indexOf(results)).toBe(
      telegram.sent(telegramGroup).length - 1,
    );
    await eventually(lastOn.telegram).toMatch(/^Xếp hạng tháng 8\/2024/u);
    expect(telegram.sent(telegramGroup)).toContainEqual(results);
  });

  it("lets a Zalo group go on by number from what it was sent", async () => {
    await subscribeAll();
    await office.publish(AUGUST);
    await office.approve();
    await eventually(() => lastOn.zalo(zaloGroup)?.photo ?? null).not.toBeNull();
    const before = office.zalo.sent(zaloGroup).length;
    office.zalo.reply(zaloGroup, "3");
    const sources = await office.zalo.until(() => office.zalo.sent(zaloGroup)[before]);
    expect(sources.text).toMatch(/^Nguồn số liệu tháng 8\/2024 · huyện Tiên Lữ/u);
  });

  it("holds on Zalo what is more than the month's messages, sends the rest, and goes on next month", async () => {
    await subscribeAll();
    const { allowances } = office.services;
    const used = async () => (await allowances.of(CHANNEL))?.used;
    await eventually(used).toBe(office.zalo.callsOf("sendMessage").length);
    for (let left = (await allowances.of(CHANNEL))?.left ?? 0; left > 1; left--)
      await allowances.spend(CHANNEL);
    await office.publish(AUGUST);
    const code = await office.approve();
    await eventually(lastOn.telegram).toMatch(/^Xếp hạng tháng 8\/2024/u);
    const heard = () => office.telegram.sent(office.operator).map(wordsOf).join("\n");
    await eventually(heard).toContain("tạm giữ phần gửi qua Zalo. Cần 2 tin, hạn mức tháng này còn 1.");
    expect(await office.order(`/giaonhan ${code}`)).toContain("đã nhận 1/3 · còn chờ 2");
    expect(await office.order("/trangthai")).toContain("Hạn mức tin Zalo tháng này: đã gửi 199/200");

    office.setClock("2024-10-01T00:00:05+07:00");
    await eventually(() => lastOn.zalo(zaloPerson)?.photo ?? null).not.toBeNull();
    await eventually(() => office.order(`/giaonhan ${code}`)).toContain("đã nhận 3/3");
  });

  it("is known to be unknown where Zalo's answer was lost, and is not sent there again", async () => {
    await subscribeAll();
    office.zalo.fail("sendPhoto", { kind: "drop", when: "after" });
    await office.publish(AUGUST);
    await office.approve();
    await eventually(outcomes).toEqual(["telegram sent", "zalo sent", "zalo unknown"]);
    expect(office.zalo.callsOf("sendPhoto")).toHaveLength(2);
  });

  it("goes out on Telegram while Zalo is out of reach, and on Zalo when that is over", async () => {
    await subscribeAll();
    office.zalo.fail("sendPhoto", { kind: "garbage", status: 403 }, 2);
    await office.publish(AUGUST);
    await office.approve();
    await eventually(outcomes).toEqual(["telegram sent", "zalo sent", "zalo sent"]);
    expect(office.zalo.callsOf("sendPhoto")).toHaveLength(4);
  });

  it("counts every message on Zalo, answers too", async () => {
    const sent = () => office.zalo.sent(zaloPerson).length + office.zalo.sent(zaloGroup).length;
    const uncounted = async () => sent() - ((await office.services.allowances.of(CHANNEL))?.used ?? 0);
    await office.tell(zaloPerson, "/trogiup");
    await office.tell(zaloGroup, "/trogiup", 2);
    await eventually(uncounted).toBe(0);
  });
});

describe("without an address that Zalo can fetch from", () => {
  it.each([
    ["", "chưa khai báo PUBLIC_BASE_URL"],
    ["http://127.0.0.1:1", "không mở được địa chỉ khai báo ở PUBLIC_BASE_URL"],
  ])("PUBLIC_BASE_URL=%j: words go alone, and operators hear why, once", async (address, why) => {
    await office.close();
    office = await startTwoPlatforms({ PUBLIC_BASE_URL: address });
    office.setClock("2024-09-05T08:00:00+07:00");
    await office.publish(AUGUST);
    const person = office.zalo.privateChat();
    for (let i = 0; i < 2; i++) {
      expect((await office.tell(person, "/xephang"))[0]).toMatch(/^Xếp hạng tháng 8\/2024/u);
    }
    expect(office.zalo.sent(person).map(({ photo }) => photo)).toEqual([null, null]);
    const notices = () => office.telegram.sent(office.operator).map(wordsOf);
    await eventually(notices).toEqual([expect.stringContaining(why)]);
    expect(notices()[0]).toMatch(/^Zalo đang chỉ gửi được chữ, không gửi được hình và tệp: /u);
  });
});
