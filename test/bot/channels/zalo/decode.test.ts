import { describe, expect, it } from "vitest";
import { decode, saidAt } from "#bot/channels/zalo/decode.ts";
import { readEvent, type ZaloEvent } from "#bot/channels/zalo/wire.ts";
import { recordedEvent } from "#test/bot/channels/zalo/recorded.ts";

const NAMES = ["Bot ultty AI"];
const GROUP = "zalo:zgr-f8a7101d77709e2ec761";
const PERSON = "zalo:6ede9afa66b88fe6d6a9";

const fetchPicture = async (address: string) => new TextEncoder().encode(address);
const read = (event: ZaloEvent, names = NAMES) => decode(event, names, fetchPicture);
const heard = (name: string) => read(event(name));

function event(name: string): ZaloEvent {
  const read = readEvent(recordedEvent(name));
  if (!read) throw new Error(`${name} is no event`);
  return read;
}

describe("what is heard in an event from Zalo", () => {
  it.each([
    ["text-private-flat", { text: "/gia btc", chat: PERSON, chatKind: "private", chatName: "Nguyen Van A" }],
    ["text-private-wrapped", { text: "Xin chào", sender: { id: PERSON, name: "Ted" } }],
    ["text-group-mention", { text: "orders 10 ghe felix", chat: GROUP, chatKind: "group", chatName: "" }],
    ["text-group-reply", { text: "/xephang thang 8", sender: { id: "zalo:u1", name: "Nguyễn Văn A" } }],
    ["image-group-photo-url", { text: "", chat: GROUP, wordless: true }],
    ["image-private-photo", { text: "", chat: PERSON, wordless: true }],
    ["voice", { text: "", chat: PERSON, wordless: true }],
    ["unsupported-with-message", { text: "", wordless: true }],
    ["link", { text: "https://dichvucong.gov.vn" }],
  ])("%s", (name, inbound) => {
    expect(heard(name)).toMatchObject({ ...inbound, addressed: true });
  });

  it("passes a picture on, with the command under it, and nothing else as a file", async () => {
    const [file] = heard("image-private-photo")?.files ?? [];
    expect(new TextDecoder().decode(await file?.bytes())).toBe("https://photo-stal-16.zdn.vn/y.jpg");
    const { message } = event("image-group-photo-url");
    if (!message) throw new Error("no message");
    const ordered = { ...message, caption: "@Bot ultty AI /nhap" };
    const order = read({ event_name: "message.image.received", message: ordered });
    expect(order).toMatchObject({ text: "/nhap", wordless: false, takesPictures: true });
    expect(order?.files).toHaveLength(1);
    expect(heard("unsupported-with-message")?.files).toBeUndefined();
  });

  it.each(["sticker", "reaction", "unsupported-without-message"])("%s asks nothing", (name) => {
    expect(heard(name)).toBeNull();
  });

  it("gives each message an id of its own on the channel", () => {
    expect(heard("text-group-mention")?.id).toBe("zgr-f8a7101d77709e2ec761/abc");
  });

  it("leaves out what bots say, events nobody has documented, and a picture without words in a group", () => {
    const { message } = event("text-group-mention");
    if (!message) throw new Error("no message");
    const { from } = message;
    expect(
      read({ event_name: "message.text.received", message: { ...message, from: { ...from, is_bot: true } } }),
    ).toBeNull();
    expect(read({ event_name: "bot.joined", message })).toBeNull();
    expect(read({ event_name: "message.image.received", message: { ...message, text: null } })).toBeNull();
  });

  it("lets people run their own chat, and nobody a group", async () => {
    expect(await heard("text-private-flat")?.isChatAdmin()).toBe(true);
    expect(await heard("text-group-mention")?.isChatAdmin()).toBe(false);
  });

  it("believes what Zalo says of a chat, and its id where Zalo says nothing", () => {
    const { message } = event("text-private-flat");
    if (!message) throw new Error("no message");
    const kindOf = (id: string, chat_type: string | null) =>
      read({ event_name: "message.text.received", message: { ...message, chat: { id, chat_type } } }, [])
        ?.chatKind;
    expect(kindOf("c1", "GROUP")).toBe("group");
    expect(kindOf("zgr-1", "PRIVATE")).toBe("private");
    expect(kindOf("zgr-1", null)).toBe("group");
    expect(kindOf("c1", "CHANNEL")).toBe("private");
  });

  it("knows when it was said, in seconds or in milliseconds", () => {
    const at = (date: number | null) => {
      const { message } = event("text-group-mention");
      return message ? saidAt({ ...message, date }) : undefined;
    };
    expect(at(1783404428055)).toBe(1783404428055);
    expect(at(1783404428)).toBe(1783404428000);
    expect(at(null)).toBeNull();
    expect(at(0)).toBeNull();
  });
});
