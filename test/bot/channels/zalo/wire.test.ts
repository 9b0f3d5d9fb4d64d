import { describe, expect, it } from "vitest";
import { readEvent } from "#bot/channels/zalo/wire.ts";
import { recordedEvent } from "#test/bot/channels/zalo/recorded.ts";

describe("an event from Zalo", () => {
  it.each([
    ["text-private-flat", "message.text.received", { text: "/gia btc", date: 1750316131602 }],
    ["text-private-wrapped", "message.text.received", { text: "Xin chào", from: { display_name: "Ted" } }],
    [
      "text-group-mention",
      "message.text.received",
      { chat: { id: "zgr-f8a7101d77709e2ec761", chat_type: "GROUP" } },
    ],
    ["text-group-reply", "message.text.received", { text: "/xephang thang 8" }],
    [
      "image-group-photo-url",
      "message.image.received",
      { photo_url: "https://photo-stal-16.zdn.vn/x.jpg", caption: "@Bot ultty AI 5 noi chien" },
    ],
    ["image-private-photo", "message.image.received", { photo: "https://photo-stal-16.zdn.vn/y.jpg" }],
    ["sticker", "message.sticker.received", { message_id: "2d758cb5e222177a4e37" }],
    ["voice", "message.voice.received", { message_id: "2d758cb5e222177a4e38" }],
    ["link", "message.link.received", { text: "https://dichvucong.gov.vn" }],
    ["reaction", "message.reaction.received", { message_id: "2d758cb5e222177a4e41" }],
    ["unsupported-with-message", "message.unsupported.received", { message_id: "2d758cb5e222177a4e39" }],
  ])("%s is read, flat or wrapped", (name, event_name, message) => {
    expect(readEvent(recordedEvent(name))).toMatchObject({ event_name, message });
  });

  it("may come without a message", () => {
    expect(readEvent(recordedEvent("unsupported-without-message"))).toEqual({
      event_name: "message.unsupported.received",
    });
  });

  it("is not refused for what it lacks or writes otherwise", () => {
    const message = {
      message_id: 77,
      from: { id: "u", is_bot: "no" },
      chat: { id: "c" },
      date: "x",
      text: 5,
    };
    expect(readEvent({ event_name: "message.text.received", message })).toMatchObject({
      message: { message_id: "77", from: { id: "u", is_bot: null }, date: null, text: null },
    });
  });

  it.each([
    [null],
    ["text"],
    [[]],
    [{}],
    [{ ok: false, error_code: 408 }],
    [{ event_name: "message.text.received", message: { text: "no ids" } }],
  ])("is not made out of %j", (body) => {
    expect(readEvent(body)).toBeNull();
  });
});
