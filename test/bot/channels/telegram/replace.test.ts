import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ChatId } from "#services/ids.ts";
import type { Reply } from "#services/reply/reply.ts";
import { type Harness, openTelegram, words } from "#test/bot/channels/telegram/harness.ts";
import type { FakeChat, FakeMessage } from "#test/support/fake-telegram/world.ts";
import { tinyPicture } from "#test/support/tiny-picture.ts";

const button = [[{ label: "Tháng 7", command: "/xephang t7" }]];
const long = Array.from({ length: 60 }, (_, i) => `${i + 1}. Xã Thiện Phiến 85,22 điểm`).join("\n");

let open: Harness;
let group: FakeChat;
let chat: ChatId;

beforeEach(async () => {
  open = await openTelegram();
  group = open.fake.group({ topics: [55] });
  chat = `telegram:${group.id}`;
});
afterEach(() => open.close());

const sent = () => open.fake.sent(group);
const texts = () => sent().map((message) => message.text ?? message.caption);

describe("replacing", () => {
  async function replaced(first: Reply, second: Reply) {
    const receipt = await open.channel.send(chat, first);
    open.fake.say(group, "chen vào");
    return { receipt, after: await open.channel.send(chat, second, { replace: receipt }) };
  }

  it("edits a text in place, and its buttons with it", async () => {
    const { receipt, after } = await replaced(words("Tháng 8", button), words("Tháng 7"));
    expect(after).toEqual(receipt);
    expect(texts()).toEqual(["Tháng 7"]);
    expect(sent()[0]?.reply_markup).toBeUndefined();
  });

  it("edits a picture and its caption in place", async () => {
    const first = { ...words("Tháng 8"), picture: tinyPicture({ key: "t8" }) };
    const { receipt, after } = await replaced(first, {
      ...words("Tháng 7"),
      picture: tinyPicture({ key: "t7" }),
    });
    expect(after).toEqual(receipt);
    expect(texts()).toEqual(["Tháng 7"]);
    expect(sent()[0]?.photo?.[0]?.file_id).toBe("AgACfake2");
  });

  it("pages back to a picture known by its id without uploading", async () => {
    const picture = tinyPicture({ key: "t8" });
    const { after } = await replaced(
      { ...words("8"), picture },
      { ...words("7"), picture: tinyPicture({ key: "t7" }) },
    );
    await open.channel.send(chat, { ...words("8"), picture }, { replace: after });
    expect(picture.drawn()).toBe(1);
    expect(sent()).toHaveLength(1);
  });

  it("turns a text into a picture in place", async () => {
    const { after } = await replaced(words("Đơn vị nào?"), {
      ...words("Cương Chính"),
      picture: tinyPicture(),
    });
    expect(sent()).toMatchObject([{ caption: "Cương Chính", photo: [{}] }]);
    expect(after.messages).toEqual([`${sent()[0]?.message_id}:photo`]);
  });

  it("leaves a picture standing when a text follows, and takes its buttons off", async () => {
    await replaced(
      { ...words("Tháng 8", button), picture: tinyPicture() },
      words("Chưa có số liệu tháng 7", button),
    );
    expect(texts()).toEqual(["Tháng 8", "Chưa có số liệu tháng 7"]);
    expect(sent().map((message) => message.reply_markup !== undefined)).toEqual([false, true]);
  });

  it("sends anew when the old message was deleted", async () => {
    const receipt = await open.channel.send(chat, words("Tháng 8"));
    open.fake.state(group).messages = [];
    await open.channel.send(chat, words("Tháng 7"), { replace: receipt });
    expect(texts()).toEqual(["Tháng 7"]);
  });

  it("replaces all messages of a long reply when its last one is pressed", async () => {
    await open.start(async (inbound) => {
      const replace = inbound.pressed ? { replace: inbound.pressed } : {};
      await open.channel.send(
        inbound.chat,
        { ...words("Tháng 7"), picture: tinyPicture({ key: "t7" }) },
        replace,
      );
    });
    await open.channel.send(chat, { ...words(long, button), picture: tinyPicture({ key: "t8" }) });
    expect(sent()).toHaveLength(2);
    open.fake.press(sent()[1] as FakeMessage, "Tháng 7");
    await open.fake.until(() => sent().length === 1);
    expect(texts()).toEqual(["Tháng 7"]);
  });

  it("lets a short reply become a long one", async () => {
    const { after } = await replaced(words("ngắn"), words(`${long}\n${long}\n${long}`));
    expect(after.messages).toHaveLength(2);
    expect(texts().join("\n")).toBe(`${long}\n${long}\n${long}`);
  });
});
