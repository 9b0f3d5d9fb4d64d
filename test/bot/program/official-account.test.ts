import { afterEach, beforeEach, expect, it } from "vitest";
import { startTwoPlatforms, type TwoPlatforms } from "#test/bot/program/two-platforms.ts";
import { type FakeZaloOa, startFakeZaloOa } from "#test/support/fake-zalo-oa/fake-zalo-oa.ts";

const RESULTS = "results/od332/2024-08/v1";

let account: FakeZaloOa;
let office: TwoPlatforms;

beforeEach(async () => {
  account = await startFakeZaloOa();
  const { appId, appSecret, oaSecret, access, refresh } = account.world;
  office = await startTwoPlatforms({
    ZALO_OA_APP_ID: appId,
    ZALO_OA_APP_SECRET: appSecret,
    ZALO_OA_SECRET: oaSecret,
    ZALO_OA_ACCESS_TOKEN: access,
    ZALO_OA_REFRESH_TOKEN: refresh,
    ZALO_OA_API_ROOT: account.root,
    ZALO_OA_OAUTH_ROOT: account.root,
    ZALO_OA_RATE: "1000",
  });
  account.postTo(async (body, headers) => {
    const { status } = await fetch(`${office.baseUrl}/zalo-oa`, { method: "POST", body, headers });
    return status;
  });
});
afterEach(async () => {
  await office.close();
  await account.close();
});

it("one publication reaches a Telegram group, a group of the Zalo bot and one of the Official Account", async () => {
  office.setClock("2024-09-05T08:00:00+07:00");
  const { telegram, zalo, order, tell } = office;
  const [telegramGroup, zaloGroup] = [telegram.group({ title: "Tổ 766" }), zalo.group()];
  const group = account.group("Lãnh đạo huyện Tiên Lữ");
  const from = account.person("Lê Thị Hoa");
  const said = () => group.messages.map(({ text }) => text).join("\n");
  const code = async () => /\/quyen ([0-9A-Z-]+)/u.exec(await order("/quyen mã nhóm"))?.[1] ?? "";

  telegram.say(telegramGroup, "/dangky kết quả tháng");
  await tell(zaloGroup, `/quyen ${await code()}`, 2);
  await tell(zaloGroup, "/dangky kết quả tháng");
  expect((await account.say(group, `/quyen ${await code()}`, { from })).status).toBe(200);
  await expect.poll(said).toContain("Đã ghi nhận");
  await account.say(group, "/dangky kết quả tháng", { from });
  await expect.poll(said).toContain("Đã đăng ký");

  await office.publish({ "Thủ Sỹ": 89.63, "Hưng Đạo": 88.82, "Nhật Tân": 88.23, "Cương Chính": 83.28 });
  await office.approve();

  const outcomes = async () =>
    (await office.services.ledger.ofCause(RESULTS)).map(
      ({ chat, state }) => `${chat.split(":")[0]} ${state}`,
    );
  await expect
    .poll(async () => (await outcomes()).sort())
    .toEqual(["telegram sent", "zalo sent", "zalo-oa sent"]);
  const told = group.messages.at(-1);
  expect(told?.text).toMatch(/^Xếp hạng tháng 8\/2024.*89,63/su);
  expect(told?.picture).not.toBeNull();
});
