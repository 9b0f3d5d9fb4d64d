import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createClient } from "#bot/channels/zalo/client.ts";
import { secretPath } from "#bot/http/secret-path.ts";
import type { Delivery } from "#services/delivery/delivery.ts";
import { buttonsOf, wordsOf } from "#test/bot/program/telegram-bot.ts";
import { OPERATOR, SECRET, startTwoChannels, type TwoChannels } from "#test/bot/program/two-channels.ts";
import type { FakeChat as TelegramChat } from "#test/support/fake-telegram/world.ts";
import type { FakeChat as ZaloChat } from "#test/support/fake-zalo/world.ts";

interface Places {
  readonly operator: TelegramChat;
  readonly telegramGroup: TelegramChat;
  readonly zaloGroup: ZaloChat;
  readonly zaloPrivate: ZaloChat;
}

let office: TwoChannels;
let places: Places;
beforeEach(async () => {
  office = await startTwoChannels();
  await createClient(office.zalo).setWebhook(`${office.address}/zalo/${secretPath("zalo", SECRET)}`, SECRET);
  places = await subscribed();
});
afterEach(() => office.close());

/** A group and a person on Zalo, and a group on Telegram, each having asked for the month's results. */
async function subscribed(): Promise<Places> {
  const { telegram, zalo } = office;
  const admin = telegram.person("Lê Thị Dung");
  const telegramGroup = telegram.group({ admins: [admin] });
  const operator = telegram.privateChat(OPERATOR);
  const member = zalo.person("Phạm Văn Em");
  const zaloGroup = zalo.group();
  const zaloPrivate = zalo.privateChat();

  telegram.say(operator, "/quyen mã nhóm", { from: OPERATOR });
  const order = wordsOf(await telegram.until(() => telegram.sent(operator)[0]));
  zalo.mention(zaloGroup, `/quyen ${/\/quyen ([0-9A-Z-]+)/u.exec(order)?.[1]}`, { from: member });
  await zalo.until(() => zalo.sent(zaloGroup).length === 2);
  zalo.mention(zaloGroup, "/dangky kết quả tháng", { from: member });
  zalo.say(zaloPrivate, "/dangky kết quả tháng");
  telegram.say(telegramGroup, "/dangky kết quả tháng", { from: admin });
  await zalo.until(() => zalo.sent(zaloGroup).length === 3 && zalo.sent(zaloPrivate).length === 1);
  await telegram.until(() => telegram.sent(telegramGroup).length === 1);
  return { operator, telegramGroup, zaloGroup, zaloPrivate };
}

/** Publishes, and presses the operator's button as soon as it is there. */
async function broadcastAugust(): Promise<void> {
  const { telegram } = office;
  await office.publish();
  const notice = await telegram.until(
    () =>
      telegram
        .sent(places.operator)
        .find((message) => wordsOf(message).includes("chờ duyệt để gửi tới 3 nơi nhận")),
    15_000,
  );
  const approve = buttonsOf(notice).find(({ text }) => /duyệt/iu.test(text))?.text ?? "";
  telegram.press(notice, approve, OPERATOR);
}

const settledRows = async (): Promise<readonly Delivery[]> =>
  (await office.rows()).filter(
    ({ guarantee, state }) => guarantee === "at-most-once" && state !== "due" && state !== "sending",
  );

describe("one publication on two platforms", () => {
  it("reaches a Telegram group, a Zalo group and a person on Zalo with the same figures, and the ledger says so", async () => {
    const { telegram, zalo } = office;
    const { telegramGroup, zaloGroup, zaloPrivate } = places;
    await broadcastAugust();
    await expect.poll(settledRows, { timeout: 20_000 }).toHaveLength(3);

    const onTelegram = telegram.sent(telegramGroup)[1];
    const inGroup = zalo.sent(zaloGroup)[3];
    const inPrivate = zalo.sent(zaloPrivate)[1];
    const said = [onTelegram ? wordsOf(onTelegram) : "", inGroup?.text ?? "", inPrivate?.text ?? ""];
    for (const words of said) {
      expect(words).toMatch(/^Xếp hạng tháng 8\/2024 · huyện Tiên Lữ · 15 xã, thị trấn\n/u);
      expect(words).toContain("Dẫn đầu: Thủ Sỹ 89,63 · Hải Triều 88,82 · Nhật Tân 88,23");
      expect(words).toContain("Cuối bảng: Cương Chính 83,28 · Ngô Quyền 83,58 · Thiện Phiến 85,22");
    }
    expect(onTelegram?.photo).toBeDefined();
    expect(inGroup?.photo).toMatchObject({ contentType: "image/png", isBlack: false });
    expect(inPrivate?.photo?.bytes).toEqual(inGroup?.photo?.bytes);
    expect(inGroup?.text).toContain("gõ @, chọn tên bot");

    const rows = new Map(
      (await settledRows()).map(({ chat, state, messages }) => [chat, { state, messages }]),
    );
    expect(rows.get(`telegram:${telegramGroup.id}`)).toEqual({
      state: "sent",
      messages: [`${onTelegram?.message_id}:photo`],
    });
    expect(rows.get(`zalo:${zaloGroup.id}`)).toEqual({ state: "sent", messages: [inGroup?.message_id] });
    expect(rows.get(`zalo:${zaloPrivate.id}`)).toEqual({ state: "sent", messages: [inPrivate?.message_id] });
    await telegram.until(
      () => telegram.sent(places.operator).some((message) => wordsOf(message).includes("Đã gửi 3/3")),
      10_000,
    );
  });

  it("is known to be unknown where Zalo's answer was lost, and is not sent there again", async () => {
    const { telegram, zalo } = office;
    zalo.fail("sendPhoto", { kind: "drop", when: "after" });
    await broadcastAugust();
    await expect.poll(settledRows, { timeout: 20_000 }).toHaveLength(3);

    const states = (await settledRows()).map(({ chat, state }) => [chat.split(":")[0], state].join(" "));
    expect(states.sort()).toEqual(["telegram sent", "zalo sent", "zalo unknown"]);
    await office.look();
    expect(telegram.sent(places.telegramGroup)).toHaveLength(2);
    expect(zalo.callsOf("sendPhoto")).toHaveLength(2);
  });

  it("goes out on Telegram while Zalo is away, and on Zalo when it is back", async () => {
    const { telegram, zalo } = office;
    zalo.fail("sendPhoto", { kind: "garbage", status: 403 }, 2);
    await broadcastAugust();
    await telegram.until(() => telegram.sent(places.telegramGroup)[1], 15_000);
    await zalo.until(() => zalo.sent(places.zaloGroup)[3] && zalo.sent(places.zaloPrivate)[1], 25_000);
    await expect.poll(settledRows, { timeout: 10_000 }).toHaveLength(3);
    expect((await settledRows()).every(({ state }) => state === "sent")).toBe(true);
  });
});
